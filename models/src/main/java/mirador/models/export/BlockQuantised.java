package mirador.models.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import mirador.models.onnx.TensorData;
import mirador.models.weights.ElementReader;
import mirador.models.weights.Weights;
import mirador.models.weights.WeightsException;

/**
 * A matrix, (rows, width), whose rows are cut into blocks; each block is divided by a scale and
 * rounded to -8 … 7, stored as 0 … 15. Of several scales the one is taken whose block lies nearest
 * to what it was: the sum of the squares of all differences is the least.
 */
final class BlockQuantised {
  private static final int BLOCK = 32;
  private static final int SMALL_BLOCK = 16;
  private static final int ZERO = 8;
  private static final int GREATEST = 15;

  /** What the number farthest from zero may become: -8 lies on one side alone. */
  private static final float[] ENDS = {-8, -7.7f, -7.4f, -7, 7, 7.4f, -6.5f};

  private final Weights weights;
  private final String name;
  private final int rows;
  private final int width;
  private final int block;
  private float[] scales; // (rows, blocks); null until they are known

  BlockQuantised(Weights weights, String name, int rows, int width, int block) {
    this.weights = weights;
    this.name = name;
    this.rows = rows;
    this.width = width;
    this.block = block;
  }

  /** The block that divides a width, 32 or 16; 0 when neither does. */
  static int blockOf(int width) {
    if (width % BLOCK == 0) {
      return BLOCK;
    }
    return width % SMALL_BLOCK == 0 ? SMALL_BLOCK : 0;
  }

  /** The numbers, two a byte, the first one in the lower half, (rows, blocks, block / 2). */
  TensorData nibbles() {
    return out -> {
      ElementReader reader = weights.open(name);
      float[] found = new float[rows * (width / block)];
      float[] row = new float[width];
      byte[] bytes = new byte[width / 2];
      int at = 0;
      for (int r = 0; r < rows; r++) {
        reader.read(row);
        for (int first = 0; first < width; first += block) {
          float scale = scale(row, first);
          found[at++] = scale;
          for (int i = 0; i < block; i += 2) {
            bytes[(first + i) / 2] =
                (byte) (step(row[first + i], scale) | step(row[first + i + 1], scale) << 4);
          }
        }
        out.write(bytes);
      }
      know(found);
    };
  }

  /**
   * The scales, (rows, blocks). Known once the numbers are made; found by a reading of its own
   * where they are not.
   */
  TensorData scalesInTurn() {
    return out -> {
      float[] all = scales();
      ByteBuffer bytes =
          ByteBuffer.allocate(Float.BYTES * all.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(all);
      out.write(bytes.array());
      know(null); // some megabytes for each matrix
    };
  }

  private synchronized void know(float[] found) {
    scales = found;
  }

  private synchronized float[] scales() throws IOException {
    if (scales == null) {
      ElementReader reader = weights.open(name);
      scales = new float[rows * (width / block)];
      float[] row = new float[width];
      int at = 0;
      for (int r = 0; r < rows; r++) {
        reader.read(row);
        for (int first = 0; first < width; first += block) {
          scales[at++] = scale(row, first);
        }
      }
    }
    return scales;
  }

  /** Rounds a matrix, (rows, width), to what its bytes mean, in its place. */
  static void round(float[] matrix, int block) {
    for (int first = 0; first < matrix.length; first += block) {
      float scale = scale(matrix, first, block);
      for (int i = first; i < first + block; i++) {
        matrix[i] = (step(matrix[i], scale) - ZERO) * scale;
      }
    }
  }

  private float scale(float[] row, int first) throws WeightsException {
    float scale = scale(row, first, block);
    if (!Float.isFinite(scale)) {
      throw new WeightsException(name + " holds a number that is not finite: it has no 4-bit form");
    }
    return scale;
  }

  /** The scale of a block; no number when one of the block's is none. */
  private static float scale(float[] row, int first, int block) {
    float farthest = 0;
    for (int i = first; i < first + block; i++) {
      if (!(Math.abs(row[i]) <= Math.abs(farthest))) { // NaN is farther than all
        farthest = row[i];
      }
    }
    if (!Float.isFinite(farthest)) {
      return Float.NaN;
    }
    float best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (float end : ENDS) {
      float scale = farthest / end;
      double error = error(row, first, block, scale);
      if (error < least) {
        least = error;
        best = scale;
      }
    }
    return best;
  }

  private static double error(float[] row, int first, int block, float scale) {
    if (Math.abs(scale) < Float.MIN_NORMAL) {
      return 0; // zeros, or what is too small to matter, becomes zero
    }
    float inverse = 1 / scale;
    float sum = 0;
    for (int i = first; i < first + block; i++) {
      float value = row[i];
      float steps = Math.max(-ZERO, Math.min(GREATEST - ZERO, Math.round(value * inverse)));
      float difference = value - steps * scale;
      sum += difference * difference;
    }
    return sum;
  }

  private static int step(float value, float scale) {
    if (Math.abs(scale) < Float.MIN_NORMAL) {
      return ZERO;
    }
    int steps = Math.round(value * (1 / scale));
    return Math.max(-ZERO, Math.min(GREATEST - ZERO, steps)) + ZERO;
  }
}
