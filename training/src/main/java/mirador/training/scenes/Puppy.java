package mirador.training.scenes;

import java.awt.Color;
import java.awt.Shape;

/** A puppy that sits and looks at you. */
final class Puppy implements Subject {
  private static final Color NOSE = Tint.of(0x2B1E2B);
  private static final Color TONGUE = Tint.of(0xF0788C);
  private static final Color COLLAR = Tint.of(0xD63A45);

  @Override
  public String word() {
    return "puppy";
  }

  @Override
  public double width() {
    return 270;
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    Color cream = light.on(Tones.of(Tint.mix(coat.base(), Tint.of(0xFFF8EC), 0.82))).base();
    Color creamShade = Tint.mix(cream, coat.dark(), 0.28);
    brush.fill(Shapes.oval(4, 2, 132, 15), Tint.fade(Tint.of(0x3C4E86), 0.28));
    tail(brush, coat, cream);
    body(brush, coat, cream, creamShade);
    Brush tilted = brush.turned(-5, 0, -170);
    head(tilted, coat, cream, creamShade);
  }

  private static void tail(Brush brush, Tones coat, Color cream) {
    Shape tail =
        Shapes.path(
            "M 58 -34 C 96 -30 118 -54 116 -88 C 116 -104 136 -108 140 -90 C 146 -48 116 -4 62 -10 Z");
    brush.fill(tail, coat.base());
    brush.fillInside(tail, Shapes.oval(130, -96, 22, 24), cream);
    brush.fillInside(
        tail,
        Shapes.path("M 50 -22 C 100 -16 130 -44 132 -92 L 160 -92 L 150 0 L 50 0 Z"),
        Tint.fade(coat.dark(), 0.6));
  }

  private static void body(Brush brush, Tones coat, Color cream, Color creamShade) {
    Shape left = Shapes.smooth(-44, -92, -86, -78, -104, -40, -92, -10, -52, -4, -30, -40);
    Shape right = Shapes.mirrored(left);
    brush.fill(left, coat.base());
    brush.fill(right, coat.dark());
    for (int side = -1; side <= 1; side += 2) {
      Shape foot = Shapes.oval(side * 84, -13, 34, 15);
      brush.fill(foot, creamShade);
      brush.fill(Shapes.oval(side * 85, -15, 31, 12), cream);
      brush.line(Shapes.path("M " + side * 94 + " -20 L " + side * 97 + " -11"), 2, creamShade);
      brush.line(Shapes.path("M " + side * 106 + " -19 L " + side * 109 + " -11"), 2, creamShade);
    }
    Shape trunk =
        Shapes.smooth(
            0, -188, 50, -170, 66, -120, 68, -60, 52, -22, 0, -16, -52, -22, -68, -60, -66, -120,
            -50, -170);
    brush.fill(trunk, coat.base());
    brush.fillInside(
        trunk, Shapes.path("M 30 -200 C 52 -140 46 -60 36 0 L 90 0 L 90 -200 Z"), coat.dark());
    Shape chest =
        Shapes.smooth(0, -170, 34, -150, 36, -112, 18, -74, 0, -62, -18, -74, -36, -112, -34, -150);
    brush.fillInside(trunk, chest, cream);
    for (int side = -1; side <= 1; side += 2) {
      Shape leg =
          Shapes.path(
              "M -46 -112 C -52 -70 -48 -40 -48 -14 C -48 -2 -10 -2 -8 -12 C -8 -50 -8 -80 -10 -104 Z");
      Shape paw = Shapes.smooth(-28, -26, -50, -16, -48, -2, -28, 3, -8, -2, -6, -16);
      Brush own = brush.placed(0, 0, -side, 1);
      own.fill(leg, side < 0 ? coat.base() : Tint.mix(coat.base(), coat.dark(), 0.45));
      own.fillInside(leg, Shapes.path("M -60 -44 Q -28 -58 0 -44 L 0 10 L -60 10 Z"), cream);
      own.fill(paw, cream);
      own.fillInside(paw, Shapes.oval(-28, 4, 30, 7), creamShade);
      own.line(Shapes.path("M -35 -8 L -36 1"), 2.2, coat.dark());
      own.line(Shapes.path("M -21 -8 L -20 1"), 2.2, coat.dark());
    }
    brush.line(Shapes.path("M 0 -98 L 0 -30"), 3, coat.dark());
  }

