package mirador.training.scenes;

import java.awt.Shape;

/** An airliner just off the ground. */
final class Plane implements Subject {
  private static final Ink GLASS = Ink.lamp(Ink.lit(0x9CCBE8), Ink.plain(0xFFE08A));
  private static final Cutout PICTURE = cut();

  @Override
  public String word() {
    return "plane";
  }

  @Override
  public double width() {
    return 500;
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    PICTURE.draw(brush, coat, light);
  }

  private static Cutout cut() {
    Cutout picture = new Cutout();
    picture.fill(Shapes.oval(0, 2, 120, 8), Ink.plain(0x120818).fade(0.3));
    fly(picture.turned(-8, 0, -190));
    return picture;
  }

  private static void fly(Cutout plane) {
    // The far wing and the far tailplane.
    plane.fill(Shapes.path("M 34 -214 L -36 -290 L -72 -290 L -40 -212 Z"), Ink.DEEP);
    // The fin.
    Shape fin =
        Shapes.path(
            "M -132 -206 C -158 -236 -178 -272 -190 -304 L -226 -304 C -226 -264 -222 -224 -212 -196 Z");
    plane.fill(fin, Ink.BASE);
    plane.fillInside(
        fin, Shapes.path("M -240 -310 L -180 -310 L -172 -284 L -240 -284 Z"), Ink.CREAM);
    Shape hull =
        Shapes.path(
            "M -222 -206 C -160 -226 -60 -236 60 -236 C 140 -236 206 -222 226 -186"
                + " C 222 -160 170 -146 90 -146 C -40 -146 -160 -164 -222 -192 Z");
    plane.fill(hull, Ink.BASE);
    plane.fillInside(
        hull,
        Shapes.path("M -230 -196 C -120 -168 60 -164 240 -182 L 240 -130 L -230 -130 Z"),
        Ink.CREAM);
    plane.fillInside(
        hull,
        Shapes.path("M -230 -188 C -120 -154 60 -150 240 -164 L 240 -130 L -230 -130 Z"),
        Ink.CREAM.mix(Ink.DARK, 0.3));
    plane.fillInside(
        hull,
        Shapes.path("M -240 -240 L 240 -240 L 240 -226 C 60 -232 -60 -224 -240 -200 Z"),
        Ink.LIGHT);
    for (int i = 0; i < 7; i++) {
      plane.fill(Shapes.box(-96 + i * 32, -213, 17, 20, 8), GLASS);
    }
    plane.fill(Shapes.path("M 156 -216 C 178 -212 196 -204 208 -194 L 164 -192 Z"), GLASS);
    // The near wing reaches down to the one who looks.
    plane.fill(
        Shapes.path("M 62 -176 L -58 -96 C -74 -84 -104 -82 -112 -90 L -52 -178 Z"), Ink.BASE);
    plane.fill(Shapes.path("M -52 -178 L -112 -90 L -96 -92 L -26 -177 Z"), Ink.DARK);
    plane.fill(Shapes.box(-22, -142, 66, 30, 15), Ink.DARK);
    plane.fill(Shapes.oval(38, -127, 7, 14), Ink.DEEP);
    plane.fill(Shapes.path("M -164 -196 L -224 -166 L -248 -168 L -212 -200 Z"), Ink.DARK);
  }
}
