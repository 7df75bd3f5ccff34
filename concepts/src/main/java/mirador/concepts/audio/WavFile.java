package mirador.concepts.audio;

/**
 * A sound as the bytes of a WAV file (RIFF, 16-bit PCM, one channel), which every browser plays.
 */
public final class WavFile {
  private static final int HEADER = 44;

  private WavFile() {}

  /** The file's bytes. */
  public static byte[] encode(Waveform sound) {
    float[] samples = sound.samples();
    byte[] out = new byte[HEADER + 2 * samples.length];
    ascii(out, 0, "RIFF");
    little(out, 4, out.length - 8, 4);
    ascii(out, 8, "WAVEfmt ");
    little(out, 16, 16, 4); // length of the format block
    little(out, 20, 1, 2); // PCM
    little(out, 22, 1, 2); // channels
    little(out, 24, sound.sampleRate(), 4);
    little(out, 28, sound.sampleRate() * 2, 4); // bytes a second
    little(out, 32, 2, 2); // bytes a sample
    little(out, 34, 16, 2); // bits a sample
    ascii(out, 36, "data");
    little(out, 40, 2 * samples.length, 4);
    for (int i = 0; i < samples.length; i++) {
      double kept = Math.max(-1, Math.min(1, samples[i]));
      little(out, HEADER + 2 * i, (int) Math.rint(kept * 32767), 2);
    }
    return out;
  }

  private static void ascii(byte[] out, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      out[at + i] = (byte) text.charAt(i);
    }
  }

  private static void little(byte[] out, int at, int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out[at + i] = (byte) (value >> (8 * i));
    }
  }
}
