package mirador.training.scenes;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;

/** A low two-seater seen from its side. */
final class SportsCar implements Subject {
  private static final double REAR = -142;
  private static final double FRONT = 148;
  private static final double RADIUS = 44;

  private static final Color RUBBER = Tint.of(0x1D1A26);
  private static final Color HOLLOW = Tint.of(0x120E1C);
  private static final Color TRIM = Tint.of(0x262030);

  @Override
  public String word() {
    return "car";
  }

  @Override
  public double width() {
    return 500;
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    shadow(brush);
    brush.fill(Shapes.box(-205, -40, 410, 30, 8), HOLLOW);
    brush.fill(Shapes.oval(REAR, -RADIUS - 2, 51, 51), HOLLOW);
    brush.fill(Shapes.oval(FRONT, -RADIUS - 2, 51, 51), HOLLOW);
    Area body =
        Shapes.minus(
            outline(),
            Shapes.oval(REAR, -RADIUS - 2, 51, 51),
            Shapes.oval(FRONT, -RADIUS - 2, 51, 51));
    paintwork(brush, body, coat, light);
    glass(brush, coat, light);
    details(brush, body, coat, light);
    lamps(brush, body, light);
    wheel(brush, REAR, light);
    wheel(brush, FRONT, light);
  }

  private static void shadow(Brush brush) {
    brush.fill(Shapes.oval(0, 0, 262, 15), Tint.fade(Tint.of(0x120818), 0.35));
    brush.fill(Shapes.oval(0, -1, 226, 9), Tint.fade(Tint.of(0x120818), 0.6));
  }

  /** The contour: ducktail, fastback, steep little windscreen, long falling nose. */
  private static Shape outline() {
    return Shapes.path(
        "M -228 -24 C -240 -34 -243 -58 -240 -84 L -248 -104 C -249 -109 -244 -111 -236 -111"
            + " C -212 -112 -192 -116 -168 -124 C -128 -140 -88 -153 -38 -154"
            + " C 6 -154 40 -140 84 -113 C 124 -111 176 -104 212 -84"
            + " C 236 -70 246 -54 246 -38 C 246 -28 240 -22 228 -21 L -216 -20 Z");
  }

  private static void paintwork(Brush brush, Area body, Tones coat, Light light) {
    brush.fill(
        body, Brush.vertical(-154, -20, coat.light(), coat.base(), coat.base(), coat.dark()));
    // The flank below the crease turns away from the sky.
    brush.fillInside(
        body,
        Shapes.path(
            "M -246 -72 C -150 -86 -60 -66 40 -64 C 110 -62 190 -62 250 -50 L 250 0 L -250 0 Z"),
        coat.dark());
    brush.fillInside(body, Shapes.path("M -250 -36 L 250 -32 L 250 0 L -250 0 Z"), coat.deep());
    // Shoulders over the wheels catch the light.
    brush.fillInside(
        body,
        Shapes.path("M -238 -104 C -200 -110 -150 -108 -96 -98 C -150 -102 -200 -102 -240 -94 Z"),
        coat.light());
    brush.fillInside(
        body,
        Shapes.path("M 84 -109 C 130 -108 180 -98 216 -78 C 180 -90 130 -100 70 -100 Z"),
        coat.light());
    Shape inner = Shapes.moved(outline(), 0, 4);
    brush.fill(
        Shapes.minus(Shapes.common(body, Shapes.box(-260, -160, 520, 96, 0)), inner),
        Tint.mix(light.gleam(), coat.light(), 0.25));
  }

  private static void glass(Brush brush, Tones coat, Light light) {
    Shape windows =
        Shapes.path(
            "M 74 -110 C 36 -134 6 -146 -36 -146 C -76 -146 -112 -134 -146 -120"
                + " C -148 -114 -140 -110 -128 -110 Z");
    brush.fill(Shapes.thick(windows, 5), coat.deep());
    Color top = light.on(Tint.of(0x20283F));
    brush.fill(windows, Brush.vertical(-146, -108, top, top, Tint.mix(top, light.haze(), 0.45)));
    Color glare = Tint.fade(light.gleam(), 0.32);
    brush.fillInside(windows, Shapes.path("M 6 -150 L 34 -150 L 2 -106 L -26 -106 Z"), glare);
    brush.fillInside(windows, Shapes.path("M 42 -150 L 50 -150 L 18 -106 L 10 -106 Z"), glare);
    brush.fillInside(windows, Shapes.path("M -84 -150 L -66 -150 L -98 -106 L -116 -106 Z"), glare);
    // Door pillar and the slanting rear pillar.
    brush.fillInside(
        windows, Shapes.path("M -52 -150 L -43 -150 L -50 -106 L -60 -106 Z"), coat.dark());
  }

