package mirador.web.widgets.clip;

import java.util.List;
import mirador.concepts.explain.RetrievalMetricsWords;
import mirador.concepts.retrieval.Ranking;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.text.Numbers;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/** Step by step from a matrix to its metrics: the order found, the rank, the average precision. */
public final class MetricsTables {
  private static final int[] KS = {1, 2, 3};

  private final WidgetFrame frame;
  private final int digits;
  private final HTMLElement element = Dom.el("div", "metrics-tables");

  /**
   * Empty tables.
   *
   * @param digits decimals of a similarity
   */
  public MetricsTables(WidgetFrame frame, int digits) {
    this.frame = frame;
    this.digits = digits;
  }

  public HTMLElement element() {
    return element;
  }

  /**
   * Shows both ways and the summary.
   *
   * @param matrix similarities image x text, (n, n)
   * @param names of the pairs
   */
  public void show(double[][] matrix, List<String> names) {
    int n = matrix.length;
    double[][] textByImage = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        textByImage[j][i] = matrix[i][j];
      }
    }
    int[] textToImage = RetrievalMetrics.ranksTextToImage(matrix);
    int[] imageToText = RetrievalMetrics.ranksImageToText(matrix);
    Dom.replaceChildren(
        element,
        way("text-to-image", textByImage, textToImage, "txt:", "img:", names),
        way("image-to-text", matrix, imageToText, "img:", "txt:", names),
        summary(textToImage, imageToText));
  }

  /** Shows the summary alone, of collections too large for the steps. */
  public void show(int[] textToImage, int[] imageToText) {
    Dom.replaceChildren(element, summary(textToImage, imageToText));
  }

  private HTMLElement way(
      String way,
      double[][] scores,
      int[] ranks,
      String queryPrefix,
      String hitPrefix,
      List<String> names) {
    HTMLElement body = Dom.el("tbody", "");
    for (int q = 0; q < scores.length; q++) {
      HTMLElement found = Dom.el("td", "metrics-order");
      int place = 1;
      for (int hit : Ranking.order(scores[q])) {
        String text =
            place++
                + ". "
                + hitPrefix
                + names.get(hit)
                + " "
                + Numbers.fixed(scores[q][hit], digits);
        found.appendChild(
            Dom.text("span", hit == q ? "metrics-hit verdict-right" : "metrics-hit", text));
      }
      body.appendChild(
          Dom.el(
              "tr",
              "",
              rowHead(queryPrefix + names.get(q)),
              found,
              Dom.text("td", "number", Numbers.integer(ranks[q])),
              Dom.text("td", "number", RetrievalMetricsWords.precision(ranks[q]))));
    }
    HTMLElement mean = Dom.text("td", "", RetrievalMetricsWords.mean(ranks));
    mean.setAttribute("colspan", "3");
    HTMLElement foot = Dom.el("tfoot", "", Dom.el("tr", "", rowHead("mAP"), mean));
    return table(
        frame.say("retrieval-metrics.way." + way),
        head("head.query", "head.order", "head.rank", "head.precision"),
        body,
        foot);
  }

  private HTMLElement summary(int[] textToImage, int[] imageToText) {
    HTMLElement body = Dom.el("tbody", "");
    for (int k : KS) {
      body.appendChild(
          line(
              "Recall@" + k,
              RetrievalMetrics.recallAtK(textToImage, k),
              RetrievalMetrics.recallAtK(imageToText, k)));
    }
    body.appendChild(
        line(
            "mAP",
            RetrievalMetrics.meanAveragePrecision(textToImage),
            RetrievalMetrics.meanAveragePrecision(imageToText)));
    return table(
        frame.say("retrieval-metrics.summary"),
        head("head.metric", "way.text-to-image", "way.image-to-text"),
        body);
  }

  private static HTMLElement line(String name, double textToImage, double imageToText) {
    return Dom.el(
        "tr",
        "",
        rowHead(name),
        Dom.text("td", "number", Numbers.fixed(textToImage, 3)),
        Dom.text("td", "number", Numbers.fixed(imageToText, 3)));
  }

  private HTMLElement head(String... keys) {
    HTMLElement row = Dom.el("tr", "");
    for (String key : keys) {
      HTMLElement heading = Dom.text("th", "", frame.say("retrieval-metrics." + key));
      heading.setAttribute("scope", "col");
      row.appendChild(heading);
    }
    return Dom.el("thead", "", row);
  }

  private static HTMLElement rowHead(String text) {
    HTMLElement heading = Dom.text("th", "", text);
    heading.setAttribute("scope", "row");
    return heading;
  }

  private static HTMLElement table(String caption, HTMLElement... parts) {
    HTMLElement table = Dom.el("table", "data-table", Dom.text("caption", "", caption));
    for (HTMLElement part : parts) {
      table.appendChild(part);
    }
    HTMLElement scroller = Dom.el("div", "matrix-scroll", table);
    scroller.setAttribute("role", "group");
    scroller.setAttribute("tabindex", "0");
    scroller.setAttribute("aria-label", caption);
    return scroller;
  }
}
