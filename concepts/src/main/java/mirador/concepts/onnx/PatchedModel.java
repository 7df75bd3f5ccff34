package mirador.concepts.onnx;

import java.util.List;

/**
 * A model as pieces of arrays, most of them of the one that was given: nothing is copied.
 *
 * @param ranges one after the other; a single one when nothing was added
 */
public record PatchedModel(List<ByteRange> ranges) {
  public PatchedModel {
    ranges = List.copyOf(ranges);
  }

  /** How many bytes the model has. */
  public long length() {
    long length = 0;
    for (ByteRange range : ranges) {
      length += range.length();
    }
    return length;
  }

  /**
   * The model as one new array; the given array itself when nothing was added.
   *
   * @throws IllegalStateException when it passes the size of an array, 2 GiB
   */
  public byte[] toBytes() {
    if (ranges.size() == 1) {
      return ranges.get(0).bytes();
    }
    if (length() > Integer.MAX_VALUE) {
      throw new IllegalStateException("a model of " + length() + " bytes fits into no array");
    }
    byte[] all = new byte[(int) length()];
    int position = 0;
    for (ByteRange range : ranges) {
      System.arraycopy(range.bytes(), range.start(), all, position, range.length());
      position += range.length();
    }
    return all;
  }
}
