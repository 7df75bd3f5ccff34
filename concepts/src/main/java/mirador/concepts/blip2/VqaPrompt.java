package mirador.concepts.blip2;

import mirador.concepts.text.PythonText;

/**
 * How BLIP-2 is asked (Li et al. 2023, section 4.1): {@code Question: … Answer:}, without a space
 * at the end, since a token of OPT begins with the space before its word.
 */
public final class VqaPrompt {
  private VqaPrompt() {}

  /**
   * The prompt of a question.
   *
   * @throws IllegalArgumentException when the question is empty
   */
  public static String of(String question) {
    String asked = PythonText.strip(question);
    if (asked.isEmpty()) {
      throw new IllegalArgumentException("the question is empty: ask something");
    }
    return "Question: " + asked + " Answer:";
  }

  /** A question with its answer, as a prompt that goes on tells it. */
  static String of(String question, String answer) {
    String said = PythonText.strip(answer);
    return said.isEmpty() ? of(question) : of(question) + " " + said;
  }
}
