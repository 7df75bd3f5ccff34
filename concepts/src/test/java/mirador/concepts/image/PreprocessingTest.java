package mirador.concepts.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.Shape;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessingTest {
  @Property(tries = 200)
  void aConstantPictureStaysConstant(
      @ForAll @IntRange(min = 1, max = 90) int width,
      @ForAll @IntRange(min = 1, max = 90) int height,
      @ForAll @IntRange(min = 1, max = 60) int newWidth,
      @ForAll @IntRange(min = 1, max = 60) int newHeight,
      @ForAll byte level) {
    Picture resized = BicubicResize.resize(constant(width, height, level), newWidth, newHeight);
    byte[] expected = constant(newWidth, newHeight, level).rgb();
    assertArrayEquals(expected, resized.rgb());
  }

  /**
   * The same sums in double precision, rounded at the end: never off by more than a level or two.
   */
  @Property(tries = 100)
  void theResizeAgreesWithThePlainOne(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int newWidth,
      @ForAll @IntRange(min = 1, max = 40) int newHeight,
      @ForAll long seed) {
    Picture picture = random(width, height, seed);
    Picture resized = BicubicResize.resize(picture, newWidth, newHeight);
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
          double plain = plain(picture, newWidth, newHeight, x, y, channel);
          assertEquals(plain, resized.channel(x, y, channel), 2);
        }
      }
    }
  }

  @Property(tries = 100)
  void aWindowIsACutOutOfTheWhole(
      @ForAll @IntRange(min = 1, max = 50) int width,
      @ForAll @IntRange(min = 1, max = 50) int height,
      @ForAll @IntRange(min = 1, max = 30) int size,
      @ForAll long seed) {
    Picture picture = random(width, height, seed);
    Preprocessing steps = Preprocessing.clip(size);
    BicubicResize.Window window = steps.window(width, height);
    Picture whole =
        BicubicResize.resize(picture, (int) window.fullWidth(), (int) window.fullHeight());
    Picture prepared = steps.prepared(picture);
    assertEquals(size, prepared.width());
    assertEquals(size, prepared.height());
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int wholeX = x + (int) window.left();
        int wholeY = y + (int) window.top();
        assertEquals(whole.red(wholeX, wholeY), prepared.red(x, y));
        assertEquals(whole.green(wholeX, wholeY), prepared.green(x, y));
        assertEquals(whole.blue(wholeX, wholeY), prepared.blue(x, y));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // width, height -> whole picture, offset: the longer side is cut down, the odd pixel is right
    "301, 217, 310, 224, 43, 0",
    "200, 335, 224, 375, 0, 75",
    "222, 150, 331, 224, 53, 0",
    "224, 224, 224, 224, 0, 0",
    "1, 1, 224, 224, 0, 0",
    "1, 5000, 224, 1120000, 0, 559888",
    "20000000, 1, 4480000000, 224, 2239999888, 0",
  })
  void theSquareIsCutOutOfTheMiddle(
      int width, int height, long fullWidth, long fullHeight, long left, long top) {
    assertEquals(
        new BicubicResize.Window(fullWidth, fullHeight, left, top, 224, 224),
        Preprocessing.clip(224).window(width, height));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 5000", "5000, 1", "2, 3", "223, 225"})
  void anySizeWorks(int width, int height) {
    Picture picture = constant(width, height, (byte) 200);
    for (Preprocessing steps : List.of(Preprocessing.clip(224), Preprocessing.blip2(224))) {
      byte[] expected = constant(224, 224, (byte) 200).rgb();
      assertArrayEquals(expected, steps.prepared(picture).rgb());
    }
  }

  @Test
  void aPictureOfTheRightSizeIsTakenAsItIs() {
    Picture picture = random(32, 32, 1);
    assertSame(picture, Preprocessing.clip(32).prepared(picture));
    assertSame(picture, Preprocessing.blip2(32).prepared(picture));
  }

  @Test
  void pixelValuesLieChannelByChannelAndPictureByPicture() {
    byte[] rgb = {10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120};
    Preprocessing steps =
        Preprocessing.clip(2).normalising(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
    FloatTensor values =
        steps.pixelValues(List.of(new Picture(2, 2, rgb), constant(2, 2, (byte) 255)));
    assertEquals(Shape.of(2, 3, 2, 2), values.shape());
    float[] expected = new float[24];
    int[] levels = {10, 40, 70, 100, 20, 50, 80, 110, 30, 60, 90, 120};
    for (int i = 0; i < levels.length; i++) {
      expected[i] = levels[i] / 255f;
    }
    Arrays.fill(expected, 12, 24, 1);
    assertArrayEquals(expected, values.values(), 1e-7f);
    assertEquals(Shape.of(0, 3, 2, 2), steps.pixelValues(List.of()).shape());
  }

  @Test
  void wrongSettingsAreNamed() {
    List<Double> zeros = List.of(0.0, 0.0, 0.0);
    assertMessage("0", () -> Preprocessing.clip(0));
    assertMessage("[0.0, 0.0, 0.0]", () -> Preprocessing.clip(2).normalising(zeros, zeros));
    assertMessage("[1.0]", () -> Preprocessing.clip(2).normalising(zeros, List.of(1.0)));
    assertMessage("4 x 4", () -> new BicubicResize.Window(5, 5, 2, 0, 4, 4));
    assertMessage("0 x 3", () -> BicubicResize.resize(random(3, 3, 1), 0, 3));
  }

  private static void assertMessage(String part, Runnable call) {
    String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(message.contains(part), message);
  }

  private static double plain(Picture in, int newWidth, int newHeight, int x, int y, int channel) {
    double[] columns = weights(in.width(), newWidth, x);
    double[] rows = weights(in.height(), newHeight, y);
    double sum = 0;
    for (int v = 0; v < in.height(); v++) {
      double row = 0;
      for (int u = 0; u < in.width(); u++) {
        row += columns[u] * in.channel(u, v, channel);
      }
      sum += rows[v] * Math.max(0, Math.min(255, row));
    }
    return Math.max(0, Math.min(255, sum));
  }

  /** The weight of every old pixel for the new pixel {@code i}. */
  private static double[] weights(int oldSize, int newSize, int i) {
    double scale = (double) oldSize / newSize;
    double stretch = Math.max(1, scale);
    double[] weights = new double[oldSize];
    double sum = 0;
    for (int k = 0; k < oldSize; k++) {
      double x = Math.abs((k + 0.5 - (i + 0.5) * scale) / stretch);
      if (x < 1) {
        weights[k] = 1.5 * x * x * x - 2.5 * x * x + 1;
      } else if (x < 2) {
        weights[k] = -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2;
      }
      sum += weights[k];
    }
    for (int k = 0; k < oldSize; k++) {
      weights[k] /= sum;
    }
    return weights;
  }

  private static Picture constant(int width, int height, byte level) {
    byte[] rgb = new byte[width * height * Picture.CHANNELS];
    Arrays.fill(rgb, level);
    return new Picture(width, height, rgb);
  }

  private static Picture random(int width, int height, long seed) {
    byte[] rgb = new byte[width * height * Picture.CHANNELS];
    new Random(seed).nextBytes(rgb);
    return new Picture(width, height, rgb);
  }
}
