package mirador.site.widget;

import java.util.List;

/** Tables as the static widgets write them: labelled, scrollable, the first column a heading. */
public final class Tables {
  private Tables() {}

  /**
   * A table of texts.
   *
   * @param caption what the table shows
   * @param columns headings, the first over the row headings
   * @param rows each as long as {@code columns}
   */
  public static Markup of(String caption, List<String> columns, List<List<String>> rows) {
    return of(
        caption,
        columns,
        rows.stream()
            .map(row -> row.stream().map(cell -> Markup.group().text(cell)).toList())
            .toList(),
        "");
  }

  /**
   * A table of markup.
   *
   * @param classes of the table
   */
  public static Markup of(
      String caption, List<String> columns, List<List<Markup>> rows, String classes) {
    Markup head = Markup.of("tr");
    columns.forEach(column -> head.add(Markup.of("th", column).with("scope", "col")));
    Markup body = Markup.of("tbody");
    for (List<Markup> row : rows) {
      Markup line = Markup.of("tr");
      for (int i = 0; i < row.size(); i++) {
        line.add((i == 0 ? Markup.of("th").with("scope", "row") : Markup.of("td")).add(row.get(i)));
      }
      body.add(line);
    }
    Markup table = Markup.of("table");
    if (!classes.isEmpty()) {
      table.classes(classes);
    }
    return scrollable(
        caption, table.add(Markup.of("caption", caption), Markup.of("thead").add(head), body));
  }

  /** A place that scrolls sideways on a narrow screen, by keyboard too. */
  public static Markup scrollable(String label, Markup content) {
    return Markup.of("div")
        .classes("scroll")
        .with("role", "group")
        .with("tabindex", "0")
        .with("aria-label", label)
        .add(content);
  }
}
