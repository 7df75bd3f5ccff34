package mirador.concepts.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class FloatTensorTest {
  private static final FloatTensor ROW = FloatTensor.of(new float[] {1, 2}, 2);

  @Test
  void stackingIsTheWayBackFromSlicing() {
    FloatTensor other = FloatTensor.filled(3, 2);
    FloatTensor stacked = FloatTensor.stacked(List.of(ROW, other));
    assertEquals(FloatTensor.of(new float[] {1, 2, 3, 3}, 2, 2), stacked);
    assertEquals(ROW, stacked.slice(0));
    assertEquals(other, stacked.slice(1));
  }

  @Test
  void onlyLikeTensorsAreStacked() {
    assertThrows(IllegalArgumentException.class, () -> FloatTensor.stacked(List.of()));
    List<FloatTensor> unlike = List.of(ROW, FloatTensor.zeros(1, 2));
    assertThrows(IllegalArgumentException.class, () -> FloatTensor.stacked(unlike));
  }
}
