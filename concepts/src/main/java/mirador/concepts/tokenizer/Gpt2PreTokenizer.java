package mirador.concepts.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * GPT-2's words, which OPT took over. Nothing is lost: put together they are the text again, and a
 * space belongs to the word that it leads. In GPT-2's own writing, {@code 's|'t|'re|'ve|'m|'ll|'d|
 * ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+}.
 */
final class Gpt2PreTokenizer {
  private Gpt2PreTokenizer() {}

  /** The words of a text. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int end = end(text, i);
      words.add(text.substring(i, end));
      i = end;
    }
    return words;
  }

  private static int end(String text, int start) {
    int end = Contraction.end(text, start);
    if (end >= 0) {
      return end;
    }
    int begin = text.charAt(start) == ' ' ? start + 1 : start; // after the optional space
    if (begin < text.length() && !UnicodeProperties.isWhitespace(text.codePointAt(begin))) {
      return Run.of(kind(text.codePointAt(begin)), text, begin);
    }
    end = Run.of(UnicodeProperties::isWhitespace, text, start);
    // Before a word, the last whitespace of a longer run is left to it.
    return end == text.length() || end == start + 1 ? end : end - 1;
  }

  private static IntPredicate kind(int codePoint) {
    if (UnicodeProperties.isLetter(codePoint)) {
      return UnicodeProperties::isLetter;
    }
    return UnicodeProperties.isNumber(codePoint)
        ? UnicodeProperties::isNumber
        : UnicodeProperties::isSymbol;
  }
}
