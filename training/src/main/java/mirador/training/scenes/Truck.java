package mirador.training.scenes;

import java.awt.Shape;

/** A box truck seen from its side. */
final class Truck implements Subject {
  private static final double RADIUS = 38;
  private static final Ink RUBBER = Ink.plain(0x1D1A26);
  private static final Ink TRIM = Ink.plain(0x2E2A38);
  private static final Ink GLASS = Ink.lit(0x33415F);
  private static final Cutout PICTURE = cut();

  @Override
  public String word() {
    return "truck";
  }

  @Override
  public double width() {
    return 480;
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    PICTURE.draw(brush, coat, light);
  }

  private static Cutout cut() {
    Cutout picture = new Cutout();
    picture.fill(Shapes.oval(0, 2, 242, 13), Ink.plain(0x120818).fade(0.45));
    picture.fill(Shapes.box(-222, -66, 448, 36, 6), TRIM);
    load(picture);
    cab(picture);
    for (double x : new double[] {-152, -62, 150}) {
      wheel(picture.placed(x, -RADIUS, 1, 1));
    }
    return picture;
  }

  /** The tall box behind the cab. */
  private static void load(Cutout picture) {
    Shape box = Shapes.box(-236, -262, 318, 202, 10);
    picture.fill(box, Ink.BASE);
    picture.fillInside(box, Shapes.box(-240, -266, 330, 22, 0), Ink.LIGHT);
    picture.fillInside(box, Shapes.box(-240, -92, 330, 40, 0), Ink.BASE.mix(Ink.DARK, 0.8));
    for (double x = -184; x < 70; x += 52) {
      picture.fill(Shapes.box(x, -238, 5, 142, 2.5), Ink.BASE.mix(Ink.DARK, 0.6));
    }
    picture.fill(Shapes.box(-236, -84, 14, 16, 3), Ink.plain(0xFF6A52));
  }

  /** The cab, lower than the load, with a big window and a flat nose. */
  private static void cab(Cutout picture) {
    Shape cab =
        Shapes.path(
            "M 92 -56 L 92 -196 C 92 -204 96 -208 104 -208 L 166 -208 C 178 -208 184 -204 190 -194"
                + " L 216 -138 C 228 -132 234 -124 234 -110 L 234 -56 Z");
    picture.fill(cab, Ink.BASE);
    picture.fillInside(cab, Shapes.box(80, -92, 170, 50, 0), Ink.BASE.mix(Ink.DARK, 0.8));
    picture.fillInside(cab, Shapes.box(80, -212, 170, 12, 0), Ink.LIGHT);
    Shape window =
        Shapes.path("M 122 -186 L 164 -186 C 170 -186 173 -184 176 -178 L 195 -136 L 122 -136 Z");
    picture.fill(Shapes.thick(window, 6), Ink.DEEP);
    picture.fill(window, GLASS);
    picture.fillInside(
        window, Shapes.path("M 150 -190 L 168 -190 L 142 -130 L 124 -130 Z"), Ink.GLEAM.fade(0.36));
    picture.line(Shapes.path("M 110 -196 L 110 -66"), 3, Ink.DEEP);
    picture.fill(Shapes.box(122, -120, 22, 6, 3), Ink.DEEP);
    picture.fill(
        Shapes.box(216, -112, 18, 22, 7), Ink.lamp(Ink.plain(0xFFEFB0), Ink.plain(0xFFF7D0)));
    picture.fill(Shapes.box(198, -66, 42, 22, 8), TRIM);
    Cutout lit = picture.when(Light::lampsOn);
    lit.fill(
        Shapes.path("M 232 -112 L 300 -116 C 316 -90 316 -40 302 -10 L 232 -88 Z"),
        Ink.plain(0xFFDF8F).fade(0.17));
  }

  private static void wheel(Cutout wheel) {
    wheel.fill(Shapes.oval(0, -4, RADIUS + 8, RADIUS + 8), Ink.DEEP);
    wheel.fill(Shapes.oval(0, 0, RADIUS, RADIUS), RUBBER);
    wheel.fill(Shapes.oval(0, 0, 19, 19), Ink.lit(0xDAD7E2));
    wheel.fill(Shapes.oval(0, 0, 8, 8), Ink.lit(0x8A8798));
  }
}
