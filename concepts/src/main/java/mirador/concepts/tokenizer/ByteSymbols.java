package mirador.concepts.tokenizer;

import java.util.Arrays;

/**
 * One visible character for each of the 256 bytes, so that tokens can be written into a vocabulary
 * file whatever bytes they hold. Bytes that print stand for themselves, the others for the
 * characters from Ā on: a space is Ġ, a line feed Ċ ({@code bytes_to_unicode} of GPT-2).
 */
public final class ByteSymbols {
  private static final int BYTES = 256;
  private static final char[] SYMBOLS = new char[BYTES];
  private static final int[] BYTE_OF = new int[2 * BYTES]; // symbol -> byte, -1 for none

  static {
    Arrays.fill(BYTE_OF, -1);
    char next = BYTES;
    for (int b = 0; b < BYTES; b++) {
      SYMBOLS[b] = prints(b) ? (char) b : next++;
      BYTE_OF[SYMBOLS[b]] = b;
    }
  }

  private ByteSymbols() {}

  private static boolean prints(int b) {
    return (b >= '!' && b <= '~') || (b >= '¡' && b <= '¬') || b >= '®';
  }

  /** The symbol of a byte, 0 to 255. */
  public static char symbol(int b) {
    return SYMBOLS[b];
  }

  /** The symbols of a text's UTF-8 bytes. */
  static String symbols(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      appendUtf8(c, out);
    }
    return out.toString();
  }

  private static void appendUtf8(int codePoint, StringBuilder out) {
    // Half a surrogate pair has no UTF-8: it becomes the replacement character.
    int c = codePoint >= 0xd800 && codePoint < 0xe000 ? Utf8Decoder.REPLACEMENT : codePoint;
    if (c < 0x80) {
      out.append(SYMBOLS[c]);
      return;
    }
    int following = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    int lead = (0xff00 >> (following + 1)) & 0xff; // 110.....  1110....  11110...
    out.append(SYMBOLS[lead | (c >> (6 * following))]);
    for (int k = following - 1; k >= 0; k--) {
      out.append(SYMBOLS[0x80 | ((c >> (6 * k)) & 0x3f)]);
    }
  }

  /** The text that symbols stand for; bytes that are no UTF-8 become replacement characters. */
  public static String text(String symbols) {
    Utf8Decoder decoder = new Utf8Decoder();
    StringBuilder out = new StringBuilder();
    append(symbols, decoder, out);
    return out.append(decoder.end()).toString();
  }

  /** Gives the bytes of symbols to a decoder and appends what that completes. */
  static void append(String symbols, Utf8Decoder decoder, StringBuilder out) {
    for (int i = 0; i < symbols.length(); i++) {
      char symbol = symbols.charAt(i);
      int b = symbol < BYTE_OF.length ? BYTE_OF[symbol] : -1;
      if (b < 0) {
        throw new IllegalArgumentException(
            "\"" + symbol + "\" in the token \"" + symbols + "\" stands for no byte");
      }
      decoder.append(b, out);
    }
  }
}
