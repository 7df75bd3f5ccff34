package mirador.concepts.generation;

import java.util.Arrays;
import mirador.concepts.tensor.LongTensor;

/**
 * Which places of each row are read, and which only fill it up.
 *
 * @param values 1 for what is read, 0 for padding, (rows, total)
 */
public record AttentionMask(LongTensor values) {
  /**
   * A checked mask.
   *
   * @throws IllegalArgumentException when it is not (rows, total)
   */
  public AttentionMask {
    if (values.shape().rank() != 2) {
      throw new IllegalArgumentException("a mask must be (rows, total), not " + values.shape());
    }
  }

  public int rows() {
    return values.shape().size(0);
  }

  /** Places of a row, padding included. */
  public int total() {
    return values.shape().size(1);
  }

  /** How many places of a row are read. */
  public int read(int row) {
    int read = 0;
    for (int i = row * total(); i < (row + 1) * total(); i++) {
      read += (int) values.values()[i];
    }
    return read;
  }

  /** The same with so many more places before each row, all of them read. */
  public AttentionMask after(int before) {
    int wide = before + total();
    long[] mask = new long[rows() * wide];
    for (int row = 0; row < rows(); row++) {
      Arrays.fill(mask, row * wide, row * wide + before, 1);
      System.arraycopy(values.values(), row * total(), mask, row * wide + before, total());
    }
    return new AttentionMask(LongTensor.of(mask, rows(), wide));
  }

  /**
   * One more place at the end of each row, which is read.
   *
   * @param from for each new row which of these rows it goes on from
   */
  public AttentionMask grown(int[] from) {
    int wide = total() + 1;
    long[] mask = new long[from.length * wide];
    for (int row = 0; row < from.length; row++) {
      System.arraycopy(values.values(), from[row] * total(), mask, row * wide, total());
      mask[row * wide + total()] = 1;
    }
    return new AttentionMask(LongTensor.of(mask, from.length, wide));
  }

  /**
   * The place of each token among those that are read, from 0; -1 for padding.
   *
   * @return (rows, total)
   */
  public LongTensor positions() {
    long[] mask = values.values();
    long[] positions = new long[mask.length];
    for (int row = 0; row < rows(); row++) {
      long read = 0;
      for (int i = row * total(); i < (row + 1) * total(); i++) {
        read += mask[i];
        positions[i] = read * mask[i] - 1;
      }
    }
    return LongTensor.of(positions, rows(), total());
  }

  /**
   * The positions of the last places alone.
   *
   * @return (rows, 1)
   */
  public LongTensor lastPositions() {
    LongTensor all = positions();
    long[] last = new long[rows()];
    for (int row = 0; row < last.length; row++) {
      last[row] = all.values()[(row + 1) * total() - 1];
    }
    return LongTensor.of(last, rows(), 1);
  }
}