  private static void details(Brush brush, Area body, Tones coat, Light light) {
    // Door.
    brush.line(
        Shapes.path("M 62 -108 C 72 -84 74 -60 66 -38 L -46 -36 C -56 -60 -58 -84 -54 -108"),
        1.8,
        coat.deep());
    brush.fill(Shapes.box(-44, -92, 24, 5, 2.5), coat.deep());
    // The intake in front of the rear wheel.
    brush.fill(
        Shapes.path("M -62 -86 C -84 -88 -96 -82 -104 -72 L -72 -52 C -66 -62 -62 -74 -62 -86 Z"),
        HOLLOW);
    brush.fill(
        Shapes.path("M -62 -86 C -84 -88 -96 -82 -104 -72 L -100 -69 C -92 -77 -82 -82 -63 -81 Z"),
        coat.deep());
    // Crease.
    brush.line(
        Shapes.path("M -58 -72 C 0 -66 60 -66 92 -66"),
        2,
        Tint.mix(coat.light(), coat.base(), 0.3));
    // Mirror.
    brush.fill(
        Shapes.path("M 58 -112 L 66 -122 C 54 -128 44 -124 43 -116 C 44 -112 50 -110 58 -112 Z"),
        coat.dark());
    brush.fill(
        Shapes.path("M 45 -117 C 47 -123 56 -126 64 -121 C 56 -122 50 -121 45 -117 Z"),
        coat.light());
    // Sill, splitter and diffuser.
    brush.fill(Shapes.path("M -90 -32 L 94 -30 L 98 -18 L -94 -18 Z"), TRIM);
    brush.fill(Shapes.path("M 202 -28 C 222 -30 238 -30 250 -26 L 248 -18 L 198 -18 Z"), TRIM);
    brush.fill(
        Shapes.path("M -236 -40 L -196 -38 L -196 -18 L -222 -18 C -232 -22 -236 -30 -236 -40 Z"),
        TRIM);
    brush.fill(Shapes.box(-238, -32, 18, 8, 4), light.on(Tint.of(0xB8B4C0)));
    // Air dam in the nose.
    brush.fillInside(
        body, Shapes.path("M 210 -50 C 224 -52 240 -50 250 -46 L 248 -36 L 212 -38 Z"), HOLLOW);
  }

  private static void lamps(Brush brush, Area body, Light light) {
    Shape head = Shapes.path("M 236 -68 C 220 -82 204 -88 184 -90 C 190 -80 206 -68 236 -62 Z");
    brush.fillInside(body, Shapes.thick(head, 3), TRIM);
    brush.fillInside(body, head, Tint.of(0xFFF3C4));
    brush.fillInside(body, Shapes.oval(216, -76, 6, 5), Tint.of(0xFFFFFF));
    Shape tail = Shapes.path("M -246 -92 L -214 -94 C -212 -88 -214 -84 -218 -82 L -246 -80 Z");
    brush.fillInside(body, tail, Tint.of(0x6E0F22));
    brush.fillInside(
        body, Shapes.path("M -246 -90 L -220 -91 L -222 -86 L -246 -84 Z"), Tint.of(0xFF5A4C));
    if (light.lampsOn()) {
      Brush beam = brush;
      beam.fill(
          Shapes.path("M 234 -72 L 420 -96 L 420 -8 L 236 -60 Z"),
          Brush.horizontal(
              234, 410, Tint.fade(Tint.of(0xFFF0B0), 0.5), Tint.fade(Tint.of(0xFFF0B0), 0)));
    }
  }

  private static void wheel(Brush brush, double x, Light light) {
    Brush wheel = brush.placed(x, -RADIUS, 1, 1);
    Color metal = light.on(Tint.of(0xD9D8E2));
    Color shade = light.on(Tint.of(0x84828F));
    wheel.fill(Shapes.oval(0, 0, RADIUS, RADIUS), RUBBER);
    wheel.line(Shapes.oval(0, 0, RADIUS - 5, RADIUS - 5), 1.4, Tint.of(0x3A3644));
    wheel.fill(Shapes.oval(0, 0, 32, 32), shade);
    wheel.fill(Shapes.oval(0, 0, 29, 29), Tint.of(0x2A2734));
    wheel.fill(Shapes.oval(0, 0, 19, 19), Tint.of(0x4C4958));
    wheel.fill(
        Shapes.path("M 10 -21 C 18 -17 23 -8 23 2 L 16 2 C 16 -6 12 -12 6 -15 Z"),
        Tint.of(0xF2B33D));
    for (int spoke = 0; spoke < 5; spoke++) {
      double turn = spoke * 72 - 90;
      Shape blade = Shapes.path("M 4 -5 L 30 -8 L 30 -2 L 12 0 L 30 2 L 30 8 L 4 5 Z");
      wheel.fill(Shapes.turned(blade, turn, 0, 0), metal);
    }
    wheel.line(Shapes.oval(0, 0, 30, 30), 3, metal);
    wheel.fill(Shapes.oval(0, 0, 7, 7), shade);
    wheel.fill(Shapes.oval(-1, -1, 4, 4), metal);
  }
}
