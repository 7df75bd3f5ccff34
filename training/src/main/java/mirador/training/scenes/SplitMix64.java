package mirador.training.scenes;

/**
 * The generator behind every small variation of a scene.
 *
 * <p>Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014: one
 * 64-bit counter and a mixing function. It is written out here so that a seed means the same
 * picture in every release of Java.
 */
public final class SplitMix64 {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** A generator that always gives the same numbers for the same seed. */
  public SplitMix64(long seed) {
    this.state = seed;
  }

  /** Returns the next 64 bits. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns a number in [0, 1). */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Returns a number in [low, high). */
  public double between(double low, double high) {
    return low + (high - low) * nextDouble();
  }

  /** Returns a whole number in [0, bound). */
  public int below(int bound) {
    return (int) (nextDouble() * bound);
  }

  /**
   * Returns a generator of its own for one part of the scene, so that drawing one more cloud does
   * not move the trees.
   *
   * @param part a number that no other part of the scene uses
   */
  public static SplitMix64 forPart(long seed, int part) {
    SplitMix64 root = new SplitMix64(seed * 31 + part);
    return new SplitMix64(root.nextLong());
  }
}
