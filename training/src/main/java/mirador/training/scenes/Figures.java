package mirador.training.scenes;

import java.util.LinkedHashMap;
import java.util.Map;

/** The three pictures that the course keeps coming back to, by file name. */
final class Figures {
  private static final Size SIZE = new Size(768, 512);

  private Figures() {}

  static Map<String, SceneSpec> all() {
    Map<String, SceneSpec> figures = new LinkedHashMap<>();
    figures.put(
        "car.png",
        new SceneSpec(
            new SportsCar(),
            Colour.RED,
            new Pose(Pose.Facing.RIGHT, 1.1, -14),
            new Road(),
            new Sunset(),
            new Flat(),
            SIZE,
            4));
    figures.put(
        "cat.png",
        new SceneSpec(
            new Cat(),
            Colour.ORANGE,
            Pose.PLAIN,
            new Plain(),
            new Day(),
            new Pixelated(),
            SIZE,
            22));
    figures.put(
        "puppy.png",
        new SceneSpec(
            new Puppy(),
            Colour.GOLDEN,
            new Pose(Pose.Facing.RIGHT, 1.16, 0),
            new Park(),
            new Snowfall(),
            new Flat(),
            SIZE,
            10));
    return figures;
  }
}
