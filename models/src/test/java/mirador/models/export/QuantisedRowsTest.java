package mirador.models.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.onnx.TensorData;
import mirador.models.safetensors.SafetensorsFile;
import mirador.models.safetensors.SafetensorsWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuantisedRowsTest {
  private static final int ROWS = 37;
  private static final int WIDTH = 65;

  @TempDir Path folder;

  @Test
  void everyNumberIsWithinHalfAStepAndNoPairOverflows() throws IOException {
    FloatTensor matrix = random();
    try (SafetensorsFile weights = stored(matrix)) {
      QuantisedRows rows = QuantisedRows.forProducts(weights, "w", ROWS, WIDTH);
      byte[] columns = bytes(rows.columns()); // (width, rows)
      for (int r = 0; r < ROWS; r++) {
        float scale = rows.scales()[r];
        int before = 0;
        for (int i = 0; i < WIDTH; i++) {
          int step = columns[i * ROWS + r];
          assertEquals(matrix.values()[r * WIDTH + i], step * scale, 0.5001 * scale);
          int pair = i % 2 == 0 ? Math.abs(step) : before + Math.abs(step);
          assertTrue(255 * pair <= Short.MAX_VALUE, "255 x " + pair);
          before = Math.abs(step);
        }
      }
    }
  }

  @Test
  void aTableUsesTheWholeRange() throws IOException {
    FloatTensor matrix = random();
    try (SafetensorsFile weights = stored(matrix)) {
      QuantisedRows rows = QuantisedRows.ofTable(weights, "w", ROWS, WIDTH);
      byte[] table = bytes(rows.rows()); // (rows, width)
      for (int r = 0; r < ROWS; r++) {
        int greatest = 0;
        for (int i = 0; i < WIDTH; i++) {
          int at = r * WIDTH + i;
          assertEquals(
              matrix.values()[at], table[at] * rows.scales()[r], 0.5001 * rows.scales()[r]);
          greatest = Math.max(greatest, Math.abs(table[at]));
        }
        assertEquals(r == 5 ? 0 : 127, greatest);
      }
    }
  }

  /** Rows of very different sizes, one of zeros. */
  private static FloatTensor random() {
    Random random = new Random(11);
    FloatTensor matrix = FloatTensor.zeros(ROWS, WIDTH);
    for (int r = 0; r < ROWS; r++) {
      for (int i = 0; i < WIDTH; i++) {
        double size = r == 5 ? 0 : Math.pow(10, r % 7 - 3);
        matrix.values()[r * WIDTH + i] = (float) (size * random.nextGaussian());
      }
    }
    return matrix;
  }

  private SafetensorsFile stored(FloatTensor matrix) throws IOException {
    Path file = folder.resolve("w.safetensors");
    new SafetensorsWriter().add("w", matrix).write(file);
    return SafetensorsFile.open(file);
  }

  private static byte[] bytes(TensorData data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    data.writeTo(out);
    return out.toByteArray();
  }
}
