package mirador.training.scenes;

import java.awt.Color;

/** A park: trees, a bench, a lamp, open ground. */
final class Park implements Place {
  @Override
  public String word() {
    return "park";
  }

  @Override
  public double groundLine() {
    return 462;
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    double phase = random.between(0, 6);
    Color meadow = light.snow() ? Tint.of(0xEEF3FB) : Tint.of(0x79BE6B);
    brush.fill(Scenery.hills(stage, 276, 16, 110, phase), light.far(meadow, 0.5));
    for (int i = 0; i < 9; i++) {
      double x = stage.width() * (i + random.between(0.1, 0.9)) / 9;
      Scenery.fir(brush, x, 306, random.between(40, 74), light, 0.55);
    }
    brush.fill(
        Scenery.hills(stage, 304, 8, 90, phase + 2),
        Brush.vertical(290, 380, light.far(meadow, 0.3), light.far(meadow, 0.1)));
    double left = stage.width() * random.between(0.08, 0.14);
    double right = stage.width() * random.between(0.86, 0.93);
    Scenery.fir(brush, left + 76, 336, 150, light, 0.22);
    Scenery.fir(brush, right - 84, 332, 130, light, 0.26);
    Scenery.fir(brush, left - 10, 372, 270, light, 0.05);
    Scenery.fir(brush, right + 8, 366, 240, light, 0.08);
    brush.fill(
        Scenery.hills(stage, 376, 7, 150, phase + 4),
        Brush.vertical(
            360,
            Stage.HEIGHT,
            light.on(meadow),
            light.snow() ? Scenery.snowShade(light) : light.on(Tint.of(0x4F9A55))));
  }
}
