package mirador.concepts.tokenizer;

import java.util.ArrayList;
import java.util.List;

/**
 * CLIP's words: an English ending such as {@code 's}, a run of letters, one digit, or a run of
 * symbols. Whitespace only separates. In CLIP's own writing, {@code
 * 's|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+}.
 */
final class ClipPreTokenizer {
  private ClipPreTokenizer() {}

  /** The words of a text that is normalised and in lower case. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (UnicodeProperties.isWhitespace(c)) {
        i = next;
        continue;
      }
      int end = Contraction.end(text, i);
      if (end < 0) {
        end = next; // one digit
        if (UnicodeProperties.isLetter(c)) {
          end = Run.of(UnicodeProperties::isLetter, text, next);
        } else if (!UnicodeProperties.isNumber(c)) {
          end = Run.of(UnicodeProperties::isSymbol, text, next);
        }
      }
      words.add(text.substring(i, end));
      i = end;
    }
    return words;
  }
}
