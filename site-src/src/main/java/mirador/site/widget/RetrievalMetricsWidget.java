package mirador.site.widget;

import java.util.List;
import java.util.stream.IntStream;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.RetrievalMetricsWords;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.retrieval.SimilarityMatrix;

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
    Markup tables = MetricsHtml.of(context, matrix, names, 2);
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

  private static double[][] matrix(WidgetContext context) {
    double[][] set = context.settings().matrix("matrix");
    return set.length > 0
        ? set
        : SimilarityMatrix.symbolic(Notebook.CAPTIONS).transposed().values();
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
