package mirador.training.scenes;

import java.awt.Shape;
import java.util.Optional;

/** A tabby that sits and looks at you. */
final class Cat implements Subject {
  private static final Ink PINK = Ink.plain(0xF29CA8);
  private static final Ink EYE = Ink.plain(0xA8D65A);
  private static final Ink PUPIL = Ink.plain(0x1E1826);

  private static final Cutout PICTURE = cut();

  @Override
  public String word() {
    return "cat";
  }

  @Override
  public double width() {
    return 312;
  }

  @Override
  public Optional<Sprite> sprite() {
    return Optional.of(CatSprite.SITTING);
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    PICTURE.draw(brush, coat, light);
  }

  private static Cutout cut() {
    Cutout picture = new Cutout();
    picture.fill(Shapes.oval(4, 2, 126, 14), Ink.plain(0x1C2340).fade(0.28));
    tail(picture);
    body(picture);
    head(picture);
    return picture;
  }

  private static void tail(Cutout picture) {
    Shape tail =
        Shapes.thick(
            Shapes.path("M 50 -22 C 110 -14 132 -50 118 -92 C 110 -118 128 -140 140 -132"), 28);
    picture.fill(tail, Ink.BASE);
    double[][] rings = {{92, -30}, {116, -62}, {116, -100}, {132, -136}};
    for (double[] ring : rings) {
      picture.fillInside(
          tail,
          Shapes.turned(
              Shapes.box(ring[0] - 26, ring[1] - 6, 52, 12, 5),
              ring[1] < -50 ? 8 : -60,
              ring[0],
              ring[1]),
          Ink.DARK);
    }
  }

  private static void body(Cutout picture) {
    Shape trunk =
        Shapes.smooth(
            0, -190, 44, -168, 66, -110, 86, -58, 78, -12, 0, -4, -78, -12, -86, -58, -66, -110,
            -44, -168);
    picture.fill(trunk, Ink.BASE);
    picture.fillInside(
        trunk,
        Shapes.path("M 34 -200 C 62 -120 66 -60 40 0 L 110 0 L 110 -200 Z"),
        Ink.BASE.mix(Ink.DARK, 0.5));
    for (int side = -1; side <= 1; side += 2) {
      for (int stripe = 0; stripe < 3; stripe++) {
        double y = -122 + stripe * 28;
        picture.fillInside(
            trunk,
            Shapes.path(
                "M "
                    + side * 100
                    + " "
                    + (y - 8)
                    + " L "
                    + side * 100
                    + " "
                    + (y + 10)
                    + " Q "
                    + side * 60
                    + " "
                    + (y + 8)
                    + " "
                    + side * 42
                    + " "
                    + (y - 4)
                    + " Q "
                    + side * 62
                    + " "
                    + (y - 6)
                    + " "
                    + side * 100
                    + " "
                    + (y - 8)
                    + " Z"),
            Ink.DARK);
      }
    }
    picture.fill(
        Shapes.path(
            "M -12 -100 L 12 -100 C 11 -60 12 -30 15 -6 L -15 -6 C -12 -30 -11 -60 -12 -100 Z"),
        Ink.DARK);
    for (int side = -1; side <= 1; side += 2) {
      Cutout own = picture.placed(0, 0, -side, 1);
      Shape leg =
          Shapes.path("M -40 -116 C -44 -74 -42 -40 -42 -14 C -38 -4 -10 -4 -7 -14 L -4 -108 Z");
      own.fill(leg, side < 0 ? Ink.BASE : Ink.BASE.mix(Ink.DARK, 0.5));
      own.fill(Shapes.smooth(-24, -27, -42, -18, -44, -3, -24, 3, -4, -2, -6, -17), Ink.CREAM);
      own.line(Shapes.path("M -31 -9 Q -33 -3 -32 1"), 2, Ink.DARK);
      own.line(Shapes.path("M -17 -9 Q -15 -3 -16 1"), 2, Ink.DARK);
    }
    picture.fill(
        Shapes.path(
            "M -36 -168 C -44 -140 -40 -122 -30 -106 L -23 -114 L -16 -92 L -9 -102 L 0 -78"
                + " L 9 -102 L 16 -92 L 23 -114 L 30 -106 C 40 -122 44 -140 36 -168 Z"),
        Ink.CREAM);
  }

  private static void head(Cutout picture) {
    for (int side = -1; side <= 1; side += 2) {
      Cutout own = picture.placed(0, 0, side, 1);
      own.fill(
          Shapes.path("M 24 -282 C 40 -318 58 -334 70 -336 C 82 -318 88 -280 82 -246 Z"), Ink.BASE);
      own.fill(
          Shapes.path("M 40 -288 C 48 -308 58 -318 66 -322 C 74 -306 76 -284 73 -262 Z"), PINK);
    }
    Shape skull =
        Shapes.smooth(
            0, -288, 52, -280, 84, -246, 88, -208, 62, -174, 0, -162, -62, -174, -88, -208, -84,
            -246, -52, -280);
    picture.fill(skull, Ink.BASE);
    picture.fillInside(
        skull,
        Shapes.path("M 60 -320 C 44 -240 66 -190 20 -150 L 120 -150 L 120 -320 Z"),
        Ink.BASE.mix(Ink.DARK, 0.45));
    picture.fillInside(skull, Shapes.path("M -6 -300 L 6 -300 L 3 -252 L -3 -252 Z"), Ink.DARK);
    picture.fillInside(
        skull, Shapes.path("M -30 -300 L -16 -300 L -14 -260 L -20 -258 Z"), Ink.DARK);
    picture.fillInside(skull, Shapes.path("M 30 -300 L 16 -300 L 14 -260 L 20 -258 Z"), Ink.DARK);
    picture.fill(
        Shapes.union(Shapes.oval(-18, -190, 24, 19), Shapes.oval(18, -190, 24, 19)), Ink.CREAM);
    for (int side = -1; side <= 1; side += 2) {
      Shape eye = Shapes.oval(side * 38, -226, 18, 19);
      picture.fill(Shapes.oval(side * 38, -226, 20, 21), Ink.DEEP);
      picture.fill(eye, EYE);
      picture.fill(Shapes.oval(side * 38, -225, 8.5, 16), PUPIL);
      picture.fill(Shapes.oval(side * 38 - 5, -234, 5, 5.5), Ink.plain(0xFFFFFF));
      for (int whisker = -1; whisker <= 1; whisker++) {
        picture.line(
            Shapes.path(
                "M "
                    + side * 40
                    + " "
                    + (-192 + whisker * 8)
                    + " Q "
                    + side * 76
                    + " "
                    + (-196 + whisker * 14)
                    + " "
                    + side * 108
                    + " "
                    + (-190 + whisker * 18)),
            1.8,
            Ink.plain(0xFFFFFF));
      }
      picture.fillInside(
          skull,
          Shapes.path(
              "M " + side * 100 + " -214 L " + side * 66 + " -206 L " + side * 100 + " -202 Z"),
          Ink.DARK);
      picture.fillInside(
          skull,
          Shapes.path(
              "M " + side * 100 + " -196 L " + side * 64 + " -192 L " + side * 100 + " -182 Z"),
          Ink.DARK);
    }
    picture.fill(Shapes.smooth(0, -196, 8, -206, 11, -210, 0, -213, -11, -210, -8, -206), PINK);
    picture.line(
        Shapes.path("M -18 -186 C -12 -178 -3 -180 0 -190 C 3 -180 12 -178 18 -186"),
        2.6,
        Ink.DEEP);
  }
}
