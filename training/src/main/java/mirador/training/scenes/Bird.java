package mirador.training.scenes;

import java.awt.Shape;

/** A round songbird on its two thin legs. */
final class Bird implements Subject {
  private static final Ink HORN = Ink.plain(0xE9A23B);
  private static final Ink HORN_SHADE = Ink.plain(0xB8702A);
  private static final Cutout PICTURE = cut();

  @Override
  public String word() {
    return "bird";
  }

  @Override
  public double width() {
    return 400;
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    PICTURE.draw(brush, coat, light);
  }

  private static Cutout cut() {
    Cutout picture = new Cutout();
    picture.fill(Shapes.oval(6, 2, 110, 11), Ink.plain(0x1C2340).fade(0.28));
    legs(picture);
    body(picture);
    return picture;
  }

  private static void legs(Cutout picture) {
    for (double x : new double[] {-14, 30}) {
      picture.line(Shapes.path("M " + x + " -70 L " + (x + 4) + " -4"), 9, HORN_SHADE);
      picture.line(
          Shapes.path("M " + (x - 16) + " -2 L " + (x + 4) + " -6 L " + (x + 30) + " -2"), 9, HORN);
    }
  }

  private static void body(Cutout picture) {
    // The tail points up and back, so that the whole bird is one slanting drop.
    picture.fill(
        Shapes.path(
            "M -70 -150 L -186 -214 C -202 -206 -208 -188 -204 -172 C -192 -160 -186 -146 -184 -134 L -60 -90 Z"),
        Ink.DARK);
    picture.fill(Shapes.path("M 118 -234 L 184 -214 L 120 -196 Z"), HORN);
    picture.fill(Shapes.path("M 118 -216 L 184 -214 L 120 -196 Z"), HORN_SHADE);
    Shape trunk =
        Shapes.smooth(
            66, -284, 112, -262, 130, -216, 116, -168, 108, -116, 66, -66, 4, -52, -62, -72, -106,
            -122, -104, -158, -56, -166, -8, -192, 14, -250);
    picture.fill(trunk, Ink.BASE);
    picture.fillInside(trunk, Shapes.oval(96, -92, 66, 78), Ink.CREAM);
    picture.fillInside(
        trunk,
        Shapes.path("M -120 -110 C -60 -66 20 -56 90 -78 L 80 -30 L -120 -30 Z"),
        Ink.DARK.fade(0.45));
    Shape wing =
        Shapes.path(
            "M 44 -168 C 50 -120 10 -86 -48 -84 C -78 -82 -116 -92 -142 -104 C -106 -114 -88 -128"
                + " -74 -146 C -40 -182 24 -196 44 -168 Z");
    picture.fill(wing, Ink.DARK);
    picture.fillInside(wing, Shapes.moved(wing, 8, -20), Ink.BASE.mix(Ink.DARK, 0.35));
    picture.line(Shapes.path("M -104 -104 C -60 -104 -20 -110 6 -128"), 4, Ink.DEEP);
    picture.fill(Shapes.oval(84, -228, 19, 19), Ink.plain(0xFFFFFF));
    picture.fill(Shapes.oval(88, -227, 13, 14), Ink.plain(0x1E1826));
    picture.fill(Shapes.oval(84, -233, 4.5, 4.5), Ink.plain(0xFFFFFF));
  }
}
