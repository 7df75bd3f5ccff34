package mirador.training.scenes;

import java.awt.Color;
import java.awt.Shape;

/** A low two-seater seen from its side. */
final class SportsCar implements Subject {
  private static final double REAR = -142;
  private static final double FRONT = 148;
  private static final double RADIUS = 44;
  private static final double ARCH = 50;

  private static final Ink RUBBER = Ink.plain(0x1D1A26);
  private static final Ink HOLLOW = Ink.plain(0x120E1C);
  private static final Ink NIGHT = Ink.plain(0x120818);
  private static final Ink TRIM = Ink.plain(0x262030);

  private static final Ink METAL = polished(0xECEAF2);
  private static final Ink METAL_SHADE = polished(0x8A8798);

  private static final Shape REAR_ARCH = Shapes.oval(REAR, -RADIUS - 2, ARCH, ARCH);
  private static final Shape FRONT_ARCH = Shapes.oval(FRONT, -RADIUS - 2, ARCH, ARCH);
  private static final Shape BODY = Shapes.minus(outline(), REAR_ARCH, FRONT_ARCH);
  private static final Cutout PICTURE = cut();

  @Override
  public String word() {
    return "car";
  }

  @Override
  public double width() {
    return 520;
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    PICTURE.draw(brush, coat, light);
  }

  /** Polished metal leans to the ambient colour much less than dull things do. */
  private static Ink polished(int rgb) {
    Color colour = Tint.of(rgb);
    return (coat, light) -> Tint.mix(colour, light.ambient(), light.strength() * 0.28);
  }

  private static Cutout cut() {
    Cutout picture = new Cutout();
    shadow(picture);
    picture.fill(Shapes.box(-205, -42, 420, 32, 8), HOLLOW);
    picture.fill(REAR_ARCH, HOLLOW);
    picture.fill(FRONT_ARCH, HOLLOW);
    wing(picture);
    paintwork(picture);
    glass(picture);
    details(picture);
    lamps(picture);
    wheel(picture.placed(REAR, -RADIUS, 1, 1));
    wheel(picture.placed(FRONT, -RADIUS, 1, 1));
    return picture;
  }

  private static void shadow(Cutout picture) {
    picture.fillDown(
        Shapes.path("M -236 2 L 246 2 C 236 26 190 34 100 34 L -110 34 C -190 34 -230 26 -236 2 Z"),
        2,
        36,
        Ink.BASE.fade(0.3),
        Ink.BASE.fade(0));
    picture.fill(Shapes.oval(2, 0, 266, 12), NIGHT.fade(0.4));
    picture.fill(Shapes.oval(2, -1, 232, 7), NIGHT.fade(0.75));
  }

  /** The contour: ducktail, fastback, raked windscreen, long falling nose. */
  private static Shape outline() {
    return Shapes.path(
        "M -222 -22 C -236 -26 -243 -40 -243 -58 L -245 -84 C -247 -96 -250 -102 -250 -107"
            + " C -244 -112 -238 -112 -232 -112 C -206 -113 -180 -115 -150 -123"
            + " C -108 -135 -70 -147 -26 -148 C 22 -148 58 -133 104 -107"
            + " C 144 -105 186 -97 216 -80 C 240 -67 253 -52 253 -40"
            + " C 253 -28 245 -22 232 -21 Z");
  }

  private static void wing(Cutout picture) {
    picture.fill(Shapes.path("M -226 -108 L -216 -126 L -206 -126 L -208 -110 Z"), Ink.DEEP);
    picture.fill(
        Shapes.path("M -260 -128 C -244 -132 -214 -134 -192 -128 L -196 -122 L -258 -120 Z"),
        Ink.DARK);
    picture.line(
        Shapes.path("M -258 -128 C -244 -131 -214 -133 -194 -128"),
        2.4,
        Ink.GLEAM.mix(Ink.LIGHT, 0.3));
  }

