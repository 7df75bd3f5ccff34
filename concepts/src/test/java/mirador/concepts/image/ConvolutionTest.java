package mirador.concepts.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ConvolutionTest {
  @Property(tries = 100)
  void identityChangesNothing(@ForAll @Size(5 * 4 * 3) byte[] rgb) {
    Picture picture = new Picture(5, 4, rgb);
    assertArrayEquals(rgb, Convolution.apply(picture, Kernel.IDENTITY).rgb());
  }

  @Property(tries = 100)
  void anEvenColourIsMultipliedByTheGain(@ForAll @ByteRange(min = 0) byte level) {
    byte[] rgb = new byte[4 * 4 * 3];
    java.util.Arrays.fill(rgb, level);
    Picture picture = new Picture(4, 4, rgb);
    for (Kernel kernel : Kernel.PRESETS) {
      byte expected = (byte) Convolution.pixel(kernel.gain() * level);
      for (byte value : Convolution.apply(picture, kernel).rgb()) {
        assertEquals(expected, value, kernel.name());
      }
    }
  }

  @Property(tries = 50)
  void onePixelAgreesWithTheWholePicture(
      @ForAll @Size(6 * 5 * 3) byte[] rgb,
      @ForAll @IntRange(max = 5) int x,
      @ForAll @IntRange(max = 4) int y) {
    Picture picture = new Picture(6, 5, rgb);
    for (Kernel kernel : Kernel.PRESETS) {
      Picture out = Convolution.apply(picture, kernel);
      for (int c = 0; c < Picture.CHANNELS; c++) {
        assertEquals(
            Convolution.pixel(Convolution.at(picture, kernel, x, y, c)), out.channel(x, y, c));
      }
    }
  }

  @Test
  void theWindowRepeatsTheBorder() {
    byte[] rgb = new byte[2 * 2 * 3];
    for (int i = 0; i < 4; i++) {
      rgb[3 * i + 1] = (byte) (i + 1);
    }
    Picture picture = new Picture(2, 2, rgb);
    assertArrayEquals(new int[] {1, 1, 2, 1, 1, 2, 3, 3, 4}, Convolution.window(picture, 0, 0, 1));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> new Picture(2, 2, new byte[11]));
    assertThrows(IllegalArgumentException.class, () -> Kernel.own(new double[8]));
    assertEquals(Kernel.BLUR, Kernel.preset("blur").orElseThrow());
  }
}
