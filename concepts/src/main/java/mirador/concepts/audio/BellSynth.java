package mirador.concepts.audio;

/** A bell: partials that are no multiples of one tone, the high ones fading first. */
public final class BellSynth {
  // Hum, prime, tierce, quint, nominal and above, as shares of the prime (Rossing, "The Science of
  // Percussion Instruments", 2000, chapter 13).
  private static final double[] PARTIALS = {0.5, 1, 1.2, 1.5, 2, 2.5, 2.66, 3, 4};
  private static final double[] LOUDNESS = {0.5, 0.7, 0.8, 0.35, 1, 0.35, 0.25, 0.3, 0.2};
  private static final double PRIME = 440; // hertz
  private static final double STRIKE = 1.4; // seconds from one strike to the next

  private BellSynth() {}

  /** Strikes every 1.4 seconds, for {@code seconds}. */
  public static Waveform make(double seconds) {
    double[] out = new double[Waveform.length(seconds)];
    for (double start = 0.05; start < seconds; start += STRIKE) {
      int from = Waveform.length(start);
      for (int i = from; i < out.length; i++) {
        double t = (i - from) / (double) Waveform.SAMPLE_RATE;
        for (int p = 0; p < PARTIALS.length; p++) {
          double decay = Math.exp(-t * (0.8 + 0.9 * PARTIALS[p]));
          out[i] += LOUDNESS[p] * decay * Math.sin(2 * Math.PI * PRIME * PARTIALS[p] * t);
        }
      }
    }
    return Waveform.finished(out);
  }
}