  private static void paintwork(Cutout picture) {
    picture.fillDown(BODY, -148, -50, Ink.LIGHT, Ink.BASE, Ink.BASE, Ink.BASE);
    // The flank below the crease turns away from the sky, and back to the road's glow at the sill.
    picture.fillInside(
        BODY,
        Shapes.path(
            "M -260 -70 C -200 -84 -150 -112 -90 -84 C -30 -72 60 -72 110 -76"
                + " C 150 -110 210 -70 260 -52 L 260 0 L -260 0 Z"),
        Ink.BASE.mix(Ink.DARK, 0.75));
    picture.fillInside(
        BODY,
        Shapes.path("M -100 -44 C -40 -52 60 -52 110 -42 L 110 -26 L -100 -26 Z"),
        Ink.BASE.mix(Ink.DARK, 0.3));
    // Shoulders over the wheels catch the light.
    picture.fillInside(
        BODY,
        Shapes.path(
            "M -240 -104 C -200 -110 -150 -112 -92 -100 C -60 -96 -20 -98 20 -100"
                + " C -20 -94 -60 -92 -96 -94 C -150 -104 -200 -102 -242 -94 Z"),
        Ink.LIGHT);
    picture.fillInside(
        BODY,
        Shapes.path("M 92 -103 C 136 -102 180 -92 214 -73 C 178 -86 130 -95 78 -97 Z"),
        Ink.LIGHT);
    picture.fill(
        Shapes.common(
            Shapes.minus(BODY, Shapes.moved(outline(), 0, 4)), Shapes.box(-260, -160, 520, 96, 0)),
        Ink.GLEAM.mix(Ink.LIGHT, 0.2));
  }

  private static void glass(Cutout picture) {
    Shape windows =
        Shapes.path(
            "M 92 -106 C 54 -129 22 -140 -24 -140 C -64 -140 -100 -130 -132 -117"
                + " C -136 -112 -128 -107 -114 -107 Z");
    picture.fill(Shapes.thick(windows, 5), Ink.DEEP);
    Ink top = Ink.lit(0x2A3350);
    picture.fillDown(windows, -142, -106, top, top.mix(Ink.HAZE, 0.55));
    Ink seat = top.mix(NIGHT, 0.6);
    picture.fillInside(
        windows,
        Shapes.path("M -40 -104 C -42 -118 -40 -132 -30 -132 C -20 -132 -20 -118 -18 -104 Z"),
        seat);
    picture.fillInside(windows, Shapes.thick(Shapes.path("M 26 -119 L 36 -104"), 4), seat);
    Ink glare = Ink.GLEAM.fade(0.34);
    picture.fillInside(windows, Shapes.path("M 4 -150 L 28 -150 L 0 -104 L -24 -104 Z"), glare);
    picture.fillInside(windows, Shapes.path("M 36 -150 L 43 -150 L 15 -104 L 8 -104 Z"), glare);
    picture.fillInside(
        windows, Shapes.path("M -78 -150 L -64 -150 L -92 -104 L -106 -104 Z"), glare);
    picture.fillInside(
        windows, Shapes.path("M -54 -150 L -46 -150 L -52 -104 L -61 -104 Z"), Ink.DARK);
    picture.fillInside(windows, Shapes.path("M 26 -144 L 34 -142 L 78 -104 L 69 -104 Z"), Ink.DARK);
  }

  private static void details(Cutout picture) {
    // Door.
    picture.line(
        Shapes.path("M 70 -105 C 78 -84 78 -60 68 -34 L -44 -34 C -58 -60 -60 -84 -54 -107"),
        1.7,
        Ink.DEEP);
    picture.fill(Shapes.box(-42, -91, 24, 4.6, 2.3), Ink.DEEP);
    // The intake in front of the rear wheel.
    picture.fill(
        Shapes.path("M -62 -80 C -72 -82 -82 -80 -89 -74 L -83 -52 C -78 -62 -72 -72 -62 -80 Z"),
        HOLLOW);
    picture.line(Shapes.path("M -62 -81 C -72 -83 -83 -81 -90 -74"), 2, Ink.LIGHT);
    // Lips of the wheel arches.
    picture.fillInside(
        BODY,
        Shapes.union(
            Shapes.oval(REAR, -RADIUS - 2, ARCH + 3.5, ARCH + 3.5),
            Shapes.oval(FRONT, -RADIUS - 2, ARCH + 3.5, ARCH + 3.5)),
        Ink.DEEP);
    // Mirror.
    picture.fill(
        Shapes.path("M 60 -110 L 70 -120 C 58 -127 48 -123 46 -115 C 47 -111 53 -109 60 -110 Z"),
        Ink.BASE);
    picture.fill(
        Shapes.path("M 48 -116 C 50 -122 60 -125 68 -120 C 60 -121 54 -120 48 -116 Z"), Ink.LIGHT);
    // Sill, splitter and diffuser.
    picture.fill(Shapes.path("M -92 -31 L 96 -30 L 99 -17 L -96 -17 Z"), TRIM);
    picture.fill(Shapes.path("M 202 -27 C 222 -30 240 -30 258 -25 L 254 -17 L 198 -17 Z"), TRIM);
    picture.fill(
        Shapes.path(
            "M -243 -44 C -226 -46 -206 -42 -198 -34 L -194 -18 L -224 -18 C -237 -22 -243 -32 -243 -44 Z"),
        TRIM);
    picture.fill(Shapes.box(-242, -33, 20, 8, 4), Ink.lit(0xD8D4E0));
    picture.fill(Shapes.oval(-239, -29, 3, 4), HOLLOW);
    // Air dam in the nose.
    picture.fillInside(
        BODY, Shapes.path("M 212 -46 C 228 -51 244 -50 256 -44 L 254 -33 L 216 -34 Z"), HOLLOW);
  }

