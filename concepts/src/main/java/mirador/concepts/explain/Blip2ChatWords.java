package mirador.concepts.explain;

import mirador.concepts.text.Messages;
import mirador.concepts.vqa.VqaAnswer;
import mirador.concepts.vqa.VqaRule;

/** The dialogue with BLIP-2 over a picture, beside the rules (notebook cells 3.2, 3.3 and 4.4). */
public final class Blip2ChatWords {
  private Blip2ChatWords() {}

  /**
   * What there will be, before BLIP-2 is there.
   *
   * @param memory {@code "yes"} where the prompt holds earlier turns, or {@code "no"}
   */
  public static String pending(Messages messages, String picture, String memory) {
    return messages.get(
        "blip2-chat.pending", picture, messages.get("blip2-chat.pending.memory." + memory));
  }

  /** The turn that the learner wrote; how to write it as long as a half of it is missing. */
  public static String handWritten(Messages messages, String question, String answer) {
    return question.isBlank() || answer.isBlank()
        ? messages.get("blip2-chat.hand.half", question, answer)
        : messages.get("blip2-chat.hand", question, answer);
  }

  /** What stands below while BLIP-2 is not there, when the site has brought results of it. */
  public static String baked(Messages messages, String picture) {
    return messages.get("blip2-chat.baked", picture);
  }

  /** BLIP-2 is there and has not been asked. */
  public static String ready(Messages messages, String picture) {
    return messages.get("blip2-chat.ready", picture);
  }

  /** It is answering. */
  public static String writing(Messages messages, String question) {
    return messages.get("blip2-chat.writing", question);
  }

  /** What both answered to the last question. */
  public static String result(
      Messages messages, String question, String answer, VqaAnswer rules, int turnsBefore) {
    String both =
        messages.get(
            "blip2-chat.result",
            question,
            answer.isEmpty() ? messages.get("blip2-chat.nothing") : answer,
            rules(messages, rules));
    return turnsBefore == 0
        ? both
        : both + " " + messages.get("blip2-chat.result.memory", turnsBefore);
  }

  /** It was stopped before it had answered. */
  public static String stopped(Messages messages, String question) {
    return messages.get("blip2-chat.stopped", question);
  }

  /** What the rules answer, and by which of them. */
  public static String rules(Messages messages, VqaAnswer answer) {
    return answer.rule() == VqaRule.FALLBACK
        ? messages.get("blip2-chat.rules.fallback", answer.text())
        : messages.get(
            "blip2-chat.rules", answer.text(), VqaRuleWords.name(messages, answer.rule()));
  }
}
