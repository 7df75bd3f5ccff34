package mirador.training.scenes;

import java.awt.Color;
import java.awt.Shape;

/** The sun goes down: violet above, gold at the horizon. */
final class Sunset implements Sky {
  private static final double SUN_RADIUS = 84;

  @Override
  public String word() {
    return "sunset";
  }

  @Override
  public Light light(Stage stage, SplitMix64 random) {
    return new Light(
        Tint.of(0x5A1F55),
        0.62,
        Tint.of(0xE8755A),
        Tint.of(0xFFC46B),
        stage.width() * random.between(0.22, 0.78),
        Stage.HORIZON - random.between(20, 62),
        false,
        true);
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    brush.fill(
        Shapes.box(0, 0, stage.width(), Stage.HEIGHT, 0),
        Brush.vertical(
            0,
            Stage.HORIZON + 20,
            Tint.of(0x38256B),
            Tint.of(0x74357F),
            Tint.of(0xC24878),
            Tint.of(0xF27A52),
            Tint.of(0xFFBE63),
            Tint.of(0xFFE39A)));
    double x = light.sunX();
    double y = light.sunY();
    for (int ring = 3; ring >= 1; ring--) {
      brush.fill(
          Shapes.oval(x, y, SUN_RADIUS + 30 * ring, SUN_RADIUS + 30 * ring),
          Tint.fade(Tint.of(0xFFD98A), 0.13));
    }
    brush.fill(
        Shapes.oval(x, y, SUN_RADIUS, SUN_RADIUS),
        Brush.vertical(y - SUN_RADIUS, y + SUN_RADIUS, Tint.of(0xFFF6CF), Tint.of(0xFFC24F)));
    for (int i = 0; i < 5; i++) {
      double height = 46 + i * 42 + random.between(-10, 10);
      double width = random.between(130, 250);
      Shape cloud = Scenery.barCloud(stage.width() * random.nextDouble(), height, width, random);
      double low = height / Stage.HORIZON;
      Color body = Tint.mix(Tint.of(0x9A4A8C), Tint.of(0xFF9A5C), low);
      brush.fill(cloud, Tint.fade(body, 0.85));
      brush.fillInside(
          cloud,
          Shapes.moved(cloud, 0, width * 0.05),
          Tint.mix(Tint.of(0xD86A8E), Tint.of(0xFFC978), low));
    }
  }
}
