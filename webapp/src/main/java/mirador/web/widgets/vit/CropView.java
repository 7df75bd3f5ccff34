package mirador.web.widgets.vit;

import mirador.concepts.image.Picture;
import mirador.concepts.vit.PatchGrid;
import mirador.web.canvas.Surface;
import mirador.web.dom.Dom;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The square of a picture that a model is given, under its grid; patches may carry weights. One
 * patch is pointed at, by the mouse or the arrow keys, and chosen by a click or Enter.
 */
public final class CropView {
  private static final double MOST_OPAQUE = 0.85;
  private static final double VEIL = 0.45;

  private final Surface surface = new Surface("picture-canvas crop-canvas", "");
  private final Listener listener;
  private HTMLCanvasElement pixels;
  private PatchGrid grid;
  private double[] weights = new double[0];
  private int chosen = -1;
  private int pointed = -1;

  /** Hears of the patches. */
  public interface Listener {
    /**
     * A patch is pointed at.
     *
     * @param patch or -1 when none is any more
     */
    void pointed(int patch);

    void chosen(int patch);
  }

  /**
   * An empty view.
   *
   * @param describedBy the id of the element that says how it is used
   */
  public CropView(String describedBy, Listener listener) {
    this.listener = listener;
    HTMLElement canvas = surface.element();
    canvas.setAttribute("tabindex", "0");
    canvas.setAttribute("aria-describedby", describedBy);
    surface.onResize(this::draw);
    Dom.on(canvas, "pointermove", (Event event) -> point(at(event)));
    Dom.on(canvas, "pointerleave", () -> point(-1));
    Dom.on(canvas, "click", (Event event) -> choose(at(event)));
    Dom.on(canvas, "blur", () -> point(-1));
    Dom.on(canvas, "keydown", this::key);
  }

  public HTMLElement element() {
    return surface.element();
  }

  /** Another picture, or the same for another model. */
  public void picture(Picture crop, PatchGrid grid) {
    this.grid = grid;
    pixels = Surface.canvasOf(crop.width(), crop.height(), crop.rgb());
    weights = new double[0];
    draw();
  }

  /** The grid over the picture; null before there is one. */
  public PatchGrid grid() {
    return grid;
  }

  /**
   * What is laid over the picture.
   *
   * @param weights of the patches, the greatest shown most opaque; none for the grid alone
   * @param chosen the patch with a frame, or -1
   * @param label says it to those who do not see it
   */
  public void show(double[] weights, int chosen, String label) {
    this.weights = weights;
    this.chosen = chosen;
    surface.label(label);
    draw();
  }

  private int at(Event event) {
    return grid == null ? -1 : grid.indexAt((int) surface.x(event), (int) surface.y(event));
  }

  private void point(int patch) {
    if (patch != pointed) {
      pointed = patch;
      listener.pointed(patch);
      draw();
    }
  }

  private void choose(int patch) {
    if (patch >= 0) {
      listener.chosen(patch);
    }
  }

  private void key(Event event) {
    if (grid == null) {
      return;
    }
    String key = Dom.key(event);
    if (key.equals("Enter") || key.equals(" ")) {
      event.preventDefault();
      choose(pointed);
    } else if (GridKeys.moves(key)) {
      event.preventDefault();
      int middle = grid.rows() / 2 * grid.columns() + grid.columns() / 2;
      if (pointed >= 0) {
        point(GridKeys.target(key, grid, pointed));
      } else {
        point(chosen >= 0 ? chosen : middle);
      }
    }
  }

  private void draw() {
    if (pixels == null) {
      return;
    }
    CanvasRenderingContext2D g = surface.begin(grid.width(), grid.height());
    double hairline = surface.hairline();
    Surface.smooth(g, hairline > 0.4);
    g.drawImage(pixels, 0, 0);
    if (weights.length == grid.count()) {
      veil(g);
    }
    lines(g, hairline);
    if (chosen >= 0 && chosen < grid.count()) {
      GridPainter.frame(g, grid, chosen, hairline);
    }
    if (pointed >= 0 && pointed < grid.count() && pointed != chosen) {
      GridPainter.frame(g, grid, pointed, hairline / 2);
    }
  }

  /** The picture pales, so that the one colour of the weights is seen on all of its own. */
  private void veil(CanvasRenderingContext2D g) {
    g.setFillStyle(Surface.colour("--surface"));
    g.setGlobalAlpha(VEIL);
    g.fillRect(0, 0, grid.width(), grid.height());
    g.setFillStyle(Surface.colour("--attention"));
    double greatest = greatest(weights);
    for (int i = 0; i < weights.length; i++) {
      g.setGlobalAlpha(greatest > 0 ? MOST_OPAQUE * weights[i] / greatest : 0);
      g.fillRect(grid.x(i), grid.y(i), grid.patch(), grid.patch());
    }
    g.setGlobalAlpha(1);
  }

  private void lines(CanvasRenderingContext2D g, double hairline) {
    g.setStrokeStyle(Surface.colour("--grid-under"));
    g.setLineWidth(hairline);
    g.beginPath();
    for (int i = 1; i < grid.columns(); i++) {
      g.moveTo(i * grid.patch(), 0);
      g.lineTo(i * grid.patch(), grid.croppedHeight());
    }
    for (int i = 1; i < grid.rows(); i++) {
      g.moveTo(0, i * grid.patch());
      g.lineTo(grid.croppedWidth(), i * grid.patch());
    }
    g.stroke();
  }

  /** The greatest of some weights; 0 where there are none. */
  public static double greatest(double[] weights) {
    double greatest = 0;
    for (double weight : weights) {
      greatest = Math.max(greatest, weight);
    }
    return greatest;
  }
}
