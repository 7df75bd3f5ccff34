package mirador.web.widgets.vqa;

import java.util.function.Consumer;
import mirador.concepts.explain.VqaRuleWords;
import mirador.concepts.text.Messages;
import mirador.concepts.vqa.RuleBasedVqa;
import mirador.concepts.vqa.VqaAnswer;
import mirador.concepts.vqa.VqaRule;

/** The rules of cell 3.1 as an answerer. */
final class RuleAnswerer implements Answerer {
  private final Messages messages;

  RuleAnswerer(Messages messages) {
    this.messages = messages;
  }

  @Override
  public String name() {
    return messages.get("question-design.rules");
  }

  @Override
  public void answer(String picture, String question, Consumer<Answered> done) {
    VqaAnswer answer = RuleBasedVqa.answer(picture, question);
    done.accept(
        new Answered(
            answer.text(),
            VqaRuleWords.name(messages, answer.rule()),
            answer.matched(),
            answer.rule() != VqaRule.FALLBACK));
  }
}
