package mirador.concepts.tokenizer;

/**
 * UTF-8 byte by byte: a character comes out with its last byte, and what cannot be UTF-8 becomes
 * U+FFFD, one for each broken beginning (the decoder of the WHATWG Encoding standard, section
 * 8.1.1; Python, Rust and the browsers do the same).
 */
final class Utf8Decoder {
  static final char REPLACEMENT = '\ufffd';

  private int codePoint;
  private int missing; // bytes still to come
  private int lowest = 0x80; // range of the next byte
  private int highest = 0xbf;

  /** Takes one byte, 0 to 255, and appends the characters that are complete now. */
  void append(int b, StringBuilder out) {
    if (missing > 0) {
      if (b >= lowest && b <= highest) {
        follow(b, out);
        return;
      }
      out.append(end()); // broken off; the byte may begin something new
    }
    begin(b, out);
  }

  private void begin(int b, StringBuilder out) {
    if (b < 0x80) {
      out.append((char) b);
    } else if (b >= 0xc2 && b <= 0xdf) {
      missing = 1;
      codePoint = b & 0x1f;
    } else if (b >= 0xe0 && b <= 0xef) {
      missing = 2;
      codePoint = b & 0xf;
      lowest = b == 0xe0 ? 0xa0 : 0x80; // nothing written longer than needed
      highest = b == 0xed ? 0x9f : 0xbf; // no surrogates
    } else if (b >= 0xf0 && b <= 0xf4) {
      missing = 3;
      codePoint = b & 0x7;
      lowest = b == 0xf0 ? 0x90 : 0x80;
      highest = b == 0xf4 ? 0x8f : 0xbf; // nothing above U+10FFFF
    } else {
      out.append(REPLACEMENT);
    }
  }

  private void follow(int b, StringBuilder out) {
    codePoint = (codePoint << 6) | (b & 0x3f);
    missing--;
    lowest = 0x80;
    highest = 0xbf;
    if (missing == 0) {
      out.appendCodePoint(codePoint);
    }
  }

  /** Ends the text: a replacement character when a character was broken off, otherwise nothing. */
  String end() {
    boolean broken = missing > 0;
    missing = 0;
    lowest = 0x80;
    highest = 0xbf;
    return broken ? String.valueOf(REPLACEMENT) : "";
  }
}
