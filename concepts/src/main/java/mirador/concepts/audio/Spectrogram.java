package mirador.concepts.audio;

/**
 * How strong each frequency is at each moment: the spectrum of short pieces of a sound under a Hann
 * window, in decibels below the strongest value.
 */
public final class Spectrogram {
  /** Values below this count as silence, in decibels. */
  public static final double FLOOR = -80;

  private final double[][] db; // (frames, bins)
  private final int sampleRate;
  private final int window;
  private final int hop;

  private Spectrogram(double[][] db, int sampleRate, int window, int hop) {
    this.db = db;
    this.sampleRate = sampleRate;
    this.window = window;
    this.hop = hop;
  }

  /** With windows of 512 samples (32 ms at 16 kHz) every 128 samples (8 ms). */
  public static Spectrogram of(Waveform sound) {
    return of(sound, 512, 128);
  }

  /**
   * The spectrogram of a sound; one that is shorter than a window is filled up with silence.
   *
   * @param window samples in a window, a power of two
   * @param hop samples from one window to the next
   * @throws IllegalArgumentException when the window is no power of two or the hop not positive
   */
  public static Spectrogram of(Waveform sound, int window, int hop) {
    if (hop < 1) {
      throw new IllegalArgumentException("the hop must be positive: " + hop);
    }
    float[] samples = sound.samples();
    int frames = 1 + Math.max(0, samples.length - window) / hop;
    double[] hann = hann(window);
    double[][] db = new double[frames][window / 2 + 1]; // powers at first
    double strongest = 0;
    for (int f = 0; f < frames; f++) {
      double[] real = new double[window];
      double[] imaginary = new double[window];
      for (int i = 0; i < window && f * hop + i < samples.length; i++) {
        real[i] = samples[f * hop + i] * hann[i];
      }
      Fft.transform(real, imaginary);
      for (int k = 0; k < db[f].length; k++) {
        db[f][k] = real[k] * real[k] + imaginary[k] * imaginary[k];
        strongest = Math.max(strongest, db[f][k]);
      }
    }
    for (double[] frame : db) {
      for (int k = 0; k < frame.length; k++) {
        // 10 log of a power is 20 log of its amplitude.
        double level = frame[k] == 0 ? FLOOR : 10 * Math.log10(frame[k] / strongest);
        frame[k] = Math.max(FLOOR, level);
      }
    }
    return new Spectrogram(db, sound.sampleRate(), window, hop);
  }

  /** The Hann window, 0 at its ends and 1 in the middle. */
  static double[] hann(int size) {
    double[] hann = new double[size];
    for (int i = 0; i < size; i++) {
      hann[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
    }
    return hann;
  }

  /** Levels in decibels, {@link #FLOOR} to 0, (frames, bins); not to be written to. */
  public double[][] db() {
    return db;
  }

  /** Number of moments. */
  public int frames() {
    return db.length;
  }

  /** Number of frequencies, from 0 to half the sample rate. */
  public int bins() {
    return db[0].length;
  }

  /** Middle of a frame, in seconds. */
  public double seconds(int frame) {
    return (frame * hop + window / 2.0) / sampleRate;
  }

  /** Frequency of a bin, in hertz. */
  public double hertz(int bin) {
    return (double) bin * sampleRate / window;
  }

  /** The strongest frequency of all, in hertz. */
  public double peakHertz() {
    int strongest = 0;
    for (double[] frame : db) {
      for (int k = 0; k < frame.length; k++) {
        if (frame[k] == 0) {
          strongest = k;
        }
      }
    }
    return hertz(strongest);
  }
}
