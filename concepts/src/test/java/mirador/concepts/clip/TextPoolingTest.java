package mirador.concepts.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TextPoolingTest {
  @Test
  void publishedModelsPoolTheFirstTokenOfTheGreatestId() {
    assertEquals(2, TextPooling.position(new long[] {7, 3, 9, 9, 0}, 2));
    assertEquals(0, TextPooling.position(new long[] {9, 3}, 2));
  }

  @Test
  void othersPoolTheFirstTokenOfTheEndId() {
    assertEquals(1, TextPooling.position(new long[] {7, 3, 9, 3, 0}, 3));
    assertEquals(0, TextPooling.position(new long[] {7, 3}, 4));
  }

  @Test
  void noTokensHaveNoPlace() {
    assertThrows(IllegalArgumentException.class, () -> TextPooling.position(new long[0], 2));
  }
}
