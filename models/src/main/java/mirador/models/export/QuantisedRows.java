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

  /** Rows that are turned at once: their bytes then lie side by side. */
  private static final int TURNED = 64;

  private final Weights weights;
  private final String name;
  private final int rows;
  private final int width;
  private final Range range;
  private float[] scales; // (rows); null until they are known

  private QuantisedRows(Weights weights, String name, int rows, int width, Range range) {
    this.weights = weights;
    this.name = name;
    this.rows = rows;
    this.width = width;
    this.range = range;
  }

  /** A table whose rows are taken as they are. */
  static QuantisedRows ofTable(Weights weights, String name, int rows, int width) {
    return new QuantisedRows(weights, name, rows, width, QuantisedRows::greatest);
  }

  /** A matrix that quantised inputs are multiplied by. */
  static QuantisedRows forProducts(Weights weights, String name, int rows, int width) {
    return new QuantisedRows(
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

  private float scale(float[] row) throws WeightsException {
    float scale = range.of(row) / GREATEST;
    if (!Float.isFinite(scale)) {
      throw new WeightsException(name + " holds a number that is not finite: it has no 8-bit form");
    }
    // A row of zeros has any scale; below the normal floats a scale would lose its digits.
    return scale < Float.MIN_NORMAL ? 1 : scale;
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

  /**
   * What each row was divided by, (rows). Known once the bytes are made; found by a reading of its
   * own where they are not.
   *
   * @throws WeightsException when a number is not finite
   */
  synchronized float[] scales() throws IOException {
    if (scales == null) {
      ElementReader reader = weights.open(name);
      float[] found = new float[rows];
      float[] row = new float[width];
      for (int r = 0; r < rows; r++) {
        reader.read(row);
        found[r] = scale(row);
      }
      scales = found;
    }
    return scales;
  }

  private synchronized void know(float[] found) {
    scales = found;
  }

  /** The matrix of a product as signed bytes, (width, rows). */
  TensorData columns() {
    return out -> {
      ElementReader reader = weights.open(name);
      byte[] columns = new byte[rows * width];
      float[] found = new float[rows];
      float[][] block = new float[TURNED][width];
      for (int first = 0; first < rows; first += TURNED) {
        int count = Math.min(TURNED, rows - first);
        for (int r = 0; r < count; r++) {
          reader.read(block[r]);
          found[first + r] = scale(block[r]);
        }
        for (int i = 0; i < width; i++) {
          for (int r = 0; r < count; r++) {
            columns[i * rows + first + r] = (byte) step(block[r][i], found[first + r]);
          }
        }
      }
      know(found);
      out.write(columns);
    };
  }

  /** The table as signed bytes, (rows, width). */
  TensorData rows() {
    return out -> {
      ElementReader reader = weights.open(name);
      float[] found = new float[rows];
      float[] row = new float[width];
      byte[] bytes = new byte[width];
      for (int r = 0; r < rows; r++) {
        reader.read(row);
        found[r] = scale(row);
        for (int i = 0; i < width; i++) {
          bytes[i] = (byte) step(row[i], found[r]);
        }
        out.write(bytes);
      }
      know(found);
    };
  }

  private static int step(float value, float scale) {
    return (int) Math.rint(value / scale);
  }
}
