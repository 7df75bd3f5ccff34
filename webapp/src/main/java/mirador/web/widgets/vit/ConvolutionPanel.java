package mirador.web.widgets.vit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import mirador.concepts.course.SettingSpec;
import mirador.concepts.explain.ConvAttentionWords;
import mirador.concepts.image.Convolution;
import mirador.concepts.image.Kernel;
import mirador.concepts.image.Picture;
import mirador.concepts.text.Numbers;
import mirador.web.canvas.Surface;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.browser.Window;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** Input, output and, at the window's place, the nine products and their sum. */
final class ConvolutionPanel {
  private static final int CELLS = Kernel.SIDE * Kernel.SIDE;

  /** The window's pace when it slides by itself, in pixels for each frame and each row. */
  private static final int STRIDE = 8;

  private static final int ROW = 4;

  private final WidgetFrame frame;
  private final Consumer<double[]> onWeights;
  private final HTMLElement root = Dom.el("div", "conv-panel");
  private final Surface input = new Surface("picture-canvas", "");
  private final Surface output = new Surface("picture-canvas", "");
  private final List<HTMLElement> pixels = new ArrayList<>();
  private final List<HTMLElement> weights = new ArrayList<>();
  private final List<HTMLElement> products = new ArrayList<>();
  private final HTMLElement place = Dom.text("p", "conv-place", "");
  private final HTMLElement sum = Dom.text("p", "conv-sum", "");
  private final HTMLElement gain = Dom.text("p", "widget-hint", "");
  private final HTMLElement slide;
  private Picture grey;
  private Kernel kernel = Kernel.IDENTITY;
  private HTMLCanvasElement before;
  private HTMLCanvasElement after;
  private int x;
  private int y;
  private boolean sliding;

  /**
   * @param onWeights hears of nine weights the learner has written
   */
  ConvolutionPanel(WidgetFrame frame, Consumer<double[]> onWeights) {
    this.frame = frame;
    this.onWeights = onWeights;
    slide = Dom.button(frame.say("conv-attention.slide"), "control-button", this::slide);
    slide.setAttribute("aria-pressed", "false");
    Dom.show(slide, !Dom.reducedMotion());
    sum.setAttribute("aria-live", "polite");
    root.appendChild(Dom.text("p", "panel-title", frame.say("conv-attention.convolution")));
    root.appendChild(
        Dom.el(
            "div",
            "conv-pictures",
            figure(input, "conv-attention.input"),
            figure(output, "conv-attention.output")));
    root.appendChild(slide);
    root.appendChild(Dom.text("p", "widget-hint", frame.say("conv-attention.keys")));
    root.appendChild(place);
    root.appendChild(
        Dom.el(
            "div",
            "conv-sum-row",
            grid("conv-attention.pixels", pixels, false),
            Dom.text("span", "conv-sign", "×"),
            grid("conv-attention.weights", weights, true),
            Dom.text("span", "conv-sign", "="),
            grid("conv-attention.products", products, false)));
    root.appendChild(sum);
    root.appendChild(gain);
    input.onResize(this::draw);
    output.onResize(this::draw);
    for (Surface surface : List.of(input, output)) {
      Dom.on(surface.element(), "pointermove", (Event event) -> point(surface, event));
      Dom.on(surface.element(), "pointerdown", (Event event) -> point(surface, event));
    }
    input.element().setAttribute("tabindex", "0");
    Dom.on(input.element(), "keydown", this::move);
  }

  HTMLElement element() {
    return root;
  }

  void picture(Picture grey) {
    this.grey = grey;
    before = Surface.canvasOf(grey.width(), grey.height(), grey.rgb());
    after = null;
    reset();
  }

