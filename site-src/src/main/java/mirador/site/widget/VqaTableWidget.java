package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.VqaRuleWords;
import mirador.concepts.explain.VqaTableWords;
import mirador.concepts.vqa.RuleBasedVqa;
import mirador.concepts.vqa.VqaAnswer;

/** All answers to the sample questions, each with its rule (notebook cell 3.1). */
final class VqaTableWidget implements StaticWidget {
  @Override
  public String name() {
    return "vqa-table";
  }

  @Override
  public String result(WidgetContext context) {
    return VqaTableWords.result(context.messages());
  }

  @Override
  public Markup html(WidgetContext context) {
    List<String> columns = new ArrayList<>();
    columns.add(context.messages().get("vqa-table.question"));
    Notebook.PICTURES.forEach(picture -> columns.add(context.picture(picture).name()));
    List<List<Markup>> rows = new ArrayList<>();
    for (String question : Notebook.SAMPLE_QUESTIONS) {
      List<Markup> row = new ArrayList<>();
      row.add(
          Markup.group(
              RuleMarkup.english("span", question).classes("chip-text"),
              Markup.of("span", VqaRuleWords.gloss(context.messages(), question))
                  .classes("chip-gloss")));
      Notebook.PICTURES.forEach(picture -> row.add(cell(context, picture, question)));
      rows.add(row);
    }
    return Tables.of(
        context.messages().get("vqa-table.caption"), columns, rows, "data-table vqa-answers");
  }

  private static Markup cell(WidgetContext context, String picture, String question) {
    VqaAnswer answer = RuleBasedVqa.answer(picture, question);
    return Markup.of("div")
        .classes("vqa-cell-still")
        .add(
            RuleMarkup.english("span", answer.text()),
            Markup.of("span", VqaRuleWords.name(context.messages(), answer.rule()))
                .classes("cell-rule"));
  }
}
