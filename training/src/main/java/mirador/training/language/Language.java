package mirador.training.language;

import mirador.training.scenes.SplitMix64;

/** The languages that the miniature models read and write. */
public enum Language {
  ENGLISH,
  SPANISH;

  /** Either, as often as the other. */
  public static Language any(SplitMix64 random) {
    return random.nextDouble() < 0.5 ? ENGLISH : SPANISH;
  }
}
