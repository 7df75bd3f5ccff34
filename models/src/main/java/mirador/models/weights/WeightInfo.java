package mirador.models.weights;

import mirador.concepts.tensor.Shape;

/** What is known of a stored tensor before it is read. */
public record WeightInfo(String name, Dtype dtype, Shape shape) {
  /** Bytes of the tensor as it is stored. */
  public long bytes() {
    return (long) shape.elements() * dtype.bytes();
  }
}
