package mirador.concepts.audio;

/**
 * A dog that barks in pairs: a rough voice whose pitch leaps up and falls, shaped by the resonances
 * of the throat, with a burst of breath at the start of each bark.
 */
public final class BarkSynth {
  private static final double BARK = 0.24; // seconds
  private static final double PAIR = 1.25; // seconds from one pair of barks to the next
  private static final double SECOND = 0.46; // seconds from the first of a pair to the second
  private static final int HARMONICS = 20;
  private static final int SHAPE_EVERY = 32; // samples; the throat changes slowly
  private static final Formants THROAT =
      new Formants(new double[] {640, 1250, 2700}, new double[] {180, 260, 600});

  private BarkSynth() {}

  /** As many barks as fit whole into {@code seconds}; the sound always lasts exactly so long. */
  public static Waveform make(double seconds) {
    double[] out = new double[Waveform.length(seconds)];
    SplitMix64 random = new SplitMix64(7);
    for (double pair = Math.min(0.1, seconds / 10); pair < seconds; pair += PAIR) {
      add(out, pair, 1, random);
      add(out, pair + SECOND, 0.86, random);
    }
    return Waveform.finished(out);
  }

  private static void add(double[] out, double start, double loudness, SplitMix64 random) {
    int from = Waveform.length(start);
    int length = Waveform.length(BARK);
    if (from + length > out.length && from > Waveform.length(0.1)) {
      return; // half a bark would sound cut off
    }
    double pitchOfThisOne = 1 + 0.05 * random.nextSigned();
    Harmonics voice = voice();
    double phase = 0;
    double rough = 0;
    double breath = 0;
    for (int i = 0; i < length && from + i < out.length; i++) {
      double t = i / (double) length; // 0 to 1
      rough += 0.02 * (random.nextSigned() - rough);
      double pitch = pitchOfThisOne * (300 + 260 * Math.sin(Math.PI * Math.pow(t, 0.55)));
      if (i % SHAPE_EVERY == 0) {
        voice.shape(THROAT, pitch, 6000);
      }
      phase += pitch * (1 + 0.5 * rough) / Waveform.SAMPLE_RATE;
      breath += 0.45 * (random.nextSigned() - breath);
      double envelope = Math.min(1, t / 0.06) * Math.pow(1 - t, 1.4);
      double noise = breath * (0.3 * Math.exp(-t * 18) + 0.05);
      out[from + i] += loudness * envelope * (voice.at(phase) + noise);
    }
  }

  private static Harmonics voice() {
    double[] weights = new double[HARMONICS];
    double[] phases = new double[HARMONICS];
    for (int k = 1; k <= HARMONICS; k++) {
      weights[k - 1] = 1 / Math.sqrt(k);
      phases[k - 1] = 0.7 * k * k; // spread, so that the harmonics do not all peak at once
    }
    return new Harmonics(weights, phases);
  }
}
