package mirador.web.widgets.answers;

/** Counts the words of an answer. */
final class WordCount {
  private WordCount() {}

  static int of(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = !Character.isWhitespace(text.charAt(i));
      if (letter && !inside) {
        words++;
      }
      inside = letter;
    }
    return words;
  }
}
