package mirador.trainer.data;

import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SceneSampler;
import mirador.training.scenes.Split;
import mirador.training.scenes.SplitMix64;

/**
 * Drawn scenes of the training split. Drawing one takes longer than learning from it, so each is
 * kept and comes again in a later round, half the times mirrored: no caption tells left from right.
 */
public final class ScenePool {
  private static final int ROUND = 35;

  /** Keeps the seeds of families apart from those of single scenes. */
  private static final long FAMILIES = 500_000_000L;

  private final long seed;
  private final int side;
  private final int family;
  private final byte[][] drawn;

  /** One scene of a step. */
  @SuppressWarnings("ArrayRecordComponent") // pixels by the million: copying would be the error
  public record Scene(SceneFacts facts, byte[] rgb, boolean mirrored) {}

  private ScenePool(long seed, int side, int size, int family) {
    this.seed = seed;
    this.side = side;
    this.family = family;
    this.drawn = new byte[size][];
  }

  /**
   * A pool of scenes that have nothing to do with each other; it fills itself.
   *
   * @param side of the pictures
   * @param size how many scenes there are in all
   */
  public static ScenePool ofSingles(long seed, int side, int size) {
    return new ScenePool(seed, side, size, 1);
  }

  /**
   * A pool of {@link Families}, whose scenes come one after the other.
   *
   * @param size how many scenes there are in all, a multiple of the families' size
   */
  public static ScenePool ofFamilies(long seed, int side, int size) {
    return new ScenePool(seed, side, size, Families.SIZE);
  }

  /**
   * The scene that comes at a place of the endless row of examples.
   *
   * @param random decides whether it is mirrored
   */
  public Scene at(long place, SplitMix64 random) {
    int count = drawn.length / family;
    int round = (int) (place / drawn.length);
    int within = (int) (place % drawn.length) / family;
    int member = (int) (place % family);
    // Every round begins elsewhere, so that other scenes meet in a batch.
    int group =
        round == 0 ? within : (int) ((within * step(round, count) + offset(round, count)) % count);
    int index = group * family + member;
    long own = seed * 1_000_003L + index;
    SceneFacts facts =
        family == 1
            ? SceneSampler.facts(Split.TRAIN, own)
            : Families.facts(seed * 1_000_003L + FAMILIES + group, member);
    synchronized (drawn) {
      if (drawn[index] == null) {
        drawn[index] = SceneSampler.draw(facts, own, side);
      }
      return new Scene(facts, drawn[index], random.nextDouble() < 0.5);
    }
  }

  /** A number without a common divisor with the size: stepping by it visits every scene. */
  private long step(int round, int count) {
    SplitMix64 random = SplitMix64.forPart(seed + round, ROUND);
    long step = 1L + random.below(count - 1);
    while (divisor(step, count) != 1) {
      step++;
    }
    return step;
  }

  private long offset(int round, int count) {
    return SplitMix64.forPart(seed + round, ROUND + 1).below(count);
  }

  private static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
