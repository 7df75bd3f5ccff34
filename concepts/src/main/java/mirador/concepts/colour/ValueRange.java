package mirador.concepts.colour;

/** The values at the two ends of a colour scale. */
public record ValueRange(double low, double high) {
  /** Cosines of vectors without negative components. */
  public static final ValueRange UNIT = new ValueRange(0, 1);

  /**
   * A range.
   *
   * @throws IllegalArgumentException when {@code low} is above {@code high} or one is not a number
   */
  public ValueRange {
    if (!(low <= high)) {
      throw new IllegalArgumentException("no range from " + low + " to " + high);
    }
  }

  /** From the least to the greatest of the values; 0 to 1 when there are none. */
  public static ValueRange of(double[][] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] row : values) {
      for (double value : row) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return low <= high ? new ValueRange(low, high) : UNIT;
  }

  /** This range, widened where needed to hold {@code value}. */
  public ValueRange with(double value) {
    return new ValueRange(Math.min(low, value), Math.max(high, value));
  }

  /** Where {@code value} lies between the ends, 0 to 1; the middle when both ends are one. */
  public double share(double value) {
    if (low == high) {
      return 0.5;
    }
    return Math.max(0, Math.min(1, (value - low) / (high - low)));
  }

  /** The colour of {@code value} in this range. */
  public Rgb colour(double value) {
    return ColourScale.cividis(share(value));
  }

  /**
   * The class of the style sheet that colours {@code value} in this range: «heat-0» to «heat-20».
   */
  public String cssClass(double value) {
    return "heat-" + ColourScale.step(share(value));
  }
}
