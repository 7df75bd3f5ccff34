package mirador.training.scenes;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * One specification, ready to be drawn: first what is behind, then the subject, then what is in
 * front.
 */
final class Scene {
  private static final int LIGHT = 1;
  private static final int SKY = 2;
  private static final int PLACE = 3;
  private static final int PLACE_IN_FRONT = 4;
  private static final int SKY_IN_FRONT = 5;
  private static final int STYLE = 6;

  private final SceneSpec spec;
  private final Stage stage;
  private final Window window;
  private final Light light;

  /** The whole stage, in the shape of the picture. */
  Scene(SceneSpec spec) {
    this(spec, Stage.of(spec.size()), Window.all(Stage.of(spec.size())));
  }

  /** A part of a stage of any shape, stretched over the picture. */
  Scene(SceneSpec spec, Stage stage, Window window) {
    this.spec = spec;
    this.stage = stage;
    this.window = window;
    this.light = spec.sky().light(stage, random(LIGHT));
  }

  /** Draws a picture of the size and in the style that the specification asks for. */
  static BufferedImage draw(SceneSpec spec) {
    return new Scene(spec).draw();
  }

  /** Draws the picture in the specification's size and style. */
  BufferedImage draw() {
    Size size = spec.size();
    BufferedImage picture =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    spec.style().draw(graphics, this, size);
    graphics.dispose();
    return picture;
  }

  SceneSpec spec() {
    return spec;
  }

  Stage stage() {
    return stage;
  }

  Window window() {
    return window;
  }

  /** A generator for what the style leaves to chance. */
  SplitMix64 randomOfStyle() {
    return random(STYLE);
  }

  Light light() {
    return light;
  }

  /** Draws all of it on a sheet of the given size. */
  void draw(Graphics2D graphics, Size size) {
    drawBehind(graphics, size);
    drawSubject(graphics, size);
    drawInFront(graphics, size);
  }

  void drawBehind(Graphics2D graphics, Size size) {
    Brush brush = stageBrush(graphics, size);
    spec.sky().draw(brush, stage, light, random(SKY));
    spec.place().draw(brush, stage, light, random(PLACE));
  }

  void drawSubject(Graphics2D graphics, Size size) {
    Optional<Contour> contour = Contour.of(spec.colour(), light);
    for (Pose pose : spec.poses()) {
      if (contour.isPresent()) {
        contour.get().around(graphics, size, window, layer -> drawCopy(layer, size, pose));
      } else {
        drawCopy(graphics, size, pose);
      }
    }
  }

  private void drawCopy(Graphics2D graphics, Size size, Pose pose) {
    double room = 0.94 * stage.width() / spec.subject().width();
    double scale = Math.min(pose.scale(), room);
    double mirror = pose.facing() == Pose.Facing.LEFT ? -scale : scale;
    Brush brush =
        stageBrush(graphics, size)
            .placed(
                stage.centre() + pose.shift(),
                spec.place().groundLine() - pose.rise(),
                mirror,
                scale);
    spec.subject().draw(brush, light.on(Tones.of(spec.colour().base())), light);
  }

  void drawInFront(Graphics2D graphics, Size size) {
    Brush brush = stageBrush(graphics, size);
    spec.place().drawInFront(brush, stage, light, random(PLACE_IN_FRONT));
    spec.sky().drawInFront(brush, stage, light, random(SKY_IN_FRONT));
  }

  private SplitMix64 random(int part) {
    return SplitMix64.forPart(spec.seed(), part);
  }

  private Brush stageBrush(Graphics2D graphics, Size size) {
    double sx = size.width() / window.width();
    double sy = size.height() / window.height();
    return new Brush(graphics).placed(-window.left() * sx, -window.top() * sy, sx, sy);
  }
}
