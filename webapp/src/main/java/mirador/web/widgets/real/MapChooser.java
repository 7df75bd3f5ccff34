package mirador.web.widgets.real;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import mirador.web.canvas.Surface;
import mirador.web.dom.Dom;
import mirador.web.widgets.ArrowKeys;
import mirador.web.widgets.vit.CropView;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Several maps over the patches of one picture in small, heads or queries, each by its own scale; a
 * press or an arrow key takes one.
 */
public final class MapChooser {
  private final IntConsumer choose;
  private final HTMLElement element = Dom.el("div", "head-choice");
  private final List<HTMLElement> buttons = new ArrayList<>();
  private final List<HTMLCanvasElement> canvases = new ArrayList<>();
  private int chosen = -1;

  /**
   * An empty choice.
   *
   * @param label names it for a screen reader
   * @param choose hears which map was pressed, from 0
   */
  public MapChooser(String label, IntConsumer choose) {
    this.choose = choose;
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", label);
    ArrowKeys.among(element, buttons, () -> chosen, choose);
  }

  public HTMLElement element() {
    return element;
  }

  /**
   * Draws the maps.
   *
   * @param names of the maps; laid out anew only when there are more or fewer of them
   * @param weights of each map's patches
   * @param side patches in a row
   * @param chosen the pressed one, or -1
   */
  public void show(List<String> names, List<double[]> weights, int side, int chosen) {
    if (buttons.size() != names.size()) {
      lay(names);
    }
    this.chosen = chosen;
    String colour = Surface.colour("--attention");
    for (int i = 0; i < canvases.size(); i++) {
      draw(canvases.get(i), weights.get(i), side, colour);
    }
    ArrowKeys.mark(buttons, chosen);
  }

  private void lay(List<String> names) {
    Dom.clear(element);
    buttons.clear();
    canvases.clear();
    for (int i = 0; i < names.size(); i++) {
      int place = i;
      HTMLCanvasElement canvas = (HTMLCanvasElement) Dom.el("canvas", "");
      canvas.setAttribute("aria-hidden", "true");
      HTMLElement button = Dom.button("", "head-button", () -> choose.accept(place));
      button.appendChild(canvas);
      button.appendChild(Dom.text("span", "", names.get(i)));
      buttons.add(button);
      canvases.add(canvas);
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
