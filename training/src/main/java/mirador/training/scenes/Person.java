package mirador.training.scenes;

import java.awt.Shape;

/** Somebody in a jacket and a cap who waves. */
final class Person implements Subject {
  private static final Ink SKIN = Ink.plain(0xE0A67E);
  private static final Ink SKIN_SHADE = Ink.plain(0xC4845F);
  private static final Ink HAIR = Ink.plain(0x4A2E24);
  private static final Ink SHOE = Ink.plain(0x2B2530);
  private static final Cutout PICTURE = cut();

  @Override
  public String word() {
    return "person";
  }

  @Override
  public double width() {
    return 300;
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    PICTURE.draw(brush, coat, light);
  }

  private static Cutout cut() {
    Cutout picture = new Cutout();
    picture.fill(Shapes.oval(0, 2, 96, 10), Ink.plain(0x1C2340).fade(0.3));
    legs(picture);
    trunk(picture);
    head(picture);
    return picture;
  }

  private static void legs(Cutout picture) {
    picture.fill(Shapes.path("M -58 -128 L 2 -128 L 0 -10 L -50 -10 Z"), Ink.DARK);
    picture.fill(
        Shapes.path("M 0 -128 L 60 -128 L 54 -10 L 6 -10 Z"), Ink.DARK.mix(Ink.DEEP, 0.35));
    picture.fill(Shapes.path("M -54 -20 L -2 -20 C 6 -14 10 -6 10 2 L -54 2 Z"), SHOE);
    picture.fill(Shapes.path("M 6 -20 L 56 -20 C 70 -16 76 -6 76 2 L 6 2 Z"), SHOE);
  }

  /** A jacket; one arm hangs, the other waves to where the person looks. */
  private static void trunk(Cutout picture) {
    picture.line(Shapes.path("M 62 -206 L 104 -196 L 122 -264"), 34, Ink.BASE.mix(Ink.DARK, 0.6));
    picture.fill(Shapes.oval(126, -284, 20, 21), SKIN);
    picture.fill(Shapes.oval(-90, -112, 18, 20), SKIN);
    picture.line(Shapes.path("M -60 -206 Q -86 -176 -90 -136"), 36, Ink.BASE.mix(Ink.DARK, 0.35));
    Shape jacket =
        Shapes.path(
            "M -40 -232 L 40 -232 C 66 -230 78 -214 78 -190 L 72 -104 C 40 -92 -40 -92 -72 -104"
                + " L -78 -190 C -78 -214 -66 -230 -40 -232 Z");
    picture.fill(jacket, Ink.BASE);
    picture.fillInside(
        jacket,
        Shapes.path("M 40 -240 C 52 -180 52 -130 42 -80 L 100 -80 L 100 -240 Z"),
        Ink.BASE.mix(Ink.DARK, 0.5));
    picture.fillInside(jacket, Shapes.box(-90, -116, 180, 30, 0), Ink.DARK);
    picture.line(Shapes.path("M 2 -222 L 2 -102"), 5, Ink.CREAM);
    picture.line(Shapes.path("M -52 -146 L -26 -146"), 5, Ink.DARK);
    picture.line(Shapes.path("M 28 -146 L 54 -146"), 5, Ink.DEEP);
  }

  private static void head(Cutout picture) {
    picture.fill(Shapes.box(-18, -250, 36, 30, 12), SKIN_SHADE);
    picture.fill(Shapes.path("M -54 -284 C -58 -344 58 -344 54 -284 L 50 -258 L -50 -258 Z"), HAIR);
    Shape face =
        Shapes.smooth(
            2, -330, 42, -316, 50, -280, 34, -246, 4, -236, -28, -246, -42, -280, -36, -316);
    picture.fill(face, SKIN);
    // A cap whose peak shows the way.
    picture.fill(Shapes.path("M -56 -302 C -54 -356 54 -356 56 -302 Z"), Ink.BASE);
    picture.fill(
        Shapes.path("M -56 -302 L 86 -302 C 90 -294 84 -288 74 -290 L -56 -292 Z"), Ink.DARK);
    picture.fill(Shapes.oval(-4, -274, 5, 7), Ink.plain(0x1E1826));
    picture.fill(Shapes.oval(28, -274, 5, 7), Ink.plain(0x1E1826));
    picture.line(Shapes.path("M -2 -254 Q 12 -244 26 -254"), 4, Ink.plain(0x8A3B3B));
  }
}
