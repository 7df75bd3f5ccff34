package mirador.concepts.tokenizer;

import java.util.List;

/** The English endings that CLIP and GPT-2 cut off as words of their own. */
final class Contraction {
  private static final List<String> ENDINGS = List.of("'s", "'t", "'re", "'ve", "'m", "'ll", "'d");

  private Contraction() {}

  /** Where the ending that starts at {@code start} ends; -1 when none starts there. */
  static int end(String text, int start) {
    if (text.charAt(start) == '\'') {
      for (String ending : ENDINGS) {
        if (text.startsWith(ending, start)) {
          return start + ending.length();
        }
      }
    }
    return -1;
  }
}
