package mirador.concepts.audio;

/**
 * A four-cylinder engine that idles, is revved once and comes back: pulses of firing cylinders, no
 * two quite alike, heard through an exhaust pipe, with noise that rises with each pulse.
 */
public final class EngineSynth {
  private static final double IDLE = 27; // firings a second: some 800 turns a minute
  private static final double REVVED = 105; // some 3200 turns a minute
  private static final int ORDERS = 72;
  private static final int SHAPE_EVERY = 32; // samples; the speed changes slowly
  private static final Formants PIPE =
      new Formants(new double[] {110, 330, 780}, new double[] {70, 150, 320});

  private EngineSynth() {}

  /** The engine for {@code seconds}; the revving takes the middle of it. */
  public static Waveform make(double seconds) {
    double[] out = new double[Waveform.length(seconds)];
    SplitMix64 random = new SplitMix64(11);
    Harmonics engine = engine(random);
    double cycle = 0; // turns of the whole four-stroke cycle
    double air = 0;
    for (int i = 0; i < out.length; i++) {
      double throttle = throttle(i / (double) out.length);
      double firing = IDLE + (REVVED - IDLE) * throttle;
      cycle += firing / 4 * (1 + 0.01 * random.nextSigned()) / Waveform.SAMPLE_RATE;
      if (i % SHAPE_EVERY == 0) {
        engine.shape(PIPE, firing / 4, Waveform.SAMPLE_RATE / 2.0);
      }
      air += 0.25 * (random.nextSigned() - air);
      double pulse = 0.5 + 0.5 * Math.sin(2 * Math.PI * 4 * cycle);
      out[i] =
          (0.6 + 0.4 * throttle)
              * (engine.at(cycle) + air * pulse * pulse * (1.1 + 1.2 * throttle));
    }
    return Waveform.finished(out);
  }

  private static Harmonics engine(SplitMix64 random) {
    double[] weights = new double[ORDERS];
    double[] phases = new double[ORDERS];
    for (int k = 1; k <= ORDERS; k++) {
      // Every fourth order is the firing itself; the others are the cylinders' differences.
      weights[k - 1] = (k % 4 == 0 ? 1 : 0.28 + 0.2 * random.nextSigned()) / Math.sqrt(k);
      phases[k - 1] = 2 * Math.PI * random.nextDouble();
    }
    return new Harmonics(weights, phases);
  }

  /** The foot on the pedal, 0 to 1, over the share of time that has passed. */
  private static double throttle(double share) {
    double rise = smooth((share - 0.22) / 0.28);
    double fall = smooth((share - 0.55) / 0.4);
    return rise - fall;
  }

  private static double smooth(double x) {
    double t = Math.max(0, Math.min(1, x));
    return t * t * (3 - 2 * t);
  }
}
