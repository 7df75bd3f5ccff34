package mirador.training.scenes;

/**
 * What a caption can tell of a scene, in the words of the {@link Catalogue}.
 *
 * @param subject what it is of: car, cat, boat ...
 * @param colour the subject's colour: red, orange, yellow ...
 * @param count how many of them, 1 to 3; all are wholly seen
 * @param place where: road, park, beach ...
 * @param sky the hour or the weather: day, sunset, night, snow, rain
 * @param style how it is drawn: flat, pixelated, sketch, dark, noisy, rotated
 * @param size {@code small} or {@code large}, beside the room that so many subjects have
 */
public record SceneFacts(
    String subject, String colour, int count, String place, String sky, String style, String size) {

  /** The most subjects of a scene. */
  public static final int MOST = 3;

  public static final String SMALL = "small";
  public static final String LARGE = "large";

  /**
   * @throws IllegalArgumentException if the catalogue lacks one of the words, or the count is not
   *     from 1 to 3
   */
  public SceneFacts {
    Catalogue.subject(subject);
    Catalogue.colour(colour);
    Catalogue.place(place);
    Catalogue.sky(sky);
    Catalogue.style(style);
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "A scene with " + count + " subjects cannot be drawn: choose from 1 to " + MOST + ".");
    }
    if (!size.equals(SMALL) && !size.equals(LARGE)) {
      throw new IllegalArgumentException(
          "There is no size called '" + size + "': use one of " + SMALL + ", " + LARGE + ".");
    }
  }
}
