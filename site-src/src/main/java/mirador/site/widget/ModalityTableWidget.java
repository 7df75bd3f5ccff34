package mirador.site.widget;

import mirador.concepts.explain.ModalityRouterWords;
import mirador.concepts.explain.ModalityTableWords;
import mirador.concepts.text.Messages;

/** The table to complete, empty as on paper, and a model behind a fold (notebook cell 4.5). */
final class ModalityTableWidget implements StaticWidget {
  @Override
  public String name() {
    return "modality-table";
  }

  @Override
  public String result(WidgetContext context) {
    return ModalityTableWords.result(context.messages(), 0);
  }

  @Override
  public Markup html(WidgetContext context) {
    Messages messages = context.messages();
    return Markup.group(
        table(messages, false),
        Markup.of("details")
            .classes("model-answer")
            .with("data-answer", "")
            .add(
                Markup.of("summary", messages.get("modality-table.reveal")),
                table(messages, true),
                Markup.of("p", messages.get("modality-table.note")).classes("model-note")));
  }

  private static Markup table(Messages messages, boolean filled) {
    Markup head = Markup.of("tr").with("role", "row");
    head.add(heading(messages.get("modality-table.modality"), "col"));
    ModalityTableWords.COLUMNS.forEach(
        column -> head.add(heading(ModalityTableWords.column(messages, column), "col")));
    Markup body = Markup.of("tbody").with("role", "rowgroup");
    for (String modality : ModalityTableWords.MODALITIES) {
      Markup row = Markup.of("tr").with("role", "row");
      row.add(heading(ModalityRouterWords.name(messages, modality), "row"));
      for (String column : ModalityTableWords.COLUMNS) {
        String text = filled ? ModalityTableWords.model(messages, modality, column) : "…";
        row.add(
            Markup.of("td")
                .with("role", "cell")
                .add(
                    Markup.of("span", ModalityTableWords.column(messages, column))
                        .classes("stacked-label"),
                    Markup.of("span", text).classes(filled ? "cell-text" : "cell-empty")));
      }
      body.add(row);
    }
    // A narrow page stacks the cells, which takes the table's own roles away: so they are said.
    return Markup.of("table")
        .classes("data-table stacking")
        .with("role", "table")
        .add(
            Markup.of(
                "caption",
                messages.get(filled ? "modality-table.model" : "modality-table.caption")),
            Markup.of("thead").with("role", "rowgroup").add(head),
            body);
  }

  private static Markup heading(String text, String scope) {
    return Markup.of("th", text)
        .with("scope", scope)
        .with("role", scope.equals("col") ? "columnheader" : "rowheader");
  }
}
