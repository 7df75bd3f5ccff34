package mirador.concepts.vit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mirador.concepts.tensor.FloatTensor;
import org.junit.jupiter.api.Test;

class AttentionRolloutTest {
  /** Two layers of two heads over two tokens. */
  private static final AttentionMaps MAPS =
      AttentionMaps.of(
          List.of(
              FloatTensor.of(new float[] {1, 0, 0.5f, 0.5f, 0, 1, 0.25f, 0.75f}, 2, 2, 2),
              FloatTensor.of(new float[] {0.5f, 0.5f, 1, 0, 0.5f, 0.5f, 0, 1}, 2, 2, 2)));

  @Test
  void mapsAreReadByLayerHeadAndToken() {
    assertEquals(2, MAPS.layers());
    assertEquals(2, MAPS.heads());
    assertEquals(2, MAPS.tokens());
    assertEquals(0.75, MAPS.weight(0, 1, 1, 1));
    assertArrayEquals(new double[] {1, 0}, MAPS.row(1, 0, 1));
    assertArrayEquals(new double[] {0.25, 0.75}, MAPS.head(0, 1)[1]);
    assertArrayEquals(new double[] {0.375, 0.625}, MAPS.mean(0)[1]);
    assertThrows(IndexOutOfBoundsException.class, () -> MAPS.weight(2, 0, 0, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> MAPS.row(0, -1, 0));
  }

  @Test
  void rolloutMultipliesTheLayersWithTheirResidual() {
    // mean(0) = (0.5 0.5; 0.375 0.625), with residual (0.75 0.25; 0.1875 0.8125)
    double[][] first = AttentionRollout.of(MAPS, 1);
    assertArrayEquals(new double[] {0.75, 0.25}, first[0], 1e-12);
    assertArrayEquals(new double[] {0.1875, 0.8125}, first[1], 1e-12);
    // mean(1) = (0.5 0.5; 0.5 0.5), with residual (0.75 0.25; 0.25 0.75)
    double[][] both = AttentionRollout.of(MAPS);
    assertArrayEquals(new double[] {0.609375, 0.390625}, both[0], 1e-12);
    assertArrayEquals(new double[] {0.328125, 0.671875}, both[1], 1e-12);
  }

  @Test
  void afterNoLayerEachTokenIsItself() {
    assertArrayEquals(new double[] {0, 1}, AttentionRollout.of(MAPS, 0)[1]);
    assertThrows(IllegalArgumentException.class, () -> AttentionRollout.of(MAPS, 3));
  }

  @Test
  void refusesWhatIsNoAttention() {
    assertThrows(
        IllegalArgumentException.class, () -> new AttentionMaps(FloatTensor.zeros(1, 1, 2, 3)));
    assertThrows(IllegalArgumentException.class, () -> AttentionMaps.of(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> AttentionMaps.of(List.of(FloatTensor.zeros(1, 2, 2), FloatTensor.zeros(2, 2, 2))));
  }
}
