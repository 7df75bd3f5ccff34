package mirador.training.scenes;

/** The part of a stage that a picture shows, in stage units; it fills the whole picture. */
record Window(double left, double top, double width, double height) {

  static Window all(Stage stage) {
    return new Window(0, 0, stage.width(), Stage.HEIGHT);
  }

  double centre() {
    return left + width / 2;
  }
}
