package mirador.web.widgets.blip2;

import mirador.concepts.explain.Blip2QueriesWords;
import mirador.concepts.explain.ClipAttentionWords;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** How much the language model took from each query, as a row of bars; one of them is marked. */
final class QueryBars {
  private final HTMLElement element = Dom.el("ol", "layer-bars query-bars");

  QueryBars(String label) {
    element.setAttribute("aria-label", label);
  }

  HTMLElement element() {
    return element;
  }

  /**
   * Shows weights; the greatest fills the height.
   *
   * @param weights (queries)
   * @param marked from 1
   */
  void show(double[] weights, int marked) {
    Dom.clear(element);
    double greatest = 0;
    for (double weight : weights) {
      greatest = Math.max(greatest, weight);
    }
    for (int i = 0; i < weights.length; i++) {
      HTMLElement bar = Dom.el("span", "vector-bar query-bar");
      bar.getStyle().setProperty("height", 100 * (greatest > 0 ? weights[i] / greatest : 0) + "%");
      HTMLElement item =
          Dom.el(
              "li",
              i + 1 == marked ? "layer-present" : "",
              Dom.el("span", "vector-room", bar),
              Dom.text("span", "", ClipAttentionWords.percent(weights[i])),
              Dom.text("span", "query-name", Blip2QueriesWords.query(i + 1)));
      if (i + 1 == marked) {
        item.setAttribute("aria-current", "true");
      }
      element.appendChild(item);
    }
  }
}
