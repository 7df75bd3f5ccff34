package mirador.training.scenes;

/**
 * How the subject stands in the picture.
 *
 * @param facing the side it looks to
 * @param scale its size; 1 is as drawn
 * @param shift how far right of the centre it stands, in stage units
 * @param rise how far above the place's ground line it stands, further off
 */
record Pose(Facing facing, double scale, double shift, double rise) {
  enum Facing {
    LEFT,
    RIGHT
  }

  static final Pose PLAIN = new Pose(Facing.RIGHT, 1, 0);

  /** A pose on the ground line. */
  Pose(Facing facing, double scale, double shift) {
    this(facing, scale, shift, 0);
  }

  Pose {
    if (scale < 0.2 || scale > 3) {
      throw new IllegalArgumentException(
          "A subject cannot be drawn at scale " + scale + ": choose one from 0.2 to 3.");
    }
  }
}
