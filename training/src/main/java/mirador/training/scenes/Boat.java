package mirador.training.scenes;

import java.awt.Shape;

/** A small sailing boat, in the bit of water that it brings along. */
final class Boat implements Subject {
  private static final Ink WOOD = Ink.lit(0x7A5238);
  private static final Ink FOAM = Ink.lit(0xE4F2FA);
  private static final Ink WATER = Ink.lit(0x7FB9D8);
  private static final Cutout PICTURE = cut();

  @Override
  public String word() {
    return "boat";
  }

  @Override
  public double width() {
    return 444;
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    PICTURE.draw(brush, coat, light);
  }

  private static Cutout cut() {
    Cutout picture = new Cutout();
    picture.fill(Shapes.oval(0, 2, 222, 17), WATER.fade(0.75));
    picture.fill(Shapes.box(-12, -338, 13, 270, 5), WOOD);
    sails(picture);
    hull(picture);
    // The water laps at the hull, wherever it is that the boat has come to stand.
    picture.fill(
        Shapes.path(
            "M -206 2 Q -186 -16 -160 -4 Q -136 8 -110 -4 Q -84 -16 -56 -4 Q -28 8 0 -4"
                + " Q 28 -16 56 -4 Q 82 8 108 -4 Q 134 -16 162 -4 Q 186 -14 206 2"
                + " C 160 22 -160 22 -206 2 Z"),
        FOAM.mix(WATER, 0.4));
    return picture;
  }

  private static void sails(Cutout picture) {
    Shape main = Shapes.path("M 8 -330 C 96 -270 146 -180 160 -96 Q 84 -84 8 -96 Z");
    picture.fill(main, Ink.BASE);
    picture.fillInside(
        main,
        Shapes.path("M 8 -340 C 50 -270 84 -180 84 -80 L 190 -80 L 190 -340 Z"),
        Ink.BASE.mix(Ink.DARK, 0.45));
    picture.fillInside(
        main, Shapes.path("M 0 -186 Q 80 -170 180 -186 L 180 -160 Q 80 -144 0 -160 Z"), Ink.CREAM);
    Shape jib = Shapes.path("M -18 -306 C -60 -236 -112 -150 -168 -98 Q -90 -84 -18 -98 Z");
    picture.fill(jib, Ink.CREAM);
    picture.fillInside(
        jib,
        Shapes.path("M -18 -320 C -40 -220 -70 -140 -110 -80 L 0 -80 L 0 -320 Z"),
        Ink.CREAM.mix(Ink.DARK, 0.16));
    picture.fill(Shapes.path("M -8 -340 L 44 -326 L -8 -310 Z"), Ink.DARK);
  }

  private static void hull(Cutout picture) {
    Shape hull =
        Shapes.path(
            "M -198 -84 L 214 -90 C 200 -44 176 -14 140 4 L -142 4 C -174 -14 -192 -46 -198 -84 Z");
    picture.fill(hull, Ink.BASE);
    picture.fillInside(hull, Shapes.box(-220, -34, 460, 50, 0), Ink.DARK);
    picture.fillInside(
        hull, Shapes.path("M -220 -100 L 230 -100 L 230 -78 L -220 -72 Z"), Ink.CREAM);
    picture.fillInside(hull, Shapes.path("M -220 -72 L 230 -78 L 230 -72 L -220 -66 Z"), Ink.DEEP);
  }
}
