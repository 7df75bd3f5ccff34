package mirador.concepts.audio;

/** Rain: a soft hiss, and single drops at random moments. */
public final class RainSynth {
  private static final double DROPS_A_SECOND = 38;

  private RainSynth() {}

  /** Rain for {@code seconds}. */
  public static Waveform make(double seconds) {
    double[] out = new double[Waveform.length(seconds)];
    SplitMix64 random = new SplitMix64(23);
    double low = 0;
    double previous = 0;
    for (int i = 0; i < out.length; i++) {
      double white = random.nextSigned();
      low += 0.5 * (white - low);
      out[i] += 0.22 * (low - 0.7 * previous);
      previous = low;
      if (random.nextDouble() < DROPS_A_SECOND / Waveform.SAMPLE_RATE) {
        drop(out, i, random);
      }
    }
    return Waveform.finished(out);
  }

  private static void drop(double[] out, int from, SplitMix64 random) {
    double hertz = 1200 + 3800 * random.nextDouble();
    double loudness = 0.15 + 0.5 * random.nextDouble() * random.nextDouble();
    int length = Waveform.length(0.02);
    for (int i = 0; i < length && from + i < out.length; i++) {
      double t = i / (double) Waveform.SAMPLE_RATE;
      out[from + i] += loudness * Math.exp(-t * 260) * Math.sin(2 * Math.PI * hertz * t);
    }
  }
}