  void kernel(Kernel kernel) {
    boolean same = after != null && sameWeights(kernel, this.kernel);
    this.kernel = kernel;
    if (!same) {
      Picture result = Convolution.apply(grey, kernel);
      after = Surface.canvasOf(result.width(), result.height(), result.rgb());
    }
    for (int i = 0; i < CELLS; i++) {
      HTMLElement field = weights.get(i);
      // What the learner is typing («-», «0,») must not be tidied away under the cursor.
      if (field != active()) {
        Dom.setValue(field, plain(kernel.weights()[i]));
        field.removeAttribute("aria-invalid");
      }
    }
    Dom.setText(gain, ConvAttentionWords.gain(frame.messages(), kernel));
    draw();
  }

  /** Puts the window where it stood at first. */
  void reset() {
    sliding(false);
    x = ConvAttentionWords.startX(grey);
    y = ConvAttentionWords.startY(grey);
  }

  private void draw() {
    if (after == null) {
      return;
    }
    paint(input, before, grey.height());
    paint(output, after, sliding ? y : grey.height());
    input.label(frame.say("conv-attention.input.label", x, y));
    output.label(
        frame.say("conv-attention.output.label")
            + ": "
            + ConvAttentionWords.kernel(frame.messages(), kernel.name()));
    int[] window = Convolution.window(grey, x, y, 0);
    double[] factors = kernel.weights();
    for (int i = 0; i < CELLS; i++) {
      HTMLElement pixel = pixels.get(i);
      Dom.setText(pixel, Numbers.integer(window[i]));
      String shade = "rgb(" + window[i] + "," + window[i] + "," + window[i] + ")";
      pixel.getStyle().setProperty("background", shade);
      pixel.getStyle().setProperty("color", window[i] > 127 ? "#000" : "#fff");
      Dom.setText(products.get(i), ConvAttentionWords.weight(window[i] * factors[i]));
    }
    Dom.setText(place, frame.say("conv-attention.window", x, y));
    Dom.setText(
        sum, ConvAttentionWords.sum(frame.messages(), Convolution.at(grey, kernel, x, y, 0)));
  }

  /** Draws a picture down to a row, and the window's frame. */
  private void paint(Surface surface, HTMLCanvasElement pixels, int rows) {
    CanvasRenderingContext2D g = surface.begin(grey.width(), grey.height());
    Surface.smooth(g, false);
    if (rows > 0) {
      g.drawImage(pixels, 0, 0, grey.width(), rows, 0, 0, grey.width(), rows);
    }
    if (sliding && surface == output && x > 0) {
      int high = Math.min(ROW, grey.height() - y);
      g.drawImage(pixels, 0, y, x, high, 0, y, x, high);
    }
    // The output is one pixel, the input nine; the frame lies around them, not over them.
    double reach = surface == input ? Kernel.SIDE / 2.0 : 0.5;
    double hairline = surface.hairline();
    double out = reach + 2 * hairline;
    g.setStrokeStyle(Surface.colour("--grid-under"));
    g.setLineWidth(5 * hairline);
    g.strokeRect(x + 0.5 - out, y + 0.5 - out, 2 * out, 2 * out);
    g.setStrokeStyle(Surface.colour("--grid-line"));
    g.setLineWidth(2 * hairline);
    g.strokeRect(x + 0.5 - out, y + 0.5 - out, 2 * out, 2 * out);
  }

  private void point(Surface surface, Event event) {
    if (grey != null) {
      sliding(false);
      to((int) surface.x(event), (int) surface.y(event));
    }
  }

  private void move(Event event) {
    String key = Dom.key(event);
    int pace = Dom.shift(event) ? 10 : 1;
    if (grey == null || !GridKeys.moves(key)) {
      return;
    }
    event.preventDefault();
    sliding(false);
    switch (key) {
      case "ArrowRight" -> to(x + pace, y);
      case "ArrowLeft" -> to(x - pace, y);
      case "ArrowDown" -> to(x, y + pace);
      case "ArrowUp" -> to(x, y - pace);
      case "Home" -> to(0, y);
      default -> to(grey.width() - 1, y);
    }
  }

  private void to(int newX, int newY) {
    x = Math.max(0, Math.min(grey.width() - 1, newX));
    y = Math.max(0, Math.min(grey.height() - 1, newY));
    draw();
  }

