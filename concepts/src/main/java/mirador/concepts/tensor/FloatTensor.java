package mirador.concepts.tensor;

import java.util.Arrays;
import java.util.List;

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

  /** The same number everywhere. */
  public static FloatTensor filled(float value, int... sizes) {
    FloatTensor tensor = zeros(sizes);
    Arrays.fill(tensor.values, value);
    return tensor;
  }

  /**
   * Tensors of one shape along a new first axis: n times (a, b) gives (n, a, b).
   *
   * @throws IllegalArgumentException when there are none, or they differ in shape
   */
  public static FloatTensor stacked(List<FloatTensor> tensors) {
    if (tensors.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to stack");
    }
    FloatTensor first = tensors.get(0);
    int[] sizes = new int[first.shape.rank() + 1];
    sizes[0] = tensors.size();
    System.arraycopy(first.shape.toArray(), 0, sizes, 1, first.shape.rank());
    FloatTensor stacked = zeros(sizes);
    for (int i = 0; i < tensors.size(); i++) {
      FloatTensor tensor = tensors.get(i);
      if (!tensor.shape.equals(first.shape)) {
        throw new IllegalArgumentException(
            "tensor " + i + " has the shape " + tensor.shape + ", the first " + first.shape);
      }
      int length = tensor.values.length;
      System.arraycopy(tensor.values, 0, stacked.values, i * length, length);
    }
    return stacked;
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
