package mirador.concepts.text;

import java.util.ArrayList;
import java.util.List;

/** Finds where the words that triggered a rule stand inside what somebody wrote. */
public final class Highlight {
  private Highlight() {}

  /**
   * A piece of a text.
   *
   * @param marked whether it is one of the words looked for
   */
  public record Piece(String text, boolean marked) {}

  /**
   * {@code text} in pieces, in order; together they are the whole text. Words are found inside
   * other words, and in capitals as well, as the rules find them.
   *
   * @param words in lower case
   */
  public static List<Piece> of(String text, List<String> words) {
    String lower = lower(text);
    boolean[] marked = new boolean[text.length()];
    for (String word : words) {
      for (int at = lower.indexOf(word); at >= 0 && !word.isEmpty(); at = lower.indexOf(word, at)) {
        for (int end = at + word.length(); at < end; at++) {
          marked[at] = true;
        }
      }
    }
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || marked[i] != marked[start]) {
        pieces.add(new Piece(text.substring(start, i), marked[start]));
        start = i;
      }
    }
    return pieces;
  }

  /** Character by character, so that every place stays where it was. */
  private static String lower(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(Letters.lower(text.charAt(i)));
    }
    return out.toString();
  }
}
