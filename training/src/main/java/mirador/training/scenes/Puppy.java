package mirador.training.scenes;

import java.awt.Shape;

/** A puppy that sits and looks at you. */
final class Puppy implements Subject {
  private static final Ink NOSE = Ink.plain(0x2B1E2B);
  private static final Ink TONGUE = Ink.plain(0xF0788C);
  private static final Ink TONGUE_SHADE = Ink.always(Tones.of(Tint.of(0xF0788C)).dark());
  private static final Ink COLLAR = Ink.plain(0xD63A45);
  private static final Ink COLLAR_SHADE = Ink.always(Tones.of(Tint.of(0xD63A45)).dark());
  private static final Ink CREAM_SHADE = Ink.CREAM.mix(Ink.DARK, 0.28);

  private static final Cutout PICTURE = cut();

  @Override
  public String word() {
    return "puppy";
  }

  @Override
  public double width() {
    return 296;
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    PICTURE.draw(brush, coat, light);
  }

  private static Cutout cut() {
    Cutout picture = new Cutout();
    picture.fill(Shapes.oval(6, 3, 140, 16), Ink.plain(0x3C4E86).fade(0.3));
    tail(picture);
    body(picture);
    head(picture.turned(-5, 0, -170));
    return picture;
  }

  private static void tail(Cutout picture) {
    Shape tail =
        Shapes.path(
            "M 58 -34 C 96 -30 118 -54 116 -88 C 116 -104 136 -108 140 -90 C 146 -48 116 -4 62 -10 Z");
    picture.fill(tail, Ink.BASE);
    picture.fillInside(tail, Shapes.oval(130, -96, 22, 24), Ink.CREAM);
    picture.fillInside(
        tail,
        Shapes.path(
            "M 50 -20 C 100 -14 130 -44 133 -84 C 134 -92 136 -100 142 -104 L 170 -92 L 150 0 L 50 0 Z"),
        Ink.DARK.fade(0.6));
  }

  private static void body(Cutout picture) {
    Ink half = Ink.BASE.mix(Ink.DARK, 0.5);
    Shape haunch = Shapes.smooth(-40, -96, -82, -82, -104, -44, -94, -12, -52, -4, -26, -40);
    picture.fill(haunch, Ink.BASE);
    picture.fill(Shapes.mirrored(haunch), Ink.DARK);
    for (int side = -1; side <= 1; side += 2) {
      Cutout own = picture.placed(0, 0, -side, 1);
      Shape foot =
          Shapes.smooth(-48, -16, -70, -30, -100, -29, -120, -16, -112, -1, -80, 2, -52, -2);
      own.fill(foot, Ink.CREAM);
      own.fillInside(foot, Shapes.oval(-84, 5, 50, 10), CREAM_SHADE);
      own.line(Shapes.path("M -98 -12 Q -102 -6 -101 0"), 2.2, Ink.DARK);
      own.line(Shapes.path("M -110 -13 Q -114 -8 -113 -3"), 2.2, Ink.DARK);
    }
    Shape trunk =
        Shapes.smooth(
            0, -188, 50, -170, 66, -122, 66, -66, 48, -22, 0, -12, -48, -22, -66, -66, -66, -122,
            -50, -170);
    picture.fill(trunk, Ink.BASE);
    picture.fillInside(
        trunk, Shapes.path("M 22 -200 C 34 -160 62 -90 30 0 L 90 0 L 90 -200 Z"), half);
    picture.line(Shapes.path("M -66 -84 C -66 -56 -60 -36 -50 -22"), 2.6, Ink.DARK);
    picture.line(Shapes.path("M 66 -84 C 66 -56 60 -36 50 -22"), 2.6, Ink.DEEP);
    // The belly in the shade between the front legs.
    picture.fill(
        Shapes.path(
            "M -14 -96 L 14 -96 C 12 -60 14 -30 18 -8 L -18 -8 C -14 -30 -12 -60 -14 -96 Z"),
        Ink.DARK);
    for (int side = -1; side <= 1; side += 2) {
      Cutout own = picture.placed(0, 0, -side, 1);
      Shape leg =
          Shapes.path(
              "M -50 -128 C -54 -84 -48 -44 -48 -14 C -44 -4 -12 -4 -8 -14"
                  + " C -8 -44 -6 -74 -4 -112 Z");
      own.fill(leg, side < 0 ? Ink.BASE : half);
      own.fillInside(
          leg,
          Shapes.path(
              "M -60 -46 L -46 -54 L -38 -46 L -28 -56 L -20 -47 L -10 -53 L 4 -44 L 4 10 L -60 10 Z"),
          Ink.CREAM);
      Shape paw = Shapes.smooth(-28, -27, -48, -18, -52, -4, -28, 4, -5, -3, -8, -18);
      own.fill(paw, Ink.CREAM);
      own.fillInside(paw, Shapes.oval(-28, 7, 32, 9), CREAM_SHADE);
      own.line(Shapes.path("M -36 -9 Q -38 -3 -37 2"), 2.2, Ink.DARK);
      own.line(Shapes.path("M -20 -9 Q -18 -3 -19 2"), 2.2, Ink.DARK);
    }
    picture.fill(
        Shapes.path(
            "M -40 -166 C -50 -138 -44 -118 -34 -100 L -27 -110 L -19 -86 L -11 -97 L 0 -70"
                + " L 11 -97 L 19 -86 L 27 -110 L 34 -100 C 44 -118 50 -138 40 -166 Z"),
        Ink.CREAM);
    picture.fill(
        Shapes.path(
            "M 14 -150 C 30 -140 40 -130 42 -122 C 42 -112 38 -106 34 -100 L 27 -110 L 19 -86 L 11 -97 C 20 -116 22 -134 14 -150 Z"),
        CREAM_SHADE);
  }

