package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.RetrievalMetricsWords;
import mirador.concepts.retrieval.Ranking;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Numbers;

/** How well a matrix serves for searching both ways (notebook cells 2.3 and 2.4). */
final class RetrievalMetricsWidget implements StaticWidget {
  @Override
  public String name() {
    return "retrieval-metrics";
  }

  @Override
  public String result(WidgetContext context) {
    double[][] matrix = matrix(context);
    return RetrievalMetricsWords.result(
        context.messages(),
        RetrievalMetrics.ranksTextToImage(matrix),
        RetrievalMetrics.ranksImageToText(matrix));
  }

  @Override
  public Markup html(WidgetContext context) {
    double[][] matrix = matrix(context);
    List<String> names = names(matrix.length);
    ValueRange range = ValueRange.UNIT.with(ValueRange.of(matrix).low());
    Markup tables =
        Markup.of("div")
            .classes("metrics-tables")
            .add(
                way(context, "text-to-image", transposed(matrix), "txt:", "img:"),
                way(context, "image-to-text", matrix, "img:", "txt:"),
                summary(context, matrix));
    Markup play =
        Markup.group(
            MatrixHtml.of(
                say(context, "matrix"),
                say(context, "corner"),
                names.stream().map(name -> Markup.of("span", "img:" + name)).toList(),
                names.stream().map(name -> Markup.of("span", "txt:" + name)).toList(),
                matrix,
                range,
                2));
    if (RetrievalMetricsWords.hasTies(matrix)) {
      play.add(Markup.of("p", say(context, "ties")).classes("careful-note"));
    }
    return play.add(tables);
  }

  private static Markup way(
      WidgetContext context, String way, double[][] scores, String query, String hit) {
    int[] ranks = RetrievalMetrics.ranksImageToText(scores);
    List<String> names = names(scores.length);
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
                + Numbers.fixed(scores[q][found], 2));
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

  private static Markup summary(WidgetContext context, double[][] matrix) {
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

  private static double[][] matrix(WidgetContext context) {
    double[][] set = context.settings().matrix("matrix");
    return set.length > 0
        ? set
        : SimilarityMatrix.symbolic(Notebook.CAPTIONS).transposed().values();
  }

  private static double[][] transposed(double[][] matrix) {
    List<String> names = names(matrix.length);
    return new SimilarityMatrix(names, names, matrix).transposed().values();
  }

  /** The notebook's keys for the first pairs, numbers for the others. */
  private static List<String> names(int size) {
    return IntStream.range(0, size)
        .mapToObj(
            i -> i < Notebook.PICTURES.size() ? Notebook.PICTURES.get(i) : String.valueOf(i + 1))
        .toList();
  }

  private static String say(WidgetContext context, String key) {
    return context.messages().get("retrieval-metrics." + key);
  }
}
