package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.Blip2ChatWords;
import mirador.concepts.vqa.RuleBasedVqa;
import mirador.site.model.BakedBlip2;

/**
 * The notebook's questions about one picture, answered by the rules and, when it is at hand, by
 * BLIP-2 (notebook cells 3.2, 3.3 and 4.4).
 */
final class Blip2ChatWidget implements StaticWidget {
  @Override
  public String name() {
    return "blip2-chat";
  }

  /** What the live widget says until its BLIP-2 is ready. */
  @Override
  public String result(WidgetContext context) {
    String picture = context.picture(image(context)).name();
    return context.blip2().isPresent()
        ? Blip2ChatWords.baked(context.messages(), picture)
        : Blip2ChatWords.pending(context.messages(), picture, context.settings().choice("memory"));
  }

  @Override
  public Markup html(WidgetContext context) {
    Markup table = table(context, context.blip2());
    return Markup.group(
        context.blip2().isPresent()
            ? RealBlip2.baked(context, say(context, "baked.how"), table)
            : table,
        RealBlip2.needs(context));
  }

  private static Markup table(WidgetContext context, Optional<BakedBlip2> blip2) {
    String id = image(context);
    List<String> columns =
        new ArrayList<>(List.of(say(context, "column.question"), say(context, "column.rules")));
    blip2.ifPresent(model -> columns.add(1, say(context, "column.model")));
    List<List<Markup>> rows = new ArrayList<>();
    for (Dialogue asked : dialogues(id)) {
      String question = asked.question();
      List<Markup> row = new ArrayList<>();
      row.add(english(asked.turns().isEmpty() ? question : asked.prompt()));
      blip2.ifPresent(
          model ->
              row.add(english(said(context, model.answer(context.picture(id), asked).text()))));
      row.add(english(RuleBasedVqa.answer(id, question).text()));
      rows.add(row);
    }
    return Tables.of(
        context.messages().get("blip2-chat.answers", context.picture(id).name()),
        columns,
        rows,
        "");
  }

  /** Questions alone; of the car the notebook's chained prompt too. */
  private static List<Dialogue> dialogues(String picture) {
    List<Dialogue> dialogues = new ArrayList<>();
    dialogues.add(Dialogue.EMPTY.ask(Notebook.BLIP2_QUESTION));
    for (String question : Notebook.SAMPLE_QUESTIONS) {
      dialogues.add(Dialogue.EMPTY.ask(question));
    }
    if (picture.equals("car")) {
      dialogues.add(Notebook.BLIP2_DIALOGUE);
    }
    return dialogues;
  }

  private static String said(WidgetContext context, String text) {
    return text.isEmpty() ? say(context, "nothing") : text;
  }

  private static Markup english(String text) {
    return Markup.of("span", text).with("lang", "en");
  }

  private static String say(WidgetContext context, String key) {
    return context.messages().get("blip2-chat." + key);
  }

  private static String image(WidgetContext context) {
    return context.settings().picture("image");
  }
}
