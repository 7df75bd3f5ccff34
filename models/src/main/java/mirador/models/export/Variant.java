package mirador.models.export;

import java.util.Locale;

/** How the weights of an exported model are stored and multiplied. */
public enum Variant {
  /** 32-bit floats, as trained. */
  FP32(1e-3),
  /** 16-bit floats: half the size, for graphics processors. */
  FP16(2e-2),
  /**
   * 8-bit integers with a scale for each column, inputs quantised as they come: a quarter of the
   * size, for processors.
   */
  INT8(0.15),
  /**
   * 4-bit integers with a scale for each block of some inputs, computed in 32-bit floats: an eighth
   * of the size, for graphics processors.
   */
  Q4(0.5);

  private final double tolerance;

  Variant(double tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * How far an element of the features may lie from the reference, for features whose elements are
   * about 1; see {@link ReferenceValues}.
   */
  public double tolerance() {
    return tolerance;
  }

  /** As manifests and options name it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
