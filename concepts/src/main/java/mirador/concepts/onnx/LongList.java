package mirador.concepts.onnx;

import java.util.Arrays;

/** Numbers of a file, kept up to a limit and counted beyond it. */
final class LongList {
  private long[] values = new long[4];
  private int kept;
  private long count;

  void add(long value, int most) {
    count++;
    if (kept >= most) {
      return;
    }
    if (kept == values.length) {
      values = Arrays.copyOf(values, 2 * kept);
    }
    values[kept++] = value;
  }

  /** How many there were. */
  long count() {
    return count;
  }

  /** Those that were kept. */
  long[] toArray() {
    return Arrays.copyOf(values, kept);
  }
}
