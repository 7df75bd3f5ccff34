package mirador.training.scenes;

import java.awt.Color;
import java.awt.Shape;

/** Open, empty ground up to the horizon. */
final class Plain implements Place {
  private static final Color[] PETALS = {Tint.of(0xFFF6E0), Tint.of(0xF7D9F2), Tint.of(0xF58FB0)};
  private static final Shape[] PETAL_SHAPES = petals();
  private static final Color HEART = Tint.of(0xF5B83A);

  @Override
  public String word() {
    return "plain";
  }

  @Override
  public double groundLine() {
    return 448;
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    double phase = random.between(0, 6);
    Color ground = light.snow() ? Tint.of(0xEEF3FB) : Tint.of(0x9CC763);
    Color near = light.snow() ? Tint.of(0xCFDCF1) : Tint.of(0x6FA64E);
    brush.fill(Scenery.hills(stage, 312, 9, 130, phase), light.far(ground, 0.4));
    brush.fill(
        Scenery.hills(stage, 366, 6, 190, phase + 3),
        Brush.vertical(356, Stage.HEIGHT, light.far(ground, 0.08), light.on(near)));
    if (!light.snow()) {
      for (int i = 0; i < 26; i++) {
        double y = random.between(388, 505);
        double radius = 3 + (y - 380) / 28;
        Color petal = light.on(PETALS[random.below(PETALS.length)]);
        Brush flower = brush.placed(aside(stage, random), y, radius, radius);
        flower.fillAll(petal, PETAL_SHAPES);
        flower.fill(Shapes.oval(0, 0, 0.6, 0.6), light.on(HEART));
      }
    }
  }

  private static Shape[] petals() {
    Shape petal = Shapes.oval(0, -0.9, 0.75, 0.8);
    Shape[] petals = new Shape[5];
    for (int i = 0; i < petals.length; i++) {
      petals[i] = Shapes.turned(petal, i * 72, 0, 0);
    }
    return petals;
  }

  /** Somewhere along the picture, but not where the subject would stand on it. */
  private static double aside(Stage stage, SplitMix64 random) {
    double way = random.between(-1, 1);
    return stage.centre() * (1 + Math.signum(way) * (0.62 + 0.38 * Math.abs(way)));
  }
}
