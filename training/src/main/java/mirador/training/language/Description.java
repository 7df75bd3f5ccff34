package mirador.training.language;

import java.util.Optional;

/**
 * What is told of a thing besides its name.
 *
 * @param colour its word
 * @param worn whether the colour is that of a person's clothes
 * @param size "small" or "large"
 * @param praise "cute" and the like
 */
record Description(
    Optional<Adjective> colour, boolean worn, Optional<String> size, Optional<Adjective> praise) {
  static final Description NONE =
      new Description(Optional.empty(), false, Optional.empty(), Optional.empty());

  /** The same with the colour of a subject. */
  Description coloured(Adjective word, String subject) {
    return new Description(Optional.of(word), subject.equals("person"), size, praise);
  }

  Description sized(String word) {
    return new Description(colour, worn, Optional.of(word), praise);
  }

  Description praised(Adjective word) {
    return new Description(colour, worn, size, Optional.of(word));
  }
}
