package mirador.concepts.symbolic;

import java.util.List;

/** The words that are the components of a symbolic embedding, in order. */
public record Vocabulary(List<String> words) {
  /** The nine words of cell 2.2b. */
  public static final Vocabulary NOTEBOOK =
      new Vocabulary(
          List.of("car", "road", "sunset", "cat", "pixelated", "cute", "puppy", "dog", "snow"));

  public Vocabulary {
    words = List.copyOf(words);
  }

  public int size() {
    return words.size();
  }
}
