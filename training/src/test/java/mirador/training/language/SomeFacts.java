package mirador.training.language;

import java.util.List;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SplitMix64;

/** Facts of scenes for the tests, each word as often as any other. */
public final class SomeFacts {
  static final List<String> SUBJECTS =
      List.of(
          "car", "truck", "bicycle", "boat", "plane", "cat", "puppy", "bird", "fish", "house",
          "tree", "person");
  static final List<String> COLOURS =
      List.of(
          "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "white", "black");
  static final List<String> PLACES =
      List.of("road", "park", "plain", "beach", "city", "sea", "mountain", "desert");
  static final List<String> SKIES = List.of("day", "sunset", "night", "snow", "rain");
  static final List<String> STYLES =
      List.of("flat", "pixelated", "sketch", "dark", "noisy", "rotated");

  private SomeFacts() {}

  /** The facts of a seed. */
  public static SceneFacts of(long seed) {
    SplitMix64 random = SplitMix64.forPart(seed, 7);
    return new SceneFacts(
        from(SUBJECTS, random),
        from(COLOURS, random),
        1 + random.below(3),
        from(PLACES, random),
        from(SKIES, random),
        from(STYLES, random),
        from(List.of("small", "large"), random));
  }

  private static String from(List<String> words, SplitMix64 random) {
    return words.get(random.below(words.size()));
  }
}
