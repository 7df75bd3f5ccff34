package mirador.concepts.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AudioTest {
  @Provide
  Arbitrary<double[]> signals() {
    return Arbitraries.integers()
        .between(0, 7)
        .flatMap(
            power -> Arbitraries.doubles().between(-1, 1).array(double[].class).ofSize(1 << power));
  }

  @Property(tries = 100)
  void theFftAgreesWithTheSumItStandsFor(
      @ForAll("signals") double[] real, @ForAll("signals") double[] other) {
    int size = Math.min(real.length, other.length);
    double[] fastReal = java.util.Arrays.copyOf(real, size);
    double[] fastImaginary = java.util.Arrays.copyOf(other, size);
    double[] plainReal = new double[size];
    double[] plainImaginary = new double[size];
    for (int k = 0; k < size; k++) {
      for (int n = 0; n < size; n++) {
        double angle = -2 * Math.PI * k * n / size;
        plainReal[k] += real[n] * Math.cos(angle) - other[n] * Math.sin(angle);
        plainImaginary[k] += real[n] * Math.sin(angle) + other[n] * Math.cos(angle);
      }
    }
    Fft.transform(fastReal, fastImaginary);
    assertArrayEquals(plainReal, fastReal, 1e-9);
    assertArrayEquals(plainImaginary, fastImaginary, 1e-9);
  }

  @Property(tries = 100)
  void theFftKeepsTheEnergy(@ForAll("signals") double[] signal) {
    double before = 0;
    for (double sample : signal) {
      before += sample * sample;
    }
    double[] real = signal.clone();
    double[] imaginary = new double[signal.length];
    Fft.transform(real, imaginary);
    double after = 0;
    for (int k = 0; k < real.length; k++) {
      after += (real[k] * real[k] + imaginary[k] * imaginary[k]) / real.length;
    }
    assertEquals(before, after, 1e-9); // Parseval
  }

  @Test
  void theFftRefusesOtherSizes() {
    assertThrows(IllegalArgumentException.class, () -> Fft.transform(new double[6], new double[6]));
    assertThrows(IllegalArgumentException.class, () -> Fft.transform(new double[4], new double[8]));
  }

  @Test
  void theSpectrogramFindsATone() {
    float[] samples = new float[8000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 1000 * i / 16_000.0));
    }
    Spectrogram spectrogram = Spectrogram.of(new Waveform(16_000, samples));
    assertEquals(1000, spectrogram.peakHertz(), 1e-9);
    assertEquals(1 + (8000 - 512) / 128, spectrogram.frames());
    assertEquals(257, spectrogram.bins());
    assertEquals(0.016, spectrogram.seconds(0), 1e-9);
    for (double[] frame : spectrogram.db()) {
      for (double level : frame) {
        assertTrue(level >= Spectrogram.FLOOR && level <= 0);
      }
    }
  }

  @Test
  void silenceAndShortSoundsHaveASpectrogramToo() {
    assertEquals(Spectrogram.FLOOR, Spectrogram.of(new Waveform(16_000, new float[20])).db()[0][3]);
  }

  @Test
  void everySoundLastsAsLongAsAskedAndIsAlwaysTheSame() {
    for (Sound sound : Sound.values()) {
      for (double seconds : new double[] {0.1, 1.1, 2.3}) {
        Waveform made = sound.make(seconds);
        assertEquals(seconds, made.seconds(), 1e-9, sound.id());
        assertTrue(made.peak() > 0.5 && made.peak() <= 0.9001, sound.id());
        assertArrayEquals(made.samples(), sound.make(seconds).samples());
      }
      assertEquals(sound, Sound.of(sound.id()).orElseThrow());
    }
  }

  @Test
  void theBarkIsAVoiceAndTheEngineIsLow() {
    assertEquals(500, Spectrogram.of(Sound.BARK.make(2.3)).peakHertz(), 250);
    assertTrue(Spectrogram.of(Sound.ENGINE.make(1.1)).peakHertz() < 200);
  }

  @Test
  void splitMix64GivesItsPublishedNumbers() {
    SplitMix64 random = new SplitMix64(1234567);
    assertEquals(6457827717110365317L, random.nextLong());
    assertEquals(3203168211198807973L, random.nextLong());
  }

  @Test
  void wavFilesSayWhatTheyHold() {
    byte[] file = WavFile.encode(new Waveform(16_000, new float[] {0, 1, -1, 2}));
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(52, file.length);
    assertEquals(44, bytes.getInt(4));
    assertEquals(16_000, bytes.getInt(24));
    assertEquals(8, bytes.getInt(40));
    assertEquals(32767, bytes.getShort(46));
    assertEquals(-32767, bytes.getShort(48));
    assertEquals(32767, bytes.getShort(50));
  }

  @Test
  void theEnvelopeHoldsTheExtremes() {
    float[][] envelope = new Waveform(8, new float[] {0.1f, -0.5f, 0.7f, 0.2f}).envelope(2);
    assertArrayEquals(new float[] {-0.5f, 0.1f}, envelope[0]);
    assertArrayEquals(new float[] {0, 0.7f}, envelope[1]);
  }
}
