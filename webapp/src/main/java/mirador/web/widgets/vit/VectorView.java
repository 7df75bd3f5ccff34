package mirador.web.widgets.vit;

import mirador.concepts.explain.TokenStripWords;
import mirador.concepts.image.Picture;
import mirador.concepts.text.Numbers;
import mirador.web.canvas.Surface;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLElement;

/** A flattened patch, some numbers at a time, as small bars with their values; opens on demand. */
final class VectorView {
  /** Pixels on show at a time; three numbers each. */
  private static final int PIXELS = 8;

  private static final int SHOWN = PIXELS * Picture.CHANNELS;

  private final WidgetFrame frame;
  private final Runnable onMove;
  private final HTMLElement root = Dom.el("div", "token-vector");
  private final HTMLElement open;
  private final HTMLElement panel = Dom.el("div", "vector-panel");
  private final HTMLElement length = Dom.text("p", "vector-length", "");
  private final HTMLElement bars = Dom.el("ol", "vector-bars");
  private final HTMLElement from = Dom.el("input", "");
  private final HTMLElement fromValue = Dom.el("output", "control-value");
  private int[] values = new int[0];
  private int patch = 1;
  private int first;

  VectorView(WidgetFrame frame, Runnable onMove) {
    this.frame = frame;
    this.onMove = onMove;
    open = Dom.button(frame.say("token-strip.flatten"), "control-button", this::toggle);
    panel.setId(frame.id() + "-vector");
    panel.setHidden(true);
    open.setAttribute("aria-expanded", "false");
    open.setAttribute("aria-controls", panel.getId());
    from.setAttribute("type", "range");
    from.setAttribute("min", "0");
    from.setAttribute("step", Integer.toString(SHOWN));
    fromValue.setAttribute("aria-hidden", "true");
    Dom.on(
        from,
        "input",
        () -> {
          first = Integer.parseInt(Dom.value(from));
          draw();
          onMove.run();
        });
    panel.appendChild(length);
    panel.appendChild(bars);
    panel.appendChild(
        frame.controls().wrap(frame.say("token-strip.from"), "from", from, fromValue));
    root.appendChild(open);
    root.appendChild(panel);
  }

  HTMLElement element() {
    return root;
  }

  /** Shows another patch's numbers, (patch, patch, 3) row by row. */
  void show(int[] values, int patch) {
    this.values = values;
    this.patch = patch;
    // The range ends where its last whole step begins; what comes after is shown with it.
    int last = (values.length - 1) / SHOWN * SHOWN;
    from.setAttribute("max", Integer.toString(last));
    first = Math.min(first, last);
    Dom.setValue(from, Integer.toString(first));
    draw();
  }

  /** Frames the pixels whose numbers are on show, in the drawing of the patch. */
  void mark(CanvasRenderingContext2D g, double hairline) {
    if (panel.isHidden()) {
      return;
    }
    outline(g, "--grid-under", 4 * hairline);
    outline(g, "--grid-chosen", 1.5 * hairline);
  }

  private void outline(CanvasRenderingContext2D g, String colour, double width) {
    g.setStrokeStyle(Surface.colour(colour));
    g.setLineWidth(width);
    int end = Math.min(values.length, first + SHOWN) / Picture.CHANNELS;
    for (int pixel = first / Picture.CHANNELS; pixel < end; pixel++) {
      int row = pixel / patch;
      g.strokeRect(pixel % patch, row, 1, 1);
    }
  }

  private void toggle() {
    boolean opening = panel.isHidden();
    panel.setHidden(!opening);
    open.setAttribute("aria-expanded", opening ? "true" : "false");
    draw();
    onMove.run();
  }

  private void draw() {
    if (panel.isHidden()) {
      return;
    }
    int end = Math.min(values.length, first + SHOWN);
    String range = frame.say("token-strip.range", first, end - 1);
    Dom.setText(fromValue, range);
    from.setAttribute("aria-valuetext", range);
    Dom.setText(length, frame.say("token-strip.length", patch, values.length));
    Dom.clear(bars);
    bars.setAttribute("start", Integer.toString(first));
    for (int i = first; i < end; i++) {
      HTMLElement bar = Dom.el("span", "vector-bar");
      bar.getStyle().setProperty("height", values[i] * 100 / 255.0 + "%");
      HTMLElement item =
          Dom.el(
              "li",
              "vector-value",
              Dom.el("span", "vector-room", bar),
              Dom.text("span", "vector-number", Numbers.integer(values[i])),
              Dom.text(
                  "span",
                  "vector-channel",
                  TokenStripWords.channel(frame.messages(), i).substring(0, 1)));
      item.setAttribute("title", TokenStripWords.value(frame.messages(), patch, i));
      bars.appendChild(item);
    }
  }
}
