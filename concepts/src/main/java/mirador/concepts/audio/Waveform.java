package mirador.concepts.audio;

/** One channel of sound. */
public final class Waveform {
  /**
   * Samples per second of every sound that the course makes; audio encoders commonly take 16 kHz.
   */
  public static final int SAMPLE_RATE = 16_000;

  private final int sampleRate;
  private final float[] samples;

  /**
   * A sound over {@code samples}, which is not copied.
   *
   * @param sampleRate samples per second
   * @param samples -1 to 1
   * @throws IllegalArgumentException when the rate is not positive
   */
  public Waveform(int sampleRate, float[] samples) {
    if (sampleRate < 1) {
      throw new IllegalArgumentException("the sample rate must be positive: " + sampleRate);
    }
    this.sampleRate = sampleRate;
    this.samples = samples;
  }

  /** Samples per second. */
  public int sampleRate() {
    return sampleRate;
  }

  /** The samples themselves, -1 to 1; not to be written to. */
  public float[] samples() {
    return samples;
  }

  /** Length in seconds. */
  public double seconds() {
    return (double) samples.length / sampleRate;
  }

  /** Greatest distance from silence, 0 to 1. */
  public double peak() {
    double peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  /** The least and the greatest sample of each of {@code columns} equal parts, (columns, 2). */
  public float[][] envelope(int columns) {
    float[][] envelope = new float[columns][2];
    for (int c = 0; c < columns; c++) {
      int from = (int) ((long) c * samples.length / columns);
      int to = (int) ((long) (c + 1) * samples.length / columns);
      for (int i = from; i < to; i++) {
        envelope[c][0] = Math.min(envelope[c][0], samples[i]);
        envelope[c][1] = Math.max(envelope[c][1], samples[i]);
      }
    }
    return envelope;
  }

  /**
   * Samples as a sound ready to be played: peak at 0.9, and 5 ms of fade so that it does not click.
   */
  static Waveform finished(double[] samples) {
    double peak = 1e-9;
    for (double sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    double fade = 0.005 * SAMPLE_RATE;
    float[] out = new float[samples.length];
    for (int i = 0; i < out.length; i++) {
      double edge = Math.min(1, Math.min(i, out.length - 1 - i) / fade);
      out[i] = (float) (samples[i] / peak * 0.9 * edge);
    }
    return new Waveform(SAMPLE_RATE, out);
  }

  /** Number of samples of a sound that lasts so long. */
  static int length(double seconds) {
    return (int) Math.rint(seconds * SAMPLE_RATE);
  }
}
