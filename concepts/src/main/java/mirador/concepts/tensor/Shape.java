package mirador.concepts.tensor;

import java.util.Arrays;

/** The sizes of a tensor's axes, outermost first; no axes for a single number. */
public final class Shape {
  private final int[] sizes;

  private Shape(int[] sizes) {
    this.sizes = sizes;
  }

  /**
   * A shape of these sizes.
   *
   * @throws IllegalArgumentException when a size is negative or the product passes 2^31 - 1
   */
  public static Shape of(int... sizes) {
    long elements = 1;
    for (int size : sizes) {
      if (size < 0) {
        throw new IllegalArgumentException("a size below 0 in the shape " + Arrays.toString(sizes));
      }
      elements *= size;
      if (elements > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "the shape " + Arrays.toString(sizes) + " holds more numbers than an array can");
      }
    }
    return new Shape(sizes.clone());
  }

  /** How many axes. */
  public int rank() {
    return sizes.length;
  }

  /** The size of an axis; negative numbers count from the last one, -1. */
  public int size(int axis) {
    return sizes[axis < 0 ? sizes.length + axis : axis];
  }

  /** How many numbers a tensor of this shape holds. */
  public int elements() {
    int elements = 1;
    for (int size : sizes) {
      elements *= size;
    }
    return elements;
  }

  public int[] toArray() {
    return sizes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  /** As in a paper: {@code (3, 224, 224)}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("(");
    for (int i = 0; i < sizes.length; i++) {
      out.append(i == 0 ? "" : ", ").append(sizes[i]);
    }
    return out.append(')').toString();
  }
}
