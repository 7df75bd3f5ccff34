package mirador.concepts.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cutting text into pieces without regular expressions, which the page's runtime would have to
 * carry.
 */
public final class Words {
  private Words() {}

  /** The non-empty pieces of {@code text} between any of the characters in {@code separators}. */
  public static List<String> split(String text, String separators) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || separators.indexOf(text.charAt(i)) >= 0) {
        if (i > start) {
          pieces.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return pieces;
  }

  /**
   * {@code text} in at most {@code length} characters, cut after a whole word where there is one
   * and ended by «…».
   */
  public static String shorten(String text, int length) {
    String line = String.join(" ", split(text, " \t\r\n"));
    if (line.length() <= length) {
      return line;
    }
    int cut = line.lastIndexOf(' ', length - 1);
    if (cut < length / 2) {
      cut = length - 1;
      if (Character.isHighSurrogate(line.charAt(cut - 1))) {
        cut--; // half an emoji is no character
      }
    }
    return line.substring(0, cut) + "…";
  }
}
