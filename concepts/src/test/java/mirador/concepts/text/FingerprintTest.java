package mirador.concepts.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

final class FingerprintTest {
  /** The published test vectors of FNV-1a, 64 bits. */
  @Test
  void itIsFnv1a() {
    assertEquals("cbf29ce484222325", Fingerprint.of(""));
    assertEquals("af63dc4c8601ec8c", Fingerprint.of("a"));
    assertEquals("85944171f73967e8", Fingerprint.of("foobar"));
  }

  @Test
  void everySignCounts() {
    assertNotEquals(Fingerprint.of("año"), Fingerprint.of("ano"));
    assertNotEquals(Fingerprint.of("a\n"), Fingerprint.of("a"));
  }
}
