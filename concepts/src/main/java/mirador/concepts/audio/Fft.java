package mirador.concepts.audio;

/** The discrete Fourier transform in n log n steps (Cooley and Tukey, 1965), radix 2, in place. */
public final class Fft {
  private Fft() {}

  /**
   * Replaces a signal by its spectrum, {@code X[k] = sum over n of x[n] exp(-2 pi i k n / N)}.
   *
   * @param real (N), N a power of two
   * @param imaginary (N)
   * @throws IllegalArgumentException when the sizes differ or are no power of two
   */
  public static void transform(double[] real, double[] imaginary) {
    int size = real.length;
    if (size != imaginary.length || Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException(
          "the FFT needs two arrays of one power of two: " + size + ", " + imaginary.length);
    }
    reverseBits(real, imaginary);
    for (int span = 2; span <= size; span *= 2) {
      int half = span / 2;
      for (int k = 0; k < half; k++) {
        double angle = -2 * Math.PI * k / span;
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        for (int i = k; i < size; i += span) {
          int j = i + half;
          double turnedReal = real[j] * cosine - imaginary[j] * sine;
          double turnedImaginary = real[j] * sine + imaginary[j] * cosine;
          real[j] = real[i] - turnedReal;
          imaginary[j] = imaginary[i] - turnedImaginary;
          real[i] += turnedReal;
          imaginary[i] += turnedImaginary;
        }
      }
    }
  }

  private static void reverseBits(double[] real, double[] imaginary) {
    int j = 0;
    for (int i = 1; i < real.length; i++) {
      int bit = real.length / 2;
      while ((j & bit) != 0) {
        j ^= bit;
        bit /= 2;
      }
      j |= bit;
      if (i < j) {
        swap(real, i, j);
        swap(imaginary, i, j);
      }
    }
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}
