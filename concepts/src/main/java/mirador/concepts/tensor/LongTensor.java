package mirador.concepts.tensor;

import java.util.Arrays;

/** 64-bit integers with a shape, such as token ids. The array is not copied. */
@SuppressWarnings("ArrayRecordComponent") // numbers by the million: copying them would be the error
public record LongTensor(Shape shape, long[] values) implements Tensor {
  /**
   * @throws IllegalArgumentException when the array's length is not that of the shape
   */
  public LongTensor {
    if (values.length != shape.elements()) {
      throw new IllegalArgumentException(values.length + " numbers do not fill the shape " + shape);
    }
  }

  public static LongTensor of(long[] values, int... sizes) {
    return new LongTensor(Shape.of(sizes), values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LongTensor tensor
        && shape.equals(tensor.shape)
        && Arrays.equals(values, tensor.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "int64" + shape;
  }
}
