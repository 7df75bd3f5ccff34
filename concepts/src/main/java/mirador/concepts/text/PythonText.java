package mirador.concepts.text;

import java.util.List;

/**
 * How Python writes and compares text, as far as the notebook's answers show it: {@code str.lower},
 * {@code str.strip}, {@code repr}. Independent of the machine's locale.
 */
public final class PythonText {
  private PythonText() {}

  /** {@code text.lower()}, code point by code point. */
  public static String lower(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c == 0x130) {
        out.append("i\u0307"); // Python keeps the dot of the Turkish capital, so "İ" is not "i"
      } else {
        out.appendCodePoint(Letters.lower(c));
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  /** {@code text.strip()}; unlike Java's, it also takes no-break spaces. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return (c >= 0x09 && c <= 0x0d)
        || (c >= 0x1c && c <= 0x20)
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

  /**
   * {@code repr(value)} of a float from 0.0001 to a thousand million: the fewest digits that give
   * it back.
   */
  public static String repr(double value) {
    for (int digits = 1; digits <= 15; digits++) {
      String text = Numbers.plain(value, digits);
      if (Numbers.decimal(text).orElse(Double.NaN) == value) {
        return text;
      }
    }
    return Double.toString(value);
  }

  /** {@code repr(text)}: in single quotes, or in double ones when it holds only single ones. */
  public static String repr(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        default -> {
          if (c == quote) {
            out.append('\\');
          }
          out.append(c);
        }
      }
    }
    return out.append(quote).toString();
  }

  /** {@code repr(texts)} of a list of strings: {@code ['car', 'sunset']}. */
  public static String repr(List<String> texts) {
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < texts.size(); i++) {
      out.append(i == 0 ? "" : ", ").append(repr(texts.get(i)));
    }
    return out.append(']').toString();
  }
}
