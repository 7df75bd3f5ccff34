package mirador.concepts.audio;

/**
 * A sum of harmonics, each with its own loudness and phase: {@code sum of w_k sin(2 pi k x + p_k)}.
 * One sine and cosine a sample are enough: the multiples of an angle follow by turning.
 */
final class Harmonics {
  private final double[] real; // (harmonics) w_k cos p_k
  private final double[] imaginary; // (harmonics) w_k sin p_k
  private final double[] gains; // (harmonics)

  /**
   * Harmonics 1 to n.
   *
   * @param weights (n)
   * @param phases (n), in radians
   */
  Harmonics(double[] weights, double[] phases) {
    real = new double[weights.length];
    imaginary = new double[weights.length];
    gains = new double[weights.length];
    for (int k = 0; k < weights.length; k++) {
      real[k] = weights[k] * Math.cos(phases[k]);
      imaginary[k] = weights[k] * Math.sin(phases[k]);
    }
  }

  /** Lets the sound out through resonances; harmonics from {@code limit} hertz on are silent. */
  void shape(Formants formants, double fundamental, double limit) {
    for (int k = 0; k < gains.length; k++) {
      double frequency = (k + 1) * fundamental;
      gains[k] = frequency < limit ? formants.gain(frequency) : 0;
    }
  }

  /** The sum at {@code turns} turns of the fundamental. */
  double at(double turns) {
    double cosine = Math.cos(2 * Math.PI * turns);
    double sine = Math.sin(2 * Math.PI * turns);
    double x = cosine; // cosine and sine of k times the angle
    double y = sine;
    double sum = 0;
    for (int k = 0; k < gains.length; k++) {
      sum += gains[k] * (y * real[k] + x * imaginary[k]);
      double turned = x * cosine - y * sine;
      y = x * sine + y * cosine;
      x = turned;
    }
    return sum;
  }
}
