package mirador.models.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class HalfTest {
  @Test
  void everyHalfComesBack() {
    for (int bits = 0; bits <= 0xffff; bits++) {
      float value = Half.toFloat((short) bits);
      if (Float.isNaN(value)) {
        assertTrue(Float.isNaN(Half.toFloat(Half.of(value))));
      } else {
        assertEquals((short) bits, Half.of(value));
      }
    }
  }

  @Test
  void knownNumbers() {
    assertEquals(1f, Half.toFloat((short) 0x3c00));
    assertEquals(-2f, Half.toFloat((short) 0xc000));
    assertEquals(Half.MAX, Half.toFloat((short) 0x7bff));
    assertEquals(0x1p-24f, Half.toFloat((short) 1));
    assertEquals((short) 0x7c00, Half.of(65520f));
    assertEquals((short) 0x7bff, Half.of(65519f));
    assertEquals((short) 0x8000, Half.of(-0f));
    // 1 + 2^-11 lies between two halves: the even one is taken.
    assertEquals((short) 0x3c00, Half.of(1 + 0x1p-11f));
    assertEquals((short) 0x3c02, Half.of(1 + 3 * 0x1p-11f));
  }

  @Property
  void noHalfIsNearer(@ForAll @FloatRange(min = -65504, max = 65504) float value) {
    short half = Half.of(value);
    double distance = Math.abs((double) Half.toFloat(half) - value);
    for (int step = -1; step <= 1; step += 2) {
      float neighbour = Half.toFloat((short) (half + step));
      assertTrue(!(Math.abs((double) neighbour - value) < distance), () -> value + "");
    }
  }
}
