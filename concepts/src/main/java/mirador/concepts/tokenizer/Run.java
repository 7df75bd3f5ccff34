package mirador.concepts.tokenizer;

import java.util.function.IntPredicate;

/** A run of code points of one kind. */
final class Run {
  private Run() {}

  /** Where the run that goes on at {@code from} ends; {@code from} itself when it does not. */
  static int of(IntPredicate kind, String text, int from) {
    int end = from;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!kind.test(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }
}
