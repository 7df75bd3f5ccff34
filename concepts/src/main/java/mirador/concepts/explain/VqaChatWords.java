package mirador.concepts.explain;

import mirador.concepts.text.Messages;
import mirador.concepts.vqa.VqaAnswer;

/** The result of the chat over a picture. */
public final class VqaChatWords {
  private VqaChatWords() {}

  /** Before anything was asked. */
  public static String waiting(Messages messages, String pictureName) {
    return messages.get("vqa-chat.waiting", pictureName);
  }

  /** After a question: why the last answer came out. */
  public static String result(Messages messages, String pictureName, VqaAnswer answer) {
    return messages.get("vqa-chat.result", pictureName, VqaRuleWords.why(messages, answer));
  }
}
