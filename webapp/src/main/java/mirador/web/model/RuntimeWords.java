package mirador.web.model;

import mirador.concepts.inference.RuntimeChoice;
import mirador.concepts.text.Messages;

/** Says how a model is run and why so. */
public final class RuntimeWords {
  private RuntimeWords() {}

  /**
   * As {@link #sentence(Messages, RuntimeChoice)}, and whether this variant is slow there.
   *
   * @param variant of the model's weights
   */
  public static String sentence(Messages messages, RuntimeChoice choice, String variant) {
    String words = sentence(messages, choice);
    return choice.isSlowWith(variant) ? words + " " + messages.get("model.slow") : words;
  }

  /** One or two sentences; threads matter only where the processor computes. */
  public static String sentence(Messages messages, RuntimeChoice choice) {
    String what = messages.get("model.runtime." + choice.reason());
    return choice.gpu()
        ? what
        : what + " " + messages.get("model.threads." + choice.threadReason(), choice.threads());
  }
}
