package mirador.site.widget;

import java.util.List;
import java.util.Map;
import mirador.concepts.colour.ColourScale;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.Words;

/** A matrix as a table of coloured cells with its scale: the static side of the live heat map. */
final class MatrixHtml {
  private static final int SHOWN_LENGTH = 60;
  private static final int SCALE_STEPS = 20;

  private MatrixHtml() {}

  /**
   * A matrix of any size and range; the cells where row and column belong together are marked.
   *
   * @param values (rows, columns)
   * @param digits decimals of every value
   */
  static Markup of(
      String caption,
      String corner,
      List<Markup> rows,
      List<Markup> columns,
      double[][] values,
      ValueRange range,
      int digits) {
    return matrix(caption, corner, rows, columns, values, range, digits, true);
  }

  /** The same where rows and columns do not belong together. */
  static Markup plain(
      String caption,
      String corner,
      List<Markup> rows,
      List<Markup> columns,
      double[][] values,
      ValueRange range,
      int digits) {
    return matrix(caption, corner, rows, columns, values, range, digits, false);
  }

  private static Markup matrix(
      String caption,
      String corner,
      List<Markup> rows,
      List<Markup> columns,
      double[][] values,
      ValueRange range,
      int digits,
      boolean diagonal) {
    Markup head = Markup.of("tr").add(Markup.of("td", corner).classes("matrix-corner"));
    columns.forEach(column -> head.add(Markup.of("th").with("scope", "col").add(column)));
    Markup body = Markup.of("tbody");
    for (int i = 0; i < rows.size(); i++) {
      Markup line = Markup.of("tr").add(Markup.of("th").with("scope", "row").add(rows.get(i)));
      for (int j = 0; j < columns.size(); j++) {
        String colour = range.cssClass(values[i][j]);
        line.add(
            Markup.of("td", Numbers.fixed(values[i][j], digits))
                .classes(diagonal && i == j ? colour + " matrix-right" : colour));
      }
      body.add(line);
    }
    Markup table =
        Markup.of("table")
            .classes("matrix")
            .add(
                Markup.of("caption", caption).classes("visually-hidden"),
                Markup.of("thead").add(head),
                body);
    return Markup.of("div")
        .classes("matrix-frame")
        .add(Tables.scrollable(caption, table), scale(range));
  }

  /** The matrix text x image: captions as pills, pictures with their thumbnails. */
  static Markup symbolic(
      WidgetContext context,
      String caption,
      Map<String, String> captions,
      SimilarityMatrix matrix) {
    return of(context, caption, captions, matrix, ValueRange.UNIT, 2);
  }

  /** The same of any range. */
  static Markup of(
      WidgetContext context,
      String caption,
      Map<String, String> captions,
      SimilarityMatrix matrix,
      ValueRange range,
      int digits) {
    return of(
        caption,
        context.messages().get("similarity-matrix.corner"),
        matrix.rows().stream().map(id -> pill(context, captions.get(id))).toList(),
        matrix.columns().stream().map(id -> picture(context, id)).toList(),
        matrix.values(),
        range,
        digits);
  }

  private static Markup pill(WidgetContext context, String caption) {
    return Markup.of("span", context.messages().get("quoted", Words.shorten(caption, SHOWN_LENGTH)))
        .classes("text-token matrix-caption")
        .with("lang", "en");
  }

  private static Markup picture(WidgetContext context, String id) {
    return Markup.of("span")
        .classes("matrix-picture")
        .add(context.thumbnail(id), Markup.of("span", context.picture(id).name()));
  }

  private static Markup scale(ValueRange range) {
    Markup bar =
        Markup.svg(SCALE_STEPS + 1, 1)
            .with("preserveAspectRatio", "none")
            .with("aria-hidden", "true");
    for (int i = 0; i <= SCALE_STEPS; i++) {
      bar.add(
          Markup.of("rect")
              .with("x", i)
              .with("width", 1.05)
              .with("height", 1)
              .with("fill", ColourScale.cividis((double) i / SCALE_STEPS).hex()));
    }
    return Markup.of("p").classes("matrix-scale").add(end(range.low()), bar, end(range.high()));
  }

  private static Markup end(double value) {
    return Markup.of("span", Numbers.fixed(value, value == Math.rint(value) ? 0 : 2));
  }
}
