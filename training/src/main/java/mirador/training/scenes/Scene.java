package mirador.training.scenes;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

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

  private final SceneSpec spec;
  private final Stage stage;
  private final Light light;

  Scene(SceneSpec spec) {
    this.spec = spec;
    this.stage = Stage.of(spec.size());
    this.light = spec.sky().light(stage, random(LIGHT));
  }

  /** Draws a picture of the size and in the style that the specification asks for. */
  static BufferedImage draw(SceneSpec spec) {
    Size size = spec.size();
    BufferedImage picture =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    spec.style().draw(graphics, new Scene(spec), size);
    graphics.dispose();
    return picture;
  }

  SceneSpec spec() {
    return spec;
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
    double room = 0.94 * stage.width() / spec.subject().width();
    double scale = Math.min(spec.pose().scale(), room);
    double mirror = spec.pose().facing() == Pose.Facing.LEFT ? -scale : scale;
    Brush brush =
        stageBrush(graphics, size)
            .placed(stage.centre() + spec.pose().shift(), spec.place().groundLine(), mirror, scale);
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

  private static Brush stageBrush(Graphics2D graphics, Size size) {
    double scale = size.height() / Stage.HEIGHT;
    return new Brush(graphics).placed(0, 0, scale, scale);
  }
}
