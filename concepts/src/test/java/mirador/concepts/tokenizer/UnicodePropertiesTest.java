package mirador.concepts.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UnicodePropertiesTest {
  /** Java 17 knows Unicode 13: what was a character then is still the same one. */
  @Test
  void everyCharacterThatJavaKnowsHasTheSameProperties() {
    int known = 0;
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      int type = Character.getType(c);
      if (type == Character.UNASSIGNED) {
        continue;
      }
      known++;
      String name = Integer.toHexString(c);
      assertEquals(Character.isLetter(c), UnicodeProperties.isLetter(c), name);
      boolean number =
          type == Character.DECIMAL_DIGIT_NUMBER
              || type == Character.LETTER_NUMBER
              || type == Character.OTHER_NUMBER;
      assertEquals(number, UnicodeProperties.isNumber(c), name);
      boolean whitespace =
          Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == 0x85; // no 1c to 1f
      assertEquals(whitespace, UnicodeProperties.isWhitespace(c), name);
      assertEquals(
          !Character.isLetter(c) && !number && !whitespace, UnicodeProperties.isSymbol(c), name);
      if (c != 0x130) { // İ becomes two characters
        assertEquals(Character.toLowerCase(c), UnicodeProperties.lowerCase(c), name);
      }
    }
    assertTrue(known > 280_000);
  }

  @Test
  void lettersThatCameLaterAreKnownToo() {
    assertTrue(UnicodeProperties.isLetter(0x31350)); // CJK extension H, Unicode 15
    assertTrue(UnicodeProperties.isNumber(0x10d40)); // the zero of Garay, Unicode 16
    assertEquals(0x10d70, UnicodeProperties.lowerCase(0x10d50)); // the A of Garay
  }

  @Test
  void lowerCaseFollowsTheWord() {
    assertEquals("i\u0307stanbul ıssız", UnicodeProperties.lowerCase("İstanbul ıssız"));
    assertEquals("οδος", UnicodeProperties.lowerCase("ΟΔΟΣ"));
    assertEquals("σίσυφος σας", UnicodeProperties.lowerCase("ΣίΣυφος ΣΑΣ"));
    assertEquals("ας, σ", UnicodeProperties.lowerCase("ΑΣ, Σ"));
    assertEquals("ß ß straße", UnicodeProperties.lowerCase("ß ẞ Straße"));
    assertEquals("\ud801\udc28", UnicodeProperties.lowerCase("\ud801\udc00")); // 𐐀 -> 𐐨
    assertEquals("\ud801x", UnicodeProperties.lowerCase("\ud801X")); // half a pair is left alone
  }
}
