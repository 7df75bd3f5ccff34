package mirador.concepts.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LettersTest {
  @Test
  void everyLetterIsLoweredAsJavaDoes() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      assertEquals(Character.toLowerCase(c), Letters.lower(c), Integer.toHexString(c));
    }
  }

  @Test
  void accentsAreTakenAway() {
    assertEquals("angel nunez, que pinguino", Letters.plain("Ángel NÚÑEZ, qué pingüino"));
    assertEquals("x = 1 → ✓", Letters.plain("X = 1 → ✓"));
  }
}
