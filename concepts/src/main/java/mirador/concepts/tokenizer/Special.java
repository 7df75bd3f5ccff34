package mirador.concepts.tokenizer;

import java.util.ArrayList;
import java.util.List;

/** Tokens that are no words, such as the end of a text, where somebody writes them into a text. */
final class Special {
  private Special() {}

  /** The text, cut so that each of {@code specials} stands alone; no part is empty. */
  static List<String> split(String text, List<String> specials) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      String special = startingAt(text, i, specials);
      if (special != null) {
        if (i > from) {
          parts.add(text.substring(from, i));
        }
        parts.add(special);
        from = i + special.length();
        i = from - 1;
      }
    }
    if (from < text.length()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  private static String startingAt(String text, int i, List<String> specials) {
    for (String special : specials) {
      if (text.startsWith(special, i)) {
        return special;
      }
    }
    return null;
  }
}
