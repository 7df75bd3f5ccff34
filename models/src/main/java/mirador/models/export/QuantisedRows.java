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
 * <p>Processors without VNNI add the products of two neighbours with unsigned bytes in 16 bits.
 * {@link #forProducts} makes the scale of a row so large that this cannot overflow: two neighbours
 * are together at most {@link #GREATEST_PAIR}. That costs half a bit, where 7-bit weights, the
 * usual remedy, cost a whole one.
 */
final class QuantisedRows {
  private static final int GREATEST = 127;

  /** 255 times this, and 1 for rounding, is still below 2^15. */
  private static final int GREATEST_PAIR = 127;

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
   * Finds the scales of a table whose rows are taken as they are; its numbers are read again when
   * they are written.
   *
   * @throws WeightsException when a number is not finite
   */
  static QuantisedRows ofTable(Weights weights, String name, int rows, int width)
      throws IOException {
    return of(weights, name, rows, width, QuantisedRows::greatest);
  }

  /**
   * Finds the scales of a matrix that quantised inputs are multiplied by.
   *
   * @throws WeightsException when a number is not finite
   */
  static QuantisedRows forProducts(Weights weights, String name, int rows, int width)
      throws IOException {
    return of(
        weights,
        name,
        rows,
        width,
        row -> Math.max(greatest(row) / GREATEST, greatestPair(row) / GREATEST_PAIR) * GREATEST);
  }

  /** What in a row becomes 127. */
  @FunctionalInterface
  private interface Range {
    float of(float[] row);
  }

  private static QuantisedRows of(Weights weights, String name, int rows, int width, Range range)
      throws IOException {
    ElementReader reader = weights.open(name);
    float[] scales = new float[rows];
    float[] row = new float[width];
    for (int r = 0; r < rows; r++) {
      reader.read(row);
      float scale = range.of(row) / GREATEST;
      if (!Float.isFinite(scale)) {
        throw new WeightsException(
            name + " holds a number that is not finite: it has no 8-bit form");
      }
      // A row of zeros has any scale; below the normal floats a scale would lose its digits.
      scales[r] = scale < Float.MIN_NORMAL ? 1 : scale;
    }
    return new QuantisedRows(weights, name, width, scales);
  }

  private static float greatest(float[] row) {
    float greatest = 0;
    for (float value : row) {
      greatest = Math.max(greatest, Math.abs(value)); // NaN stays
    }
    return greatest;
  }

  private static float greatestPair(float[] row) {
    float greatest = 0;
    for (int i = 0; i + 1 < row.length; i += 2) {
      greatest = Math.max(greatest, Math.abs(row[i]) + Math.abs(row[i + 1]));
    }
    return greatest;
  }

  /** What each row was divided by. */
  float[] scales() {
    return scales;
  }

  /** The matrix of a product as signed bytes, (width, rows). */
  TensorData columns() {
    return out -> {
      float[] matrix = weights.floats(name).values();
      byte[] column = new byte[scales.length];
      for (int i = 0; i < width; i++) {
        for (int r = 0; r < scales.length; r++) {
          column[r] = (byte) step(matrix[r * width + i], scales[r]);
        }
        out.write(column);
      }
    };
  }

  /** The table as signed bytes, (rows, width). */
  TensorData rows() {
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