  private static void head(Brush brush, Tones coat, Color cream, Color creamShade) {
    Shape collar = Shapes.path("M -56 -168 Q 0 -132 56 -168 L 54 -152 Q 0 -114 -54 -152 Z");
    brush.fill(collar, COLLAR);
    brush.fillInside(
        collar,
        Shapes.path("M -60 -156 Q 0 -118 60 -156 L 60 -110 L -60 -110 Z"),
        Tones.of(COLLAR).dark());
    brush.fill(Shapes.oval(0, -122, 13, 13), Tint.of(0xC98A1E));
    brush.fill(Shapes.oval(0, -124, 12, 12), Tint.of(0xFFD25A));
    brush.fill(Shapes.oval(-3, -127, 4, 4), Tint.of(0xFFF0B8));

    Shape skull =
        Shapes.smooth(
            0, -302, 46, -292, 76, -256, 84, -214, 62, -176, 28, -158, 0, -154, -28, -158, -62,
            -176, -84, -214, -76, -256, -46, -292);
    brush.fill(skull, coat.base());
    brush.fillInside(
        skull,
        Shapes.path("M 60 -320 C 44 -240 66 -190 20 -140 L 120 -140 L 120 -320 Z"),
        Tint.mix(coat.base(), coat.dark(), 0.55));
    brush.fillInside(
        skull, Shapes.oval(-22, -286, 40, 22), Tint.mix(coat.base(), coat.light(), 0.6));
    // Blaze and muzzle.
    Shape blaze =
        Shapes.path("M 0 -296 C 12 -282 12 -256 20 -236 L -20 -236 C -12 -256 -12 -282 0 -296 Z");
    Shape muzzle =
        Shapes.smooth(
            0, -244, 34, -228, 52, -196, 36, -166, 0, -156, -36, -166, -52, -196, -34, -228);
    brush.fill(Shapes.union(blaze, muzzle), cream);
    brush.fillInside(
        muzzle, Shapes.path("M -60 -178 Q 0 -150 60 -178 L 60 -140 L -60 -140 Z"), creamShade);
    // Mouth.
    Shape tongue = Shapes.path("M -13 -180 C -14 -158 -10 -146 0 -146 C 10 -146 14 -158 13 -180 Z");
    brush.fill(tongue, TONGUE);
    brush.line(Shapes.path("M 0 -172 L 0 -158"), 2, Tones.of(TONGUE).dark());
    brush.line(
        Shapes.path("M -30 -186 C -22 -176 -6 -174 0 -186 C 6 -174 22 -176 30 -186"), 3.4, NOSE);
    brush.line(Shapes.path("M 0 -204 L 0 -187"), 3.4, NOSE);
    Shape nose =
        Shapes.smooth(
            0, -224, 16, -222, 20, -212, 10, -202, 0, -199, -10, -202, -20, -212, -16, -222);
    brush.fill(nose, NOSE);
    brush.fill(Shapes.oval(-5, -217, 6, 3.4), Tint.of(0x8C7B90));
    // Eyes.
    for (int side = -1; side <= 1; side += 2) {
      brush.fill(Shapes.oval(side * 39, -234, 14.5, 16.5), coat.deep());
      brush.fill(Shapes.oval(side * 39, -233, 12.5, 14.5), Tint.of(0x2A1B22));
      brush.fillInside(
          Shapes.oval(side * 39, -233, 12.5, 14.5),
          Shapes.oval(side * 39, -222, 10, 8),
          Tint.of(0x7A4A32));
      brush.fill(Shapes.oval(side * 39 - 4, -239, 5, 5.6), Tint.of(0xFFFFFF));
      brush.fill(Shapes.oval(side * 39 + 5, -227, 2.2, 2.4), Tint.of(0xFFFFFF));
      brush.line(
          Shapes.path("M " + side * 30 + " -260 Q " + side * 40 + " -268 " + side * 50 + " -260"),
          5,
          coat.light());
    }
    // Ears.
    Shape ear =
        Shapes.smooth(
            -46, -294, -76, -292, -100, -250, -108, -204, -94, -184, -78, -200, -68, -240, -54,
            -268);
    brush.fill(ear, coat.dark());
    brush.fillInside(ear, Shapes.moved(ear, 10, 12), Tint.mix(coat.dark(), coat.deep(), 0.35));
    Shape other = Shapes.mirrored(ear);
    brush.fill(other, Tint.mix(coat.dark(), coat.deep(), 0.3));
    brush.fillInside(other, Shapes.moved(other, -10, 12), Tint.mix(coat.dark(), coat.deep(), 0.55));
  }
}
