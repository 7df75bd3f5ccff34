package mirador.models.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the numbers of one tensor from the first to the last, row by row. */
public final class ElementReader {
  private static final int CHUNK = 1 << 16;

  private final WeightInfo info;
  private final Bytes bytes;
  private int read;

  public ElementReader(WeightInfo info, Bytes bytes) {
    this.info = info;
    this.bytes = bytes;
  }

  /** Where the bytes come from, one range after the other. */
  @FunctionalInterface
  public interface Bytes {
    /**
     * The next bytes.
     *
     * @param count how many, at most 2^19
     * @return a buffer with exactly so many bytes between its position and its limit
     */
    ByteBuffer next(int count) throws IOException;
  }

  /** Numbers not read yet. */
  public int remaining() {
    return info.shape().elements() - read;
  }

  /**
   * Fills an array with the next numbers.
   *
   * @throws WeightsException when the tensor has not so many left
   */
  public void read(float[] into) throws IOException {
    check(into.length);
    for (int at = 0; at < into.length; ) {
      int count = Math.min(CHUNK, into.length - at);
      ByteBuffer chunk = chunk(count);
      for (int i = 0; i < count; i++) {
        into[at++] = info.dtype().getFloat(chunk);
      }
    }
  }

  /**
   * Fills an array with the next whole numbers.
   *
   * @throws WeightsException when the tensor has not so many left or holds no whole numbers
   */
  public void read(long[] into) throws IOException {
    check(into.length);
    if (!info.dtype().isWhole()) {
      throw new WeightsException(info.name() + " holds " + info.dtype() + ", no whole numbers");
    }
    for (int at = 0; at < into.length; ) {
      int count = Math.min(CHUNK, into.length - at);
      ByteBuffer chunk = chunk(count);
      for (int i = 0; i < count; i++) {
        into[at++] = info.dtype().getLong(chunk);
      }
    }
  }

  private ByteBuffer chunk(int count) throws IOException {
    read += count;
    return bytes.next(count * info.dtype().bytes()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void check(int wanted) throws WeightsException {
    if (wanted > remaining()) {
      throw new WeightsException(
          info.name() + " of shape " + info.shape() + " has no " + wanted + " numbers left");
    }
  }
}