  private void slide() {
    if (grey == null) {
      return;
    }
    boolean start = !sliding;
    sliding(start);
    if (start) {
      to(0, 0);
      Window.requestAnimationFrame(time -> step());
    }
  }

  private void step() {
    if (!sliding) {
      return;
    }
    if (x + STRIDE < grey.width()) {
      to(x + STRIDE, y);
    } else if (y + ROW < grey.height()) {
      to(0, y + ROW);
    } else {
      sliding(false);
      draw();
      return;
    }
    Window.requestAnimationFrame(time -> step());
  }

  private void sliding(boolean on) {
    sliding = on;
    // A sum that changes sixty times a second is not to be read aloud.
    sum.setAttribute("aria-live", on ? "off" : "polite");
    slide.setAttribute("aria-pressed", on ? "true" : "false");
    Dom.setText(slide, frame.say(on ? "conv-attention.stop" : "conv-attention.slide"));
  }

  private void readWeights() {
    double[] read = new double[CELLS];
    SettingSpec spec = frame.settings().widget().setting("weights").orElseThrow();
    boolean allowed = true;
    for (int i = 0; i < CELLS; i++) {
      OptionalDouble number = Numbers.parse(Dom.value(weights.get(i)));
      boolean good =
          number.isPresent()
              && number.getAsDouble() >= spec.min()
              && number.getAsDouble() <= spec.max();
      if (good) {
        read[i] = number.getAsDouble();
        weights.get(i).removeAttribute("aria-invalid");
      } else {
        weights.get(i).setAttribute("aria-invalid", "true");
        allowed = false;
      }
    }
    frame.error(
        allowed
            ? ""
            : frame.say(
                "conv-attention.weights.bad",
                Numbers.fixed(spec.min(), 0),
                Numbers.fixed(spec.max(), 0)));
    if (allowed) {
      onWeights.accept(read);
    }
  }

  private HTMLElement figure(Surface surface, String key) {
    return Dom.el(
        "figure", "conv-figure", surface.element(), Dom.text("figcaption", "", frame.say(key)));
  }

  /** Nine cells under a caption; fields to write in, or places for numbers. */
  private HTMLElement grid(String key, List<HTMLElement> cells, boolean fields) {
    HTMLElement caption = Dom.text("p", "conv-grid-title", frame.say(key));
    caption.setId(frame.id() + "-" + key.substring(key.indexOf('.') + 1));
    HTMLElement grid = Dom.el("div", "conv-cells");
    grid.setAttribute("role", "group");
    grid.setAttribute("aria-labelledby", caption.getId());
    for (int i = 0; i < CELLS; i++) {
      HTMLElement cell = fields ? weightField(i) : Dom.el("span", "conv-cell");
      cells.add(cell);
      grid.appendChild(cell);
    }
    return Dom.el("div", "conv-grid", caption, grid);
  }

  private HTMLElement weightField(int i) {
    HTMLElement field = Dom.el("input", "conv-weight");
    field.setAttribute("type", "text");
    // Not «decimal»: that keyboard has no minus on some phones.
    field.setAttribute("inputmode", "text");
    field.setAttribute("autocomplete", "off");
    field.setAttribute("maxlength", "6");
    field.setAttribute(
        "aria-label",
        frame.say("conv-attention.weight.label", i / Kernel.SIDE + 1, i % Kernel.SIDE + 1));
    Dom.on(field, "input", this::readWeights);
    Dom.on(field, "blur", () -> Dom.setValue(field, plain(kernel.weights()[i])));
    return field;
  }

  private static String plain(double weight) {
    return Numbers.plain(weight, weight == Math.rint(weight) ? 0 : 2);
  }

  private static boolean sameWeights(Kernel a, Kernel b) {
    for (int i = 0; i < CELLS; i++) {
      if (a.weights()[i] != b.weights()[i]) {
        return false;
      }
    }
    return true;
  }

  private static HTMLElement active() {
    return HTMLDocument.current().getActiveElement();
  }
}
