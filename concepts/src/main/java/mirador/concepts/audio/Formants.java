package mirador.concepts.audio;

/** The resonances of a throat, a box or a pipe: how loud a frequency comes out of it. */
final class Formants {
  private final double[] hertz;
  private final double[] bandwidths;

  Formants(double[] hertz, double[] bandwidths) {
    this.hertz = hertz;
    this.bandwidths = bandwidths;
  }

  /** Gain at a frequency: a bell around each resonance, weaker ones higher up. */
  double gain(double frequency) {
    double gain = 0.02;
    for (int i = 0; i < hertz.length; i++) {
      double distance = (frequency - hertz[i]) / bandwidths[i];
      gain += 1 / ((1 + distance * distance) * (1 + 0.5 * i));
    }
    return gain;
  }
}
