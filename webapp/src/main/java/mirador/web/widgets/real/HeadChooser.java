package mirador.web.widgets.real;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mirador.concepts.explain.ClipAttentionWords;
import mirador.concepts.vit.AttentionMaps;
import mirador.concepts.vit.AttentionView;
import mirador.web.canvas.Surface;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.vit.CropView;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** All heads of a layer in small, each by its own scale; a press takes one. */
final class HeadChooser {
  private final WidgetFrame frame;
  private final Consumer<String> choose;
  private final HTMLElement element = Dom.el("div", "head-choice");
  private final List<Head> heads = new ArrayList<>();

  private record Head(HTMLElement button, HTMLCanvasElement canvas) {}

  HeadChooser(WidgetFrame frame, Consumer<String> choose) {
    this.frame = frame;
    this.choose = choose;
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", frame.say("clip-attention.heads"));
  }

  HTMLElement element() {
    return element;
  }

  /**
   * Draws the heads of the view's layer.
   *
   * @param side patches in a row
   */
  void show(AttentionMaps maps, AttentionView view, int side) {
    if (heads.size() != maps.heads()) {
      lay(maps.heads());
    }
    String colour = Surface.colour("--attention");
    for (int i = 0; i < heads.size(); i++) {
      String mix = String.valueOf(i + 1);
      double[] weights =
          AttentionView.patches(new AttentionView(view.layer(), mix, view.from()).row(maps));
      draw(heads.get(i).canvas(), weights, side, colour);
      heads.get(i).button().setAttribute("aria-pressed", String.valueOf(view.mix().equals(mix)));
    }
  }

  private void lay(int count) {
    Dom.clear(element);
    heads.clear();
    for (int i = 1; i <= count; i++) {
      String mix = String.valueOf(i);
      HTMLCanvasElement canvas = (HTMLCanvasElement) Dom.el("canvas", "");
      canvas.setAttribute("aria-hidden", "true");
      HTMLElement button = Dom.button("", "head-button", () -> choose.accept(mix));
      button.appendChild(canvas);
      button.appendChild(Dom.text("span", "", ClipAttentionWords.mix(frame.messages(), mix)));
      heads.add(new Head(button, canvas));
      element.appendChild(button);
    }
  }

  /** One pixel for each patch; the style sheet makes them large. */
  private static void draw(HTMLCanvasElement canvas, double[] weights, int side, String colour) {
    canvas.setWidth(side);
    canvas.setHeight(side);
    CanvasRenderingContext2D g = (CanvasRenderingContext2D) canvas.getContext("2d");
    g.setFillStyle(colour);
    double greatest = CropView.greatest(weights);
    for (int i = 0; i < weights.length; i++) {
      g.setGlobalAlpha(greatest > 0 ? weights[i] / greatest : 0);
      g.fillRect(i % side, Math.floorDiv(i, side), 1, 1);
    }
  }
}
