package mirador.training.scenes;

import java.awt.Shape;

/** A fish that has just jumped out of the water. */
final class Fish implements Subject {
  private static final Ink DROP = Ink.lit(0xBFE3F5);
  private static final Ink WATER = Ink.lit(0x7FB9D8);
  private static final Cutout PICTURE = cut();

  @Override
  public String word() {
    return "fish";
  }

  @Override
  public double width() {
    return 430;
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    PICTURE.draw(brush, coat, light);
  }

  private static Cutout cut() {
    Cutout picture = new Cutout();
    picture.fill(Shapes.oval(-20, 2, 150, 13), WATER.fade(0.8));
    picture.fill(Shapes.oval(-20, 0, 92, 7), DROP);
    drop(picture.placed(-96, -26, 1, 1));
    drop(picture.placed(44, -20, 1.2, 1.2));
    drop(picture.placed(92, -52, 0.8, 0.8));
    leap(picture.turned(-16, 0, -170));
    return picture;
  }

  private static void drop(Cutout drop) {
    drop.fill(Shapes.path("M 0 -24 C 12 -8 12 8 0 9 C -12 8 -12 -8 0 -24 Z"), DROP);
  }

  private static void leap(Cutout fish) {
    fish.fill(
        Shapes.path(
            "M -104 -170 C -140 -190 -176 -238 -206 -246 C -214 -216 -200 -190 -184 -170"
                + " C -200 -150 -214 -122 -206 -92 C -176 -100 -140 -150 -104 -170 Z"),
        Ink.DARK);
    fish.fill(
        Shapes.path("M -66 -236 C -40 -292 40 -296 70 -276 C 62 -262 62 -250 70 -236 Z"), Ink.DARK);
    fish.fill(
        Shapes.path("M -30 -96 C -40 -66 -70 -52 -88 -54 C -86 -80 -78 -96 -64 -112 Z"), Ink.DARK);
    Shape body =
        Shapes.path(
            "M 204 -172 C 170 -236 84 -262 8 -258 C -60 -254 -110 -214 -132 -170"
                + " C -110 -126 -60 -88 8 -84 C 84 -80 166 -106 204 -172 Z");
    fish.fill(body, Ink.BASE);
    fish.fillInside(
        body,
        Shapes.path("M 220 -160 C 120 -110 -20 -110 -140 -160 L -140 -60 L 220 -60 Z"),
        Ink.CREAM.mix(Ink.BASE, 0.35));
    fish.fillInside(
        body,
        Shapes.path("M 170 -230 C 60 -270 -40 -260 -110 -200 C -40 -236 70 -250 170 -214 Z"),
        Ink.LIGHT);
    for (double x : new double[] {-66, 0}) {
      fish.fillInside(
          body,
          Shapes.path(
              "M "
                  + x
                  + " -280 Q "
                  + (x + 36)
                  + " -170 "
                  + x
                  + " -60 L "
                  + (x + 24)
                  + " -60 Q "
                  + (x + 60)
                  + " -170 "
                  + (x + 24)
                  + " -280 Z"),
          Ink.DARK);
    }
    fish.line(Shapes.path("M 88 -238 Q 58 -172 88 -106"), 6, Ink.DEEP);
    fish.fill(
        Shapes.path("M 60 -158 C 30 -166 -2 -150 -8 -122 C 20 -116 50 -124 62 -142 Z"),
        Ink.DEEP.mix(Ink.DARK, 0.5));
    fish.fill(Shapes.oval(134, -194, 23, 23), Ink.plain(0xFFFFFF));
    fish.fill(Shapes.oval(139, -193, 14, 15), Ink.plain(0x1E1826));
    fish.fill(Shapes.oval(135, -200, 5, 5), Ink.plain(0xFFFFFF));
    fish.line(Shapes.path("M 190 -158 Q 176 -150 166 -152"), 6, Ink.DEEP);
  }
}
