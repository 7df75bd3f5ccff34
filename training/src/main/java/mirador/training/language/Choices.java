package mirador.training.language;

import java.util.List;
import mirador.training.scenes.SplitMix64;

/** How one of many wordings is chosen. */
interface Choices {
  /** Always the first, the plainest; nothing that is left to chance happens. */
  Choices PLAINEST = () -> 1 - 0x1.0p-53;

  /** A number in [0, 1); the greatest below 1 chooses the plainest. */
  double next();

  static Choices of(SplitMix64 random) {
    return random::nextDouble;
  }

  default <T> T from(List<T> all) {
    return all.get(all.size() - 1 - (int) (next() * all.size()));
  }

  default boolean chance(double probability) {
    return next() < probability;
  }

  /** The first half of the time, otherwise any. */
  default <T> T mostlyFirst(List<T> all) {
    return chance(0.5) ? from(all) : all.get(0);
  }
}
