package mirador.training.scenes;

import java.awt.Color;

/** The open sea: water up to the horizon; whatever stands there stands among the waves. */
final class Sea implements Place {
  private static final int ROWS = 5;

  @Override
  public String word() {
    return "sea";
  }

  @Override
  public double groundLine() {
    return 450;
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    double horizon = Stage.HORIZON - 6;
    Color far = Tint.of(light.snow() ? 0x6FA6C8 : 0x4DB4D2);
    Color near = Tint.of(light.snow() ? 0x2F6E9C : 0x147CA6);
    brush.fill(
        Shapes.box(0, horizon, stage.width(), Stage.HEIGHT - horizon, 0),
        Brush.vertical(horizon, Stage.HEIGHT, light.far(far, 0.2), light.on(near)));
    for (int row = 0; row < ROWS; row++) {
      double share = row / (ROWS - 1.0);
      double y = 330 + 150 * share * (0.6 + 0.4 * share);
      Color water = Tint.mix(far, near, 0.35 + 0.65 * share);
      brush.fill(
          Scenery.swell(stage, y, 7 + 9 * share, 58 + 44 * share, random.between(0, 1)),
          light.far(water, 0.12 * (1 - share)));
    }
    brush.fill(
        Scenery.crests(stage, 322, 500, 34, random),
        Tint.fade(light.far(Tint.of(0xFFFFFF), 0.1), 0.75));
    if (light.snow()) {
      for (int i = 0; i < 5; i++) {
        double y = random.between(340, 420);
        double half = random.between(22, 40) * (y - 240) / 130;
        double x = stage.width() * random.nextDouble();
        brush.fill(Shapes.oval(x, y + 4, half, 7), light.on(Tint.of(0x9FC2DC)));
        brush.fill(Shapes.oval(x, y, half, 6), Scenery.snow(light));
      }
    }
  }

  @Override
  public void drawInFront(Brush brush, Stage stage, Light light, SplitMix64 random) {
    Color near = light.on(Tint.of(light.snow() ? 0x3C7CA8 : 0x2289B0));
    brush.fill(Scenery.swell(stage, 474, 12, 92, random.between(0, 1)), near);
    brush.fill(
        Scenery.crests(stage, 480, 506, 9, random),
        Tint.fade(light.far(Tint.of(0xFFFFFF), 0.1), 0.75));
  }
}