  private static void lamps(Cutout picture) {
    Shape head = Shapes.path("M 244 -62 C 228 -79 208 -87 184 -90 C 190 -81 210 -68 240 -57 Z");
    picture.fillInside(BODY, Shapes.thick(head, 4), TRIM);
    picture.fillInside(BODY, head, Ink.plain(0xFFEFB0));
    picture.fillInside(BODY, Shapes.oval(222, -72, 8, 5), Ink.plain(0xFFFFFF));
    Shape tail = Shapes.path("M -252 -96 L -214 -98 C -209 -94 -210 -87 -217 -85 L -250 -82 Z");
    picture.fillInside(BODY, tail, Ink.plain(0x5E0D1E));
    picture.fillInside(
        BODY, Shapes.path("M -252 -92 L -219 -94 L -222 -88 L -250 -86 Z"), Ink.plain(0xFF6A52));
    // Two flat cones instead of one that fades: a fade over the road's own gradient would need
    // more colours than a small palette has.
    Cutout lit = picture.when(Light::lampsOn);
    Ink beam = Ink.plain(0xFFDF8F).fade(0.17);
    lit.fill(Shapes.path("M 238 -68 L 330 -66 C 346 -52 348 -26 336 -8 L 241 -58 Z"), beam);
    lit.fill(Shapes.path("M 238 -68 L 282 -67 C 292 -56 292 -44 286 -34 L 241 -58 Z"), beam);
  }

  private static void wheel(Cutout wheel) {
    wheel.fill(Shapes.oval(0, 0, RADIUS, RADIUS), RUBBER);
    wheel.fill(
        Shapes.minus(
            Shapes.oval(0, 0, RADIUS - 3, RADIUS - 3), Shapes.oval(3, 4, RADIUS - 4, RADIUS - 4)),
        Ink.plain(0x4A4556));
    wheel.fill(Shapes.oval(0, 0, 34, 34), METAL);
    wheel.fill(Shapes.oval(0, 0, 30.5, 30.5), Ink.plain(0x1B1824));
    wheel.fill(Shapes.oval(0, 0, 21, 21), Ink.plain(0x55515F));
    wheel.fill(Shapes.oval(0, 0, 12, 12), Ink.plain(0x3A3644));
    wheel.fill(
        Shapes.path("M 9 -23 C 19 -19 25 -9 25 2 L 17 2 C 17 -6 13 -13 6 -16 Z"),
        Ink.plain(0xF2B33D));
    for (int spoke = 0; spoke < 5; spoke++) {
      Shape blade = Shapes.path("M 3 -6 L 32 -9 L 32 -3 L 13 0 L 32 3 L 32 9 L 3 6 Z");
      Shape turned = Shapes.turned(blade, spoke * 72 - 90, 0, 0);
      wheel.fill(Shapes.moved(turned, 1, 1.4), METAL_SHADE);
      wheel.fill(turned, METAL);
    }
    wheel.fill(Shapes.oval(0, 0, 8, 8), METAL);
    wheel.fill(Shapes.oval(0, 0, 4.5, 4.5), METAL_SHADE);
  }
}
