package mirador.training.scenes;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything a specification can name. A new subject, place, sky or style is one class and one
 * entry here.
 */
final class Catalogue {
  static final List<Subject> SUBJECTS =
      List.of(
          new SportsCar(),
          new Truck(),
          new Bicycle(),
          new Boat(),
          new Plane(),
          new Cat(),
          new Puppy(),
          new Bird(),
          new Fish(),
          new House(),
          new Tree(),
          new Person());
  static final List<Place> PLACES =
      List.of(
          new Road(),
          new Park(),
          new Plain(),
          new Beach(),
          new City(),
          new Sea(),
          new Mountain(),
          new Desert());
  static final List<Sky> SKIES =
      List.of(new Day(), new Sunset(), new Night(), new Snowfall(), new Rain());
  static final List<Style> STYLES =
      List.of(new Flat(), new Pixelated(), new Sketch(), new Dark(), new Noisy(), new Rotated());
  static final List<Colour> COLOURS = List.of(Colour.values());

  /** The colours that random scenes are made of: no two of them are taken for one another. */
  static final List<Colour> SAMPLED_COLOURS =
      COLOURS.stream().filter(colour -> colour != Colour.GOLDEN && colour != Colour.GREY).toList();

  private Catalogue() {}

  static Subject subject(String word) {
    return find("subject", word, SUBJECTS);
  }

  static Place place(String word) {
    return find("place", word, PLACES);
  }

  static Sky sky(String word) {
    return find("sky", word, SKIES);
  }

  static Style style(String word) {
    return find("style", word, STYLES);
  }

  static Colour colour(String word) {
    return find("colour", word, COLOURS);
  }

  private static <T extends Named> T find(String kind, String word, List<T> known) {
    return known.stream()
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no "
                        + kind
                        + " called '"
                        + word
                        + "': use one of "
                        + known.stream().map(Named::word).collect(Collectors.joining(", "))
                        + "."));
  }
}
