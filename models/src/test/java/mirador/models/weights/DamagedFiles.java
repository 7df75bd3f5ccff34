package mirador.models.weights;

import java.util.Arrays;
import java.util.Random;

/** Makes damaged copies of good files, always the same ones for the same seed. */
public final class DamagedFiles {
  private DamagedFiles() {}

  /** The file cut off somewhere, or with a few bytes of its first {@code front} changed. */
  public static byte[] damage(byte[] good, int front, long seed) {
    Random random = new Random(seed);
    if (random.nextInt(4) == 0) {
      return Arrays.copyOf(good, random.nextInt(good.length));
    }
    byte[] bad = good.clone();
    int flips = 1 + random.nextInt(6);
    for (int i = 0; i < flips; i++) {
      int at = random.nextInt(Math.min(front, bad.length));
      bad[at] =
          random.nextBoolean()
              ? (byte) random.nextInt()
              : (byte) (bad[at] ^ (1 << random.nextInt(8)));
    }
    return bad;
  }
}
