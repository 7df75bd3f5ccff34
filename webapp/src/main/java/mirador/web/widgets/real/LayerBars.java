package mirador.web.widgets.real;

import mirador.concepts.explain.ClipStepsWords;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** One cosine for each layer as a row of bars with their numbers; the present layer is marked. */
final class LayerBars {
  private final HTMLElement element = Dom.el("ol", "layer-bars");

  LayerBars(String label) {
    element.setAttribute("start", "0");
    element.setAttribute("aria-label", label);
  }

  HTMLElement element() {
    return element;
  }

  /** Shows the cosines from before the first layer to after the last one. */
  void show(double[] cosines, int present) {
    Dom.clear(element);
    for (int layer = 0; layer < cosines.length; layer++) {
      HTMLElement bar = Dom.el("span", "vector-bar");
      bar.getStyle().setProperty("height", 100 * Math.max(0, cosines[layer]) + "%");
      HTMLElement item =
          Dom.el(
              "li",
              layer == present ? "layer-present" : "",
              Dom.el("span", "vector-room", bar),
              Dom.text("span", "", ClipStepsWords.cosine(cosines[layer])),
              Dom.text("span", "vector-channel", String.valueOf(layer)));
      if (layer == present) {
        item.setAttribute("aria-current", "true");
      }
      element.appendChild(item);
    }
  }
}
