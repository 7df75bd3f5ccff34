package mirador.concepts.explain;

import mirador.concepts.course.Notebook;
import mirador.concepts.text.Messages;
import mirador.concepts.vqa.RuleBasedVqa;
import mirador.concepts.vqa.VqaAnswer;
import mirador.concepts.vqa.VqaRule;

/** The result of the table of all answers. */
public final class VqaTableWords {
  private VqaTableWords() {}

  /** How many answers there are and where they come from. */
  public static String result(Messages messages) {
    int answers = 0;
    int fallbacks = 0;
    for (String question : Notebook.SAMPLE_QUESTIONS) {
      for (String picture : Notebook.PICTURES) {
        answers++;
        if (RuleBasedVqa.answer(picture, question).rule() == VqaRule.FALLBACK) {
          fallbacks++;
        }
      }
    }
    return messages.get("vqa-table.result", answers, VqaRule.values().length - 1, fallbacks);
  }

  /** Why one cell says what it says. */
  public static String cell(
      Messages messages, String question, String pictureName, VqaAnswer answer) {
    return messages.get(
        "vqa-table.cell", question, pictureName, VqaRuleWords.why(messages, answer));
  }
}
