package mirador.concepts.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import mirador.concepts.colour.ValueRange;
import org.junit.jupiter.api.Test;

class MatrixViewTest {
  private static final double[][] COSINES = {{0.2457, 0.1930}, {0.21, 0.25}, {0.2, 0.1}};

  @Test
  void theSoftmaxOfTheModelsTests() {
    // COCO 39769 with "a photo of a cat" and "a photo of a dog": 0.995 and 0.005.
    double[][] rows = MatrixView.ROWS.of(COSINES, 100);
    assertEquals(0.995, rows[0][0], 0.0005);
    assertEquals(0.005, rows[0][1], 0.0005);
    for (double[] row : rows) {
      assertEquals(1, row[0] + row[1], 1e-12);
    }
    double[][] columns = MatrixView.COLUMNS.of(COSINES, 100);
    for (int j = 0; j < 2; j++) {
      assertEquals(1, columns[0][j] + columns[1][j] + columns[2][j], 1e-12);
    }
  }

  @Test
  void logitsAndCosines() {
    assertEquals(24.57, MatrixView.LOGITS.of(COSINES, 100)[0][0], 1e-9);
    assertArrayEquals(COSINES[1], MatrixView.COSINE.of(COSINES, 100)[1]);
  }

  @Test
  void aGreatScaleOverflowsNothing() {
    double[][] rows = MatrixView.ROWS.of(new double[][] {{1, -1}}, 1e6);
    assertArrayEquals(new double[] {1, 0}, rows[0]);
  }

  @Test
  void sharesGoFromNoneToAll() {
    assertEquals(ValueRange.UNIT, MatrixView.ROWS.range(COSINES));
    assertEquals(new ValueRange(0.1, 0.25), MatrixView.COSINE.range(COSINES));
  }

  @Test
  void settings() {
    for (MatrixView view : MatrixView.values()) {
      assertEquals(view, MatrixView.of(view.setting()));
    }
    assertThrows(IllegalArgumentException.class, () -> MatrixView.of("sum"));
  }
}
