package mirador.concepts.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mirador.concepts.tensor.LongTensor;
import org.junit.jupiter.api.Test;

class PromptEncodingTest {
  private static final PromptEncoding TWO =
      PromptEncoding.leftPadded(List.of(List.of(2, 7, 8), List.of(2)), 1);

  @Test
  void shorterRowsAreFilledUpOnTheLeft() {
    assertEquals(LongTensor.of(new long[] {2, 7, 8, 1, 1, 2}, 2, 3), TWO.ids());
    assertEquals(LongTensor.of(new long[] {1, 1, 1, 0, 0, 1}, 2, 3), TWO.mask().values());
  }

  @Test
  void queriesStandBeforeThePadding() {
    AttentionMask mask = TWO.mask().after(2);
    assertEquals(LongTensor.of(new long[] {1, 1, 1, 1, 1, 1, 1, 0, 0, 1}, 2, 5), mask.values());
    assertEquals(
        LongTensor.of(new long[] {0, 1, 2, 3, 4, 0, 1, -1, -1, 2}, 2, 5), mask.positions());
    assertEquals(5, mask.read(0));
    assertEquals(3, mask.read(1));
  }

  @Test
  void theMaskGrowsWithTheRowsThatGoOn() {
    AttentionMask mask = TWO.mask().grown(new int[] {1, 1, 0});
    assertEquals(
        LongTensor.of(new long[] {0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1}, 3, 4), mask.values());
    assertEquals(LongTensor.of(new long[] {1, 1, 3}, 3, 1), mask.lastPositions());
  }

  @Test
  void noPromptAndNoTokenAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> PromptEncoding.leftPadded(List.of(), 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> PromptEncoding.leftPadded(List.of(List.of(2), List.of()), 1));
    LongTensor flat = LongTensor.of(new long[] {1}, 1);
    assertThrows(IllegalArgumentException.class, () -> new AttentionMask(flat));
  }
}
