package mirador.site.widget;

import mirador.concepts.course.Notebook;
import mirador.concepts.explain.QuestionDesignWords;
import mirador.concepts.explain.VqaRuleWords;
import mirador.concepts.text.Messages;
import mirador.concepts.vqa.RuleBasedVqa;
import mirador.concepts.vqa.VqaAnswer;

/** An example of both kinds of question for every picture, with the rules' answer (cell 3.3). */
final class QuestionDesignWidget implements StaticWidget {
  @Override
  public String name() {
    return "question-design";
  }

  @Override
  public String result(WidgetContext context) {
    return QuestionDesignWords.result(context.messages(), 0, 0);
  }

  @Override
  public Markup html(WidgetContext context) {
    Markup cards = Markup.of("div").classes("design-cards");
    for (String picture : Notebook.PICTURES) {
      Markup questions = Markup.of("div").classes("design-questions");
      for (String kind : QuestionDesignWords.KINDS) {
        questions.add(question(context.messages(), picture, kind));
      }
      cards.add(
          Markup.of("div")
              .classes("design-card")
              .add(
                  Markup.of("strong", context.picture(picture).name()),
                  Markup.of("div")
                      .classes("design-row")
                      .add(context.image(picture).classes("picture-view"), questions)));
    }
    return cards;
  }

  private static Markup question(Messages messages, String picture, String kind) {
    String question = QuestionDesignWords.example(messages, picture, kind);
    VqaAnswer answer = RuleBasedVqa.answer(picture, question);
    return Markup.of("div")
        .classes("designed")
        .add(
            Markup.of("span", messages.get("question-design.kind." + kind)).classes("small-label"),
            Markup.of(
                    "p",
                    messages.get(
                        "question-design.example",
                        question,
                        QuestionDesignWords.exampleGloss(messages, picture, kind)))
                .classes("design-example"),
            Markup.of("p")
                .classes("design-answer")
                .add(
                    Markup.of("strong", messages.get("question-design.rules")),
                    RuleMarkup.english("span", answer.text()),
                    Markup.of("span", VqaRuleWords.name(messages, answer.rule()))
                        .classes("design-why")));
  }
}
