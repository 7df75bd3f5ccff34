package mirador.concepts.tensor;

import java.util.Arrays;

/**
 * 32-bit floats with a shape. The array is not copied: whoever made the tensor may not write on.
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the million: copying them would be the error
public record FloatTensor(Shape shape, float[] values) implements Tensor {
  /**
   * @throws IllegalArgumentException when the array's length is not that of the shape
   */
  public FloatTensor {
    if (values.length != shape.elements()) {
      throw new IllegalArgumentException(values.length + " numbers do not fill the shape " + shape);
    }
  }

  public static FloatTensor of(float[] values, int... sizes) {
    return new FloatTensor(Shape.of(sizes), values);
  }

  public static FloatTensor zeros(int... sizes) {
    Shape shape = Shape.of(sizes);
    return new FloatTensor(shape, new float[shape.elements()]);
  }

  /** A copy of entry {@code index} of the first axis: (n, a, b) gives (a, b). */
  public FloatTensor slice(int index) {
    int count = shape.size(0);
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException(index + " of " + count + " in the shape " + shape);
    }
    int[] rest = Arrays.copyOfRange(shape.toArray(), 1, shape.rank());
    int step = values.length / count;
    return of(Arrays.copyOfRange(values, index * step, (index + 1) * step), rest);
  }

  /** A tensor of two axes as rows of doubles, for the arithmetic of retrieval. */
  public double[][] rows() {
    int width = shape.size(1);
    double[][] rows = new double[shape.size(0)][width];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < width; j++) {
        rows[i][j] = values[i * width + j];
      }
    }
    return rows;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FloatTensor tensor
        && shape.equals(tensor.shape)
        && Arrays.equals(values, tensor.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "float32" + shape;
  }
}