  private static void head(Cutout picture) {
    Shape collar = Shapes.path("M -53 -170 Q 0 -132 53 -170 L 57 -152 Q 0 -112 -57 -152 Z");
    picture.fill(collar, COLLAR);
    picture.fillInside(
        collar, Shapes.path("M -60 -156 Q 0 -118 60 -156 L 60 -110 L -60 -110 Z"), COLLAR_SHADE);
    picture.fill(Shapes.oval(0, -122, 13, 13), Ink.plain(0xC98A1E));
    picture.fill(Shapes.oval(0, -124, 12, 12), Ink.plain(0xFFD25A));
    picture.fill(Shapes.oval(-3, -127, 4, 4), Ink.plain(0xFFF0B8));

    Shape skull =
        Shapes.smooth(
            0, -302, 46, -292, 76, -256, 84, -214, 62, -176, 28, -158, 0, -154, -28, -158, -62,
            -176, -84, -214, -76, -256, -46, -292);
    picture.fill(skull, Ink.BASE);
    picture.fillInside(
        skull,
        Shapes.path("M 60 -320 C 44 -240 66 -190 20 -140 L 120 -140 L 120 -320 Z"),
        Ink.BASE.mix(Ink.DARK, 0.55));
    picture.fillInside(skull, Shapes.oval(-22, -286, 40, 22), Ink.BASE.mix(Ink.LIGHT, 0.6));
    // Blaze and muzzle.
    Shape blaze =
        Shapes.path("M 0 -296 C 12 -282 12 -256 20 -236 L -20 -236 C -12 -256 -12 -282 0 -296 Z");
    Shape muzzle =
        Shapes.smooth(
            0, -244, 34, -228, 52, -196, 36, -166, 0, -156, -36, -166, -52, -196, -34, -228);
    picture.fill(Shapes.union(blaze, muzzle), Ink.CREAM);
    picture.fillInside(
        muzzle, Shapes.path("M -60 -178 Q 0 -150 60 -178 L 60 -140 L -60 -140 Z"), CREAM_SHADE);
    // Mouth.
    Shape tongue = Shapes.path("M -13 -180 C -14 -158 -10 -146 0 -146 C 10 -146 14 -158 13 -180 Z");
    picture.fill(tongue, TONGUE);
    picture.line(Shapes.path("M 0 -172 L 0 -158"), 2, TONGUE_SHADE);
    picture.line(
        Shapes.path("M -30 -186 C -22 -176 -6 -174 0 -186 C 6 -174 22 -176 30 -186"), 3.4, NOSE);
    picture.line(Shapes.path("M 0 -204 L 0 -187"), 3.4, NOSE);
    Shape nose =
        Shapes.smooth(
            0, -224, 16, -222, 20, -212, 10, -202, 0, -199, -10, -202, -20, -212, -16, -222);
    picture.fill(nose, NOSE);
    picture.fill(Shapes.oval(-5, -217, 6, 3.4), Ink.plain(0x8C7B90));
    // Eyes.
    for (int side = -1; side <= 1; side += 2) {
      picture.fill(Shapes.oval(side * 39, -233, 16.5, 18.5), Ink.DEEP);
      picture.fill(Shapes.oval(side * 39, -232, 14.5, 16.5), Ink.plain(0x2A1B22));
      picture.fillInside(
          Shapes.oval(side * 39, -232, 14.5, 16.5),
          Shapes.oval(side * 39, -220, 11, 8),
          Ink.plain(0x7A4A32));
      picture.fill(Shapes.oval(side * 39 - 4.5, -238, 5.6, 6.2), Ink.plain(0xFFFFFF));
      picture.fill(Shapes.oval(side * 39 + 5.5, -226, 2.6, 2.8), Ink.plain(0xFFFFFF));
      picture.line(
          Shapes.path("M " + side * 30 + " -260 Q " + side * 40 + " -268 " + side * 50 + " -260"),
          5,
          Ink.LIGHT);
    }
    // Ears.
    Shape ear =
        Shapes.smooth(
            -46, -294, -76, -292, -100, -250, -108, -204, -94, -184, -78, -200, -68, -240, -54,
            -268);
    picture.fill(ear, Ink.DARK);
    picture.fillInside(ear, Shapes.moved(ear, 10, 12), Ink.DARK.mix(Ink.DEEP, 0.35));
    Shape other = Shapes.mirrored(ear);
    picture.fill(other, Ink.DARK.mix(Ink.DEEP, 0.3));
    picture.fillInside(other, Shapes.moved(other, -10, 12), Ink.DARK.mix(Ink.DEEP, 0.55));
  }
}
