package mirador.concepts.audio;

/**
 * A small random generator (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", 2014) that gives the same numbers on every machine and in the page, so a sound is
 * always the same.
 */
public final class SplitMix64 {
  private long state;

  public SplitMix64(long seed) {
    state = seed;
  }

  /** The next 64 random bits. */
  public long nextLong() {
    state += 0x9e3779b97f4a7c15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The next number in [0, 1). */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** The next number in [-1, 1): white noise. */
  public double nextSigned() {
    return 2 * nextDouble() - 1;
  }
}
