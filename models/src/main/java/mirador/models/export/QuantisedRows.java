package mirador.models.export;

import java.io.IOException;
import mirador.models.onnx.TensorData;
import mirador.models.weights.ElementReader;
import mirador.models.weights.Weights;
import mirador.models.weights.WeightsException;

/**
 * A matrix, (rows, width), whose rows are each divided by a scale and rounded to -127 … 127. A row
 * of a stored matrix is a column of the product, so this is quantisation per column.
 *
 * <p>Matrices of products are stored as unsigned bytes around {@link #ZERO}: processors without
 * VNNI add pairs of unsigned by signed products in 16 bits, which overflow.
 */
final class QuantisedRows {
  /** The byte that stands for 0. */
  static final int ZERO = 128;

  private static final int GREATEST = 127;

  private final Weights weights;
  private final String name;
  private final int width;
  private final float[] scales; // (rows)

  private QuantisedRows(Weights weights, String name, int width, float[] scales) {
    this.weights = weights;
    this.name = name;
    this.width = width;
    this.scales = scales;
  }

  /**
   * Finds the scales of a matrix; its numbers are read again when they are written.
   *
   * @throws WeightsException when a number is not finite
   */
  static QuantisedRows of(Weights weights, String name, int rows, int width) throws IOException {
    ElementReader reader = weights.open(name);
    float[] scales = new float[rows];
    float[] row = new float[width];
    for (int r = 0; r < rows; r++) {
      reader.read(row);
      float greatest = 0;
      for (float value : row) {
        if (!Float.isFinite(value)) {
          throw new WeightsException(name + " holds " + value + ", which has no 8-bit form");
        }
        greatest = Math.max(greatest, Math.abs(value));
      }
      // A row of zeros has any scale; below the normal floats a scale would lose its digits.
      scales[r] = greatest / GREATEST < Float.MIN_NORMAL ? 1 : greatest / GREATEST;
    }
    return new QuantisedRows(weights, name, width, scales);
  }

  /** What each row was divided by. */
  float[] scales() {
    return scales;
  }

  /** As unsigned bytes around {@link #ZERO}, (width, rows). */
  TensorData columns() {
    return out -> {
      float[] matrix = weights.floats(name).values();
      byte[] column = new byte[scales.length];
      for (int i = 0; i < width; i++) {
        for (int r = 0; r < scales.length; r++) {
          column[r] = (byte) (ZERO + step(matrix[r * width + i], scales[r]));
        }
        out.write(column);
      }
    };
  }

  /** As signed bytes, (rows, width). */
  TensorData signedRows() {
    return out -> {
      ElementReader reader = weights.open(name);
      float[] row = new float[width];
      byte[] bytes = new byte[width];
      for (float scale : scales) {
        reader.read(row);
        for (int i = 0; i < width; i++) {
          bytes[i] = (byte) step(row[i], scale);
        }
        out.write(bytes);
      }
    };
  }

  private static int step(float value, float scale) {
    return (int) Math.rint(value / scale);
  }
}
