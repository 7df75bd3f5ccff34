package mirador.concepts.course;

import java.util.OptionalDouble;
import mirador.concepts.text.Letters;
import mirador.concepts.text.Numbers;

/**
 * Whether what a learner filled in is what a case expects: numbers are compared as numbers (a
 * decimal comma is read as a point), texts without regard to case, outer and repeated spaces and
 * outer quotes.
 */
public final class AnswerCheck {
  /** How far two numbers may lie apart when the case names no tolerance. */
  public static final double DEFAULT_TOLERANCE = 1e-9;

  private AnswerCheck() {}

  /**
   * Compares a filled-in answer with the expected one.
   *
   * @param expected as the author wrote it
   * @param given as the learner wrote it
   * @param tolerance greatest distance of two numbers; ignored for texts
   */
  public static boolean matches(String expected, String given, double tolerance) {
    OptionalDouble expectedNumber = number(expected);
    OptionalDouble givenNumber = number(given);
    if (expectedNumber.isPresent()) {
      return givenNumber.isPresent()
          && Math.abs(expectedNumber.getAsDouble() - givenNumber.getAsDouble())
              <= tolerance + DEFAULT_TOLERANCE;
    }
    return plain(expected).equals(plain(given));
  }

  private static OptionalDouble number(String text) {
    // A thin or plain space between thousands is how the course itself writes numbers.
    return Numbers.parse(text.replace("\u202f", "").replace("\u00a0", ""));
  }

  private static String plain(String text) {
    StringBuilder out = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'' || c == '«' || c == '»' || c == '“' || c == '”') {
        continue;
      }
      if (c == ' ' || c == '\t' || c == '\n' || c == '\u00a0') {
        space = out.length() > 0;
        continue;
      }
      if (space) {
        out.append(' ');
        space = false;
      }
      out.append(Letters.lower(c));
    }
    return out.toString();
  }
}
