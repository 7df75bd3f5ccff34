package mirador.concepts.image;

import java.util.List;
import java.util.Optional;

/** Nine weights of a 3 x 3 convolution and a bias. */
public final class Kernel {
  /** Side of the window, in pixels. */
  public static final int SIDE = 3;

  /** Leaves the picture as it is. */
  public static final Kernel IDENTITY = of("identity", 0, 0, 0, 0, 1, 0, 0, 0, 0);

  /** The mean of the nine pixels. */
  public static final Kernel BLUR =
      of("blur", 1 / 9., 1 / 9., 1 / 9., 1 / 9., 1 / 9., 1 / 9., 1 / 9., 1 / 9., 1 / 9.);

  /** The Laplacian over eight neighbours: black where the colour is even. */
  public static final Kernel EDGES = of("edges", -1, -1, -1, -1, 8, -1, -1, -1, -1);

  /** The picture plus its Laplacian over four neighbours. */
  public static final Kernel SHARPEN = of("sharpen", 0, -1, 0, -1, 5, -1, 0, -1, 0);

  /** The kernels that come with the course. */
  public static final List<Kernel> PRESETS = List.of(IDENTITY, BLUR, EDGES, SHARPEN);

  private final String name;
  private final double[] weights; // (3, 3)
  private final double bias;

  /**
   * A kernel.
   *
   * @param name as in the settings of the widget
   * @param weights (3, 3), row by row
   * @param bias added to the weighted sum, in grey levels
   * @throws IllegalArgumentException when there are not nine weights
   */
  public Kernel(String name, double[] weights, double bias) {
    if (weights.length != SIDE * SIDE) {
      throw new IllegalArgumentException("a 3 x 3 kernel has 9 weights, not " + weights.length);
    }
    this.name = name;
    this.weights = weights.clone();
    this.bias = bias;
  }

  public String name() {
    return name;
  }

  public double bias() {
    return bias;
  }

  private static Kernel of(String name, double... weights) {
    return new Kernel(name, weights, 0);
  }

  /** A kernel with the learner's weights. */
  public static Kernel own(double[] weights) {
    return new Kernel("own", weights, 0);
  }

  /** The preset of this name. */
  public static Optional<Kernel> preset(String name) {
    for (Kernel kernel : PRESETS) {
      if (kernel.name.equals(name)) {
        return Optional.of(kernel);
      }
    }
    return Optional.empty();
  }

  /** The nine weights, (3, 3); a copy. */
  public double[] weights() {
    return weights.clone();
  }

  /** The sum of the weights: what an even colour is multiplied by. */
  public double gain() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
