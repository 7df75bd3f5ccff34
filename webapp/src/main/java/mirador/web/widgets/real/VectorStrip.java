package mirador.web.widgets.real;

import mirador.web.canvas.Surface;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLElement;

/** A vector as a row of small bars, up for what is above zero and down for what is below. */
final class VectorStrip {
  private static final double HALF = 60;

  private final Surface surface = new Surface("vector-strip", "");
  private double[] values = new double[0];

  VectorStrip() {
    surface.onResize(this::draw);
  }

  HTMLElement element() {
    return surface.element();
  }

  /**
   * Shows another vector; its greatest number fills the height.
   *
   * @param label says it to those who do not see it
   */
  void show(double[] values, String label) {
    this.values = values;
    surface.label(label);
    draw();
  }

  private void draw() {
    if (values.length == 0) {
      return;
    }
    double greatest = 0;
    for (double value : values) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    // The room's own pixels: bars thinner than one would vanish.
    double width = Math.max(1, surface.element().getClientWidth());
    CanvasRenderingContext2D g = surface.begin(width, 2 * HALF);
    g.setFillStyle(Surface.colour("--line"));
    g.fillRect(0, HALF - 0.5, width, 1);
    g.setFillStyle(Surface.colour("--vector"));
    double step = width / values.length;
    for (int i = 0; i < values.length; i++) {
      double height = greatest > 0 ? (HALF - 2) * Math.abs(values[i]) / greatest : 0;
      g.fillRect(i * step, values[i] > 0 ? HALF - height : HALF, Math.max(0.6, 0.8 * step), height);
    }
  }
}
