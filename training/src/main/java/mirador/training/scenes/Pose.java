package mirador.training.scenes;

/**
 * How the subject stands in the picture.
 *
 * @param facing the side it looks to
 * @param scale its size; 1 is as drawn
 * @param shift how far right of the centre it stands, in stage units
 */
record Pose(Facing facing, double scale, double shift) {
  enum Facing {
    LEFT,
    RIGHT
  }

  static final Pose PLAIN = new Pose(Facing.RIGHT, 1, 0);

  Pose {
    if (scale < 0.2 || scale > 3) {
      throw new IllegalArgumentException(
          "A subject cannot be drawn at scale " + scale + ": choose one from 0.2 to 3.");
    }
  }
}
