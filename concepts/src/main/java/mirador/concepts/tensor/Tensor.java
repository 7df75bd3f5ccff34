package mirador.concepts.tensor;

/** Numbers with a shape, row by row. */
public sealed interface Tensor permits FloatTensor, LongTensor, HeldTensor {
  Shape shape();

  /**
   * The tensor as 32-bit floats.
   *
   * @throws IllegalArgumentException when it holds something else
   */
  default FloatTensor floats() {
    if (this instanceof FloatTensor floats) {
      return floats;
    }
    throw new IllegalArgumentException("float32 expected, not " + this);
  }

  /**
   * The tensor as 64-bit integers.
   *
   * @throws IllegalArgumentException when it holds something else
   */
  default LongTensor longs() {
    if (this instanceof LongTensor longs) {
      return longs;
    }
    throw new IllegalArgumentException("int64 expected, not " + this);
  }
}
