package mirador.training.scenes;

/**
 * The units that scenes are drawn in: always 512 high, as wide as the picture's shape asks for.
 *
 * @param width the width in those units
 */
record Stage(double width) {
  static final double HEIGHT = 512;

  /** Where sky and ground meet. */
  static final double HORIZON = 300;

  static Stage of(Size size) {
    return new Stage(HEIGHT * size.width() / size.height());
  }

  double centre() {
    return width / 2;
  }
}
