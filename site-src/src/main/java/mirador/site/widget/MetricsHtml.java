package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.explain.RetrievalMetricsWords;
import mirador.concepts.retrieval.Ranking;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Numbers;

/** Step by step from a matrix to its metrics: the order found, the rank, the average precision. */
final class MetricsHtml {
  private MetricsHtml() {}

  /**
   * Both ways and the summary.
   *
   * @param matrix similarities image x text, (n, n)
   * @param names of the pairs
   * @param digits decimals of a similarity
   */
  static Markup of(WidgetContext context, double[][] matrix, List<String> names, int digits) {
    double[][] textByImage = new SimilarityMatrix(names, names, matrix).transposed().values();
    return Markup.of("div")
        .classes("metrics-tables")
        .add(
            way(context, "text-to-image", textByImage, names, "txt:", "img:", digits),
            way(context, "image-to-text", matrix, names, "img:", "txt:", digits),
            summary(context, matrix));
  }

  /** The summary alone. */
  static Markup summary(WidgetContext context, double[][] matrix) {
    int[] toImage = RetrievalMetrics.ranksTextToImage(matrix);
    int[] toText = RetrievalMetrics.ranksImageToText(matrix);
    List<List<String>> rows = new ArrayList<>();
    for (int k : new int[] {1, 2, 3}) {
      rows.add(
          List.of(
              "Recall@" + k,
              Numbers.fixed(RetrievalMetrics.recallAtK(toImage, k), 3),
              Numbers.fixed(RetrievalMetrics.recallAtK(toText, k), 3)));
    }
    rows.add(
        List.of(
            "mAP",
            Numbers.fixed(RetrievalMetrics.meanAveragePrecision(toImage), 3),
            Numbers.fixed(RetrievalMetrics.meanAveragePrecision(toText), 3)));
    return Tables.of(
        say(context, "summary"),
        List.of(
            say(context, "head.metric"),
            say(context, "way.text-to-image"),
            say(context, "way.image-to-text")),
        rows);
  }

  private static Markup way(
      WidgetContext context,
      String way,
      double[][] scores,
      List<String> names,
      String query,
      String hit,
      int digits) {
    int[] ranks = RetrievalMetrics.ranksImageToText(scores);
    List<List<String>> rows = new ArrayList<>();
    for (int q = 0; q < scores.length; q++) {
      List<String> order = new ArrayList<>();
      for (int found : Ranking.order(scores[q])) {
        String mark = found == q ? "✓ " : "";
        order.add(
            mark
                + (order.size() + 1)
                + ". "
                + hit
                + names.get(found)
                + " "
                + Numbers.fixed(scores[q][found], digits));
      }
      rows.add(
          List.of(
              query + names.get(q),
              String.join(" · ", order),
              Numbers.integer(ranks[q]),
              RetrievalMetricsWords.precision(ranks[q])));
    }
    rows.add(List.of("mAP", RetrievalMetricsWords.mean(ranks), "", ""));
    return Tables.of(
        say(context, "way." + way),
        List.of(
            say(context, "head.query"),
            say(context, "head.order"),
            say(context, "head.rank"),
            say(context, "head.precision")),
        rows);
  }

  private static String say(WidgetContext context, String key) {
    return context.messages().get("retrieval-metrics." + key);
  }
}
