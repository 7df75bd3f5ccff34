package mirador.training.scenes;

import java.awt.Shape;

/** A broad-leaved tree whose crown has the coat's colour. */
final class Tree implements Subject {
  private static final Ink BARK = Ink.lit(0x7A5238);
  private static final Ink BARK_SHADE = Ink.lit(0x553626);
  private static final Cutout PICTURE = cut();

  @Override
  public String word() {
    return "tree";
  }

  @Override
  public double width() {
    return 330;
  }

  @Override
  public void draw(Brush brush, Tones coat, Light light) {
    PICTURE.draw(brush, coat, light);
  }

  private static Cutout cut() {
    Cutout picture = new Cutout();
    picture.fill(Shapes.oval(0, 2, 118, 11), Ink.plain(0x1C2340).fade(0.3));
    Shape trunk =
        Shapes.path(
            "M -52 2 C -28 -10 -24 -60 -24 -140 L 24 -140 C 24 -60 30 -12 58 2 C 20 8 -16 8 -52 2 Z");
    picture.fill(trunk, BARK);
    picture.fillInside(
        trunk, Shapes.path("M 4 -150 C 6 -60 8 -20 14 10 L 70 10 L 70 -150 Z"), BARK_SHADE);
    picture.line(Shapes.path("M 6 -110 L 62 -156"), 17, BARK_SHADE);
    Shape crown =
        Shapes.union(
            Shapes.oval(0, -256, 92, 84),
            Shapes.oval(-84, -190, 72, 64),
            Shapes.oval(86, -196, 70, 66),
            Shapes.oval(4, -166, 84, 54));
    picture.fill(crown, Ink.BASE);
    picture.fillInside(
        crown, Shapes.minus(crown, Shapes.moved(crown, -20, -26)), Ink.BASE.mix(Ink.DARK, 0.8));
    picture.fill(Shapes.oval(-28, -286, 46, 32), Ink.LIGHT);
    picture.fill(Shapes.oval(-102, -212, 32, 24), Ink.LIGHT);
    picture.fill(Shapes.oval(54, -222, 28, 20), Ink.LIGHT);
    for (double[] leaf :
        new double[][] {{-46, -182}, {-8, -218}, {40, -158}, {104, -176}, {-70, -252}}) {
      picture.line(
          Shapes.moved(Shapes.path("M -14 -4 Q -4 10 8 2 Q 16 10 26 -2"), leaf[0], leaf[1]),
          6,
          Ink.DARK);
    }
    return picture;
  }
}
