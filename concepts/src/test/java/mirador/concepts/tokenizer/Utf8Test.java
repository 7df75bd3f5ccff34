package mirador.concepts.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void eachByteHasItsSymbol() {
    Set<Character> symbols = new HashSet<>();
    for (int b = 0; b < 256; b++) {
      symbols.add(ByteSymbols.symbol(b));
    }
    assertEquals(256, symbols.size());
    assertEquals('A', ByteSymbols.symbol('A'));
    assertEquals('Ġ', ByteSymbols.symbol(' '));
    assertEquals('Ċ', ByteSymbols.symbol('\n'));
    assertEquals("cafÃ©", ByteSymbols.symbols("café"));
  }

  @Property
  void symbolsAreTheBytesOfUtf8(@ForAll String text) {
    byte[] utf8 = whole(text).getBytes(StandardCharsets.UTF_8);
    StringBuilder symbols = new StringBuilder();
    for (byte b : utf8) {
      symbols.append(ByteSymbols.symbol(b & 0xff));
    }
    assertEquals(symbols.toString(), ByteSymbols.symbols(text));
    assertEquals(whole(text), ByteSymbols.text(ByteSymbols.symbols(text)));
  }

  /**
   * Java counts broken surrogates (0xed and on) as one, against the standard: they are left out.
   */
  @Property
  void brokenBytesBecomeWhatJavaMakesOfThem(@ForAll byte[] any) {
    byte[] bytes = any.clone();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == (byte) 0xed ? (byte) 0xee : bytes[i];
    }
    assertEquals(new String(bytes, StandardCharsets.UTF_8), decoded(bytes));
  }

  @Test
  void everyBrokenBeginningBecomesOneReplacement() {
    assertEquals("\ufffd", decoded(0xe2, 0x82));
    assertEquals("\ufffdx", decoded(0xe2, 0x82, 'x'));
    assertEquals("\ufffd€", decoded(0xe2, 0xe2, 0x82, 0xac));
    assertEquals("\ufffd\ufffd", decoded(0xc0, 0x80)); // longer than needed
    assertEquals("\ufffd\ufffd\ufffd", decoded(0xed, 0xa0, 0x80)); // a surrogate
    assertEquals("\ufffd\ufffd\ufffd\ufffd", decoded(0xf4, 0x90, 0x80, 0x80)); // too high
  }

  @Test
  void whatIsNoSymbolIsNamed() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> ByteSymbols.text("a b")).getMessage();
    assertTrue(message.contains("\"a b\""), message);
  }

  /** The text with the replacement character for every half of a surrogate pair. */
  private static String whole(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xfffd : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String decoded(int... bytes) {
    Utf8Decoder decoder = new Utf8Decoder();
    StringBuilder out = new StringBuilder();
    for (int b : bytes) {
      decoder.append(b, out);
    }
    return out.append(decoder.end()).toString();
  }

  private static String decoded(byte[] bytes) {
    int[] unsigned = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      unsigned[i] = bytes[i] & 0xff;
    }
    return decoded(unsigned);
  }
}
