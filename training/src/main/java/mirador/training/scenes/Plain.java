package mirador.training.scenes;

import java.awt.Color;

/** Open, empty ground up to the horizon. */
final class Plain implements Place {
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
  }
}
