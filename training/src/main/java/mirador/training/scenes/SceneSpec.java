package mirador.training.scenes;

import java.util.List;

/**
 * Everything that decides a picture. Equal specifications give equal pixels.
 *
 * @param poses one for each copy of the subject, in the order they are drawn
 * @param seed decides the small things: where clouds float and flakes fall
 */
record SceneSpec(
    Subject subject,
    Colour colour,
    List<Pose> poses,
    Place place,
    Sky sky,
    Style style,
    Size size,
    long seed) {

  SceneSpec {
    poses = List.copyOf(poses);
    if (poses.isEmpty()) {
      throw new IllegalArgumentException("A scene without a subject: give it one pose or more.");
    }
  }

  /** A scene with one subject. */
  SceneSpec(
      Subject subject,
      Colour colour,
      Pose pose,
      Place place,
      Sky sky,
      Style style,
      Size size,
      long seed) {
    this(subject, colour, List.of(pose), place, sky, style, size, seed);
  }

  /** The pose of the only subject, or of the first one drawn. */
  Pose pose() {
    return poses.get(0);
  }
}
