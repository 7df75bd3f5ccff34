package mirador.training.scenes;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;

/** The sun goes down: violet above, gold at the horizon. */
final class Sunset implements Sky {
  private static final double SUN_RADIUS = 84;
  private static final int CLOUDS = 5;

  @Override
  public String word() {
    return "sunset";
  }

  @Override
  public Light light(Stage stage, SplitMix64 random) {
    return new Light(
        Tint.of(0x3E1C5C),
        0.72,
        Tint.of(0xE8647A),
        Tint.of(0xFFC46B),
        stage.width() * random.between(0.22, 0.78),
        Stage.HORIZON - random.between(20, 62),
        false,
        true);
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    brush.fill(Shapes.box(0, 0, stage.width(), Stage.HEIGHT, 0), dusk(0));
    double x = light.sunX();
    double y = light.sunY();
    for (int ring = 2; ring >= 1; ring--) {
      double radius = SUN_RADIUS + 34 * ring;
      brush.fill(Shapes.oval(x, y, radius, radius), dusk(84 - 30 * ring));
    }
    brush.fill(
        Shapes.oval(x, y, SUN_RADIUS, SUN_RADIUS),
        Brush.vertical(y - SUN_RADIUS, y + SUN_RADIUS, Tint.of(0xFFF6CF), Tint.of(0xFFC24F)));
    for (int i = 0; i < CLOUDS; i++) {
      double height = random.between(40, 215);
      double width = random.between(120, 240);
      double across = stage.width() * (i + random.between(0.1, 0.9)) / CLOUDS;
      Shape cloud = Scenery.barCloud(brush, across, height, width, random);
      double low = height / Stage.HORIZON;
      Color shaded = Tint.mix(Tint.of(0x8A4492), Tint.of(0xF58A5E), low);
      Color lit = Tint.mix(Tint.of(0xE0708C), Tint.of(0xFFD489), low);
      Shape moved = Shapes.moved(cloud, -width * 0.012, -width * 0.022);
      if (brush.coarse()) {
        brush.fill(cloud, lit);
        brush.fill(moved, shaded);
      } else {
        brush.fill(cloud, shaded);
        brush.fill(Shapes.minus(cloud, moved), lit);
      }
    }
  }

  /**
   * The colours of the sky, raised by some steps. The halo of the sun is the same sky raised a
   * little: it glows and needs no colours of its own.
   */
  private static Paint dusk(double raised) {
    return Brush.vertical(
        -raised,
        Stage.HORIZON + 20 - raised,
        Tint.of(0x38256B),
        Tint.of(0x74357F),
        Tint.of(0xC24878),
        Tint.of(0xF27A52),
        Tint.of(0xFFBE63),
        Tint.of(0xFFE39A));
  }
}
