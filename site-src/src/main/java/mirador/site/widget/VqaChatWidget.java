package mirador.site.widget;

import java.util.List;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.VqaChatWords;
import mirador.concepts.explain.VqaRuleWords;
import mirador.concepts.vqa.RuleBasedVqa;
import mirador.concepts.vqa.VqaAnswer;

/** The sample questions about one picture with the rules' answers (notebook cell 3.1). */
final class VqaChatWidget implements StaticWidget {
  @Override
  public String name() {
    return "vqa-chat";
  }

  @Override
  public String result(WidgetContext context) {
    String question = context.settings().text("question");
    String picture = image(context);
    String name = context.picture(picture).name();
    return question.isBlank()
        ? VqaChatWords.waiting(context.messages(), name)
        : VqaChatWords.result(context.messages(), name, RuleBasedVqa.answer(picture, question));
  }

  @Override
  public Markup html(WidgetContext context) {
    String question = context.settings().text("question");
    List<String> asked = question.isBlank() ? Notebook.SAMPLE_QUESTIONS : List.of(question);
    Markup log =
        Markup.of("div")
            .classes("chat-log chat-log-still")
            .with("tabindex", "0")
            .with("role", "group");
    log.with("aria-label", context.messages().get("vqa-chat.log"));
    asked.forEach(one -> log.add(turn(context, one)));
    String picture = image(context);
    return Markup.group(
        Markup.of("div")
            .classes("chat")
            .add(
                Markup.of("div")
                    .classes("chat-seen")
                    .add(
                        context.image(picture).classes("picture-view"),
                        Markup.of("p", context.picture(picture).name()).classes("chat-caption"),
                        RuleMarkup.facts(context.messages(), picture)),
                Markup.of("div").classes("chat-talk").add(log)),
        Markup.of("p", context.messages().get("vqa.rules.heading")).classes("rule-heading"),
        RuleMarkup.vqaRules(context.messages()));
  }

  private static Markup turn(WidgetContext context, String question) {
    VqaAnswer answer = RuleBasedVqa.answer(image(context), question);
    Markup asked =
        RuleMarkup.highlighted("p", question, answer.matched())
            .classes("chat-question")
            .with("lang", "en");
    String gloss = VqaRuleWords.gloss(context.messages(), question);
    return Markup.of("div")
        .classes("chat-turn")
        .add(
            asked,
            gloss.isEmpty() ? Markup.group() : Markup.of("p", gloss).classes("chat-gloss"),
            RuleMarkup.english("p", answer.text()).classes("chat-answer"),
            Markup.of("p", VqaRuleWords.why(context.messages(), answer)).classes("chat-why"));
  }

  private static String image(WidgetContext context) {
    return context.settings().picture("image");
  }
}
