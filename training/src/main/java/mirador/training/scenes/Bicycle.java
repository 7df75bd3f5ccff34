package mirador.training.scenes;

/** A sturdy town bicycle seen from its side. */
final class Bicycle implements Subject {
  private static final double WHEEL = 128;
  private static final double RADIUS = 92;
  private static final Ink RUBBER = Ink.plain(0x262230);
  private static final Ink STEEL = Ink.lit(0xC9C6D2);
  private static final Cutout PICTURE = cut();

  @Override
  public String word() {
    return "bicycle";
  }

  @Override
  public double width() {
    return 482;
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    PICTURE.draw(brush, coat, light);
  }

  private static Cutout cut() {
    Cutout picture = new Cutout();
    picture.fill(Shapes.oval(0, 2, 214, 9), Ink.plain(0x1C2340).fade(0.32));
    wheel(picture.placed(-WHEEL, -RADIUS, 1, 1));
    wheel(picture.placed(WHEEL, -RADIUS, 1, 1));
    frame(picture);
    return picture;
  }

  /** A tyre, a rim as broad as a band, and a mudguard over it, both in the coat's colour. */
  private static void wheel(Cutout wheel) {
    wheel.fill(Shapes.oval(0, 0, RADIUS - 10, RADIUS - 10), Ink.CREAM.fade(0.4));
    for (int turn = 0; turn < 180; turn += 45) {
      wheel.line(Shapes.turned(Shapes.path("M -70 0 L 70 0"), turn, 0, 0), 3, STEEL);
    }
    wheel.line(Shapes.oval(0, 0, RADIUS - 18, RADIUS - 18), 22, Ink.BASE);
    wheel.line(Shapes.oval(0, 0, RADIUS - 7, RADIUS - 7), 14, RUBBER);
    wheel.fill(Shapes.oval(0, 0, 15, 15), Ink.DARK);
    wheel.line(
        Shapes.path("M -100 -22 C -88 -82 -44 -108 2 -107 C 28 -106 48 -100 62 -88"), 17, Ink.BASE);
    wheel.line(Shapes.path("M -90 -52 C -70 -92 -36 -111 2 -110"), 5, Ink.LIGHT);
  }

  private static void frame(Cutout picture) {
    picture.line(Shapes.path("M -28 -92 L -128 -92"), 9, Ink.plain(0x4A4556));
    // Behind: the stays of the rear wheel. In front: the triangle, then the fork.
    picture.line(Shapes.path("M -70 -212 L -128 -92 L -22 -92"), 18, Ink.DARK);
    picture.line(Shapes.path("M -22 -92 L -72 -216 L 82 -206 L -22 -92"), 26, Ink.BASE);
    picture.line(Shapes.path("M -68 -222 L 78 -212"), 6, Ink.LIGHT);
    picture.line(Shapes.path("M 76 -244 L 128 -92"), 22, Ink.BASE);
    picture.line(Shapes.path("M -72 -216 L -84 -248"), 13, STEEL);
    picture.fill(
        Shapes.path(
            "M -128 -262 C -112 -268 -66 -268 -44 -254 C -52 -244 -74 -246 -90 -240 C -112 -234 -128 -244 -128 -262 Z"),
        RUBBER);
    picture.line(
        Shapes.path("M 76 -244 L 70 -264 L 104 -274 C 124 -276 130 -254 112 -246"), 13, RUBBER);
    picture.fill(Shapes.oval(-22, -92, 25, 25), Ink.DEEP);
    picture.fill(Shapes.oval(-22, -92, 14, 14), STEEL);
    picture.line(Shapes.path("M -22 -92 L 4 -58"), 9, STEEL);
    picture.fill(Shapes.box(-12, -62, 36, 12, 5), RUBBER);
    picture.fill(Shapes.oval(104, -224, 12, 11), Ink.plain(0xFFE9A0));
  }
}
