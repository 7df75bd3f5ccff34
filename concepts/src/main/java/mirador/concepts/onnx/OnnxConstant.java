package mirador.concepts.onnx;

import java.util.Optional;

/**
 * A tensor that stands in the file, of which only the shape's rank is kept and, where it is a short
 * list of integers such as the target of a Reshape, its values.
 */
final class OnnxConstant {
  private final int rank;
  private final long[] integers;

  OnnxConstant(int rank, long[] integers) {
    this.rank = rank;
    this.integers = integers;
  }

  /** How many axes. */
  int rank() {
    return rank;
  }

  /** The values of a short list of integers. */
  Optional<long[]> integers() {
    return Optional.ofNullable(integers);
  }
}
