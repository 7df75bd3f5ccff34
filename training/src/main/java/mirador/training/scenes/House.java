package mirador.training.scenes;

import java.awt.Shape;

/** A small house with a gable and a chimney. */
final class House implements Subject {
  private static final Ink PANE = Ink.lamp(Ink.lit(0xBFE0F2), Ink.plain(0xFFE08A));
  private static final Ink FRAME = Ink.lit(0xFBF4E6);
  private static final Ink DOOR = Ink.lit(0x6E4630);
  private static final Cutout PICTURE = cut();

  @Override
  public String word() {
    return "house";
  }

  @Override
  public double width() {
    return 410;
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    PICTURE.draw(brush, coat, light);
  }

  private static Cutout cut() {
    Cutout picture = new Cutout();
    picture.fill(Shapes.oval(0, 2, 206, 11), Ink.plain(0x1C2340).fade(0.3));
    picture.fill(Shapes.box(76, -320, 44, 100, 3), Ink.DARK);
    picture.fill(Shapes.box(70, -328, 56, 18, 4), Ink.DEEP);
    Shape walls = Shapes.path("M -160 0 L -160 -178 L 0 -300 L 160 -178 L 160 0 Z");
    picture.fill(walls, Ink.BASE);
    picture.fillInside(
        walls, Shapes.path("M 96 0 L 96 -240 L 170 -240 L 170 0 Z"), Ink.BASE.mix(Ink.DARK, 0.45));
    picture.fill(Shapes.box(-166, -20, 332, 20, 3), Ink.lit(0x9A93A0));
    // The eaves throw a shadow on the wall under them.
    picture.line(Shapes.path("M -166 -160 L 0 -284 L 166 -160"), 18, Ink.DARK);
    picture.line(Shapes.path("M -182 -168 L 0 -306 L 182 -168"), 30, Ink.DEEP);
    picture.line(Shapes.path("M -184 -176 L 0 -315 L 184 -176"), 7, Ink.DARK.mix(Ink.LIGHT, 0.4));
    window(picture.placed(62, -128, 1, 1));
    picture.fill(Shapes.oval(0, -212, 31, 31), FRAME);
    picture.fill(Shapes.oval(0, -212, 22, 22), PANE);
    picture.fill(Shapes.box(-112, -140, 84, 124, 6), FRAME);
    picture.fill(Shapes.box(-102, -130, 64, 114, 4), DOOR);
    picture.fill(Shapes.oval(-50, -70, 6, 6), Ink.plain(0xF2C14E));
    picture.fill(Shapes.box(-122, -18, 104, 18, 3), Ink.lit(0xC2BCC8));
    return picture;
  }

  private static void window(Cutout window) {
    window.fill(Shapes.box(-50, -12, 116, 84, 5), FRAME);
    window.fill(Shapes.box(-40, -2, 44, 64, 2), PANE);
    window.fill(Shapes.box(12, -2, 44, 64, 2), PANE);
    window.fill(Shapes.box(-58, 68, 132, 12, 3), Ink.DEEP);
  }
}
