package mirador.concepts.tokenizer;

import java.util.ArrayList;
import java.util.List;

/**
 * The properties of code points that the tokenizers' rules name: {@code \p{L}}, {@code \p{N}},
 * {@code \s} and the lower case, all of Unicode 16.0.
 *
 * <p>Own tables, because {@link Character} knows Unicode 13 on a JVM of version 17 and another
 * version in compiled JavaScript: a letter would be one token here and three there.
 */
final class UnicodeProperties {
  private static final int BASE = 36;
  private static final int CAPITAL_I_WITH_DOT = 0x130;
  private static final int CAPITAL_SIGMA = 0x3a3;
  private static final int FINAL_SIGMA = 0x3c2;

  private static final int[] LETTERS = runs(UnicodeTables.LETTERS); // first, end, first, end …
  private static final int[] NUMBERS = runs(UnicodeTables.NUMBERS);
  private static final int[] LOWER_CASE = numbers(UnicodeTables.LOWER_CASE);

  private UnicodeProperties() {}

  /** {@code \p{L}}. */
  static boolean isLetter(int codePoint) {
    return lies(codePoint, LETTERS);
  }

  /** {@code \p{N}}: digits, and also Ⅷ, ½ or ②. */
  static boolean isNumber(int codePoint) {
    return lies(codePoint, NUMBERS);
  }

  /** {@code \s}. */
  static boolean isWhitespace(int c) {
    return (c >= '\t' && c <= '\r')
        || c == ' '
        || c == 0x85
        || c == 0xa0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200a)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }

  /** {@code [^\s\p{L}\p{N}]}: punctuation, emoji, accents that stand alone. */
  static boolean isSymbol(int codePoint) {
    return !isLetter(codePoint) && !isNumber(codePoint) && !isWhitespace(codePoint);
  }

  /**
   * The text in lower case, in no particular language. Two letters are more than a look-up: İ
   * becomes an i and a dot above, and Σ becomes ς at the end of a word (a letter before it, none
   * after it) and σ elsewhere.
   */
  static String lowerCase(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean afterLetter = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == CAPITAL_I_WITH_DOT) {
        out.append("i\u0307");
      } else if (c == CAPITAL_SIGMA
          && afterLetter
          && (i == text.length() || !isLetter(text.codePointAt(i)))) {
        out.append((char) FINAL_SIGMA);
      } else {
        out.appendCodePoint(lowerCase(c));
      }
      afterLetter = isLetter(c);
    }
    return out.toString();
  }

  /** The lower case of one code point, itself when it has none or one of several characters. */
  static int lowerCase(int codePoint) {
    int first = 0;
    for (int i = 0; i < LOWER_CASE.length; i += 3) {
      first += LOWER_CASE[i];
      int step = LOWER_CASE[i + 1] < 0 ? 2 : 1;
      int count = Math.abs(LOWER_CASE[i + 1]);
      int after = codePoint - first;
      if (after < 0) {
        return codePoint;
      }
      if (after < count * step && after % step == 0) {
        return codePoint + LOWER_CASE[i + 2];
      }
    }
    return codePoint;
  }

  private static boolean lies(int codePoint, int[] runs) {
    int low = 0;
    int high = runs.length / 2;
    while (low < high) { // the first run that ends after the code point
      int middle = (low + high) >>> 1;
      if (runs[2 * middle + 1] > codePoint) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return 2 * low < runs.length && runs[2 * low] <= codePoint;
  }

  private static int[] runs(String table) {
    int[] runs = numbers(table);
    int end = 0;
    for (int i = 0; i < runs.length; i += 2) {
      runs[i] += end;
      end = runs[i] + runs[i + 1];
      runs[i + 1] = end;
    }
    return runs;
  }

  private static int[] numbers(String table) {
    List<Integer> numbers = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= table.length(); i++) {
      if (i == table.length() || table.charAt(i) <= ' ') {
        if (i > from) {
          numbers.add(Integer.parseInt(table.substring(from, i), BASE));
        }
        from = i + 1;
      }
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
