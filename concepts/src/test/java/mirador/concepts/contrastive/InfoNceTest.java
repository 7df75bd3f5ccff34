package mirador.concepts.contrastive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mirador.concepts.audio.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfoNceTest {
  /** What a central difference of this width may be off by, beside its own rounding. */
  private static final double TOLERANCE = 1e-6;

  private static final double WIDTH = 1e-5;

  private static double[][] random(int rows, int columns, int seed) {
    SplitMix64 random = new SplitMix64(seed);
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextSigned();
      }
    }
    return matrix;
  }

  private static double[][] unit(int size) {
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      matrix[i][i] = 1;
    }
    return matrix;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8, 24})
  void whoTellsNothingApartLosesLogN(int pairs) {
    double[][] same = new double[pairs][4];
    for (double[] row : same) {
      row[1] = 1;
    }
    assertEquals(Math.log(pairs), InfoNce.of(same, same, Math.log(1 / 0.07)).loss(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.07, 0.01})
  void aPerfectMatrixLosesWhatTheTemperatureLeaves(double temperature) {
    InfoNce loss = InfoNce.of(unit(6), unit(6), -Math.log(temperature));
    double expected = Math.log(1 + 5 * Math.exp(-1 / temperature));
    assertEquals(expected, loss.loss(), 1e-12);
    for (double one : loss.losses()) {
      assertEquals(expected, one, 1e-12);
    }
  }

  @Test
  void theLossIsTheFormulaOfThePaper() {
    double[][] pictures = random(5, 3, 1);
    double[][] texts = random(5, 3, 2);
    double scale = 3;
    double sum = 0;
    for (int i = 0; i < 5; i++) {
      double right = Math.exp(scale * dot(pictures[i], texts[i]));
      double row = 0;
      double column = 0;
      for (int j = 0; j < 5; j++) {
        row += Math.exp(scale * dot(pictures[i], texts[j]));
        column += Math.exp(scale * dot(pictures[j], texts[i]));
      }
      sum -= Math.log(right / row) + Math.log(right / column);
    }
    assertEquals(sum / 10, InfoNce.of(pictures, texts, Math.log(scale)).loss(), 1e-12);
  }

  @Test
  void bothTowersMeanTheSame() {
    double[][] a = random(6, 4, 3);
    double[][] b = random(6, 4, 4);
    InfoNce one = InfoNce.of(a, b, 1.5);
    InfoNce other = InfoNce.of(b, a, 1.5);
    assertEquals(one.loss(), other.loss(), 1e-12);
    assertEquals(one.logScale(), other.logScale(), 1e-12);
    for (int i = 0; i < 6; i++) {
      assertArrayEquals(one.pictures()[i], other.texts()[i], 1e-12);
      assertArrayEquals(one.texts()[i], other.pictures()[i], 1e-12);
    }
  }

  @Test
  void theGradientsAreTheSlopes() {
    double[][] pictures = random(5, 4, 5);
    double[][] texts = random(5, 4, 6);
    double logScale = Math.log(1 / 0.2);
    InfoNce loss = InfoNce.of(pictures, texts, logScale);
    for (int i = 0; i < 5; i++) {
      for (int k = 0; k < 4; k++) {
        assertEquals(
            slope(pictures[i], k, pictures, texts, logScale), loss.pictures()[i][k], TOLERANCE);
        assertEquals(slope(texts[i], k, pictures, texts, logScale), loss.texts()[i][k], TOLERANCE);
      }
    }
    double above = InfoNce.of(pictures, texts, logScale + WIDTH).loss();
    double below = InfoNce.of(pictures, texts, logScale - WIDTH).loss();
    assertEquals((above - below) / (2 * WIDTH), loss.logScale(), TOLERANCE);
  }

  @Test
  void theColdestTemperatureOverflowsNothing() {
    double[][] opposite = {{1, 0}, {-1, 0}};
    double[][] crossed = {{-1, 0}, {1, 0}};
    InfoNce loss = InfoNce.of(opposite, crossed, Math.log(1 / 0.001));
    assertEquals(2000, loss.loss(), 1e-9);
    assertTrue(Double.isFinite(loss.pictures()[0][0]));
  }

  private static double slope(
      double[] changed, int at, double[][] pictures, double[][] texts, double logScale) {
    double value = changed[at];
    changed[at] = value + WIDTH;
    double above = InfoNce.of(pictures, texts, logScale).loss();
    changed[at] = value - WIDTH;
    double below = InfoNce.of(pictures, texts, logScale).loss();
    changed[at] = value;
    return (above - below) / (2 * WIDTH);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
