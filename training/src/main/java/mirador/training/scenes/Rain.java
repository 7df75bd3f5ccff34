package mirador.training.scenes;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** Low grey clouds and slanting rain; puddles lie on the ground. */
final class Rain implements Sky {
  /** How far a drop is driven sideways for each unit that it falls. */
  private static final double SLANT = 0.34;

  @Override
  public String word() {
    return "rain";
  }

  @Override
  public Light light(Stage stage, SplitMix64 random) {
    return new Light(
        Tint.of(0x5A6878),
        0.36,
        Tint.of(0x97A3AE),
        Tint.of(0xDCE6EE),
        stage.width() * random.between(0.1, 0.9),
        random.between(70, 130),
        false,
        false);
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    brush.fill(
        Shapes.box(0, 0, stage.width(), Stage.HEIGHT, 0),
        Brush.vertical(
            0, Stage.HORIZON + 20, Tint.of(0x6F7B89), Tint.of(0x8E9AA6), Tint.of(0xB4BDC4)));
    for (int layer = 0; layer < 2; layer++) {
      Shape[] puffs = new Shape[7];
      for (int i = 0; i < puffs.length; i++) {
        double x = stage.width() * (i + random.between(0, 1)) / puffs.length;
        double half = random.between(70, 120);
        puffs[i] = Shapes.oval(x, 46 - 50 * layer, half, random.between(36, 58));
      }
      brush.fill(brush.asOne(puffs), Tint.of(layer == 0 ? 0x5D6876 : 0x49535F));
    }
    brush.fill(drops(stage, 40, 26, 44, 2.4, random), Tint.fade(Tint.of(0xD4DEE6), 0.5));
  }

  @Override
  public void drawInFront(Brush brush, Stage stage, Light light, SplitMix64 random) {
    Shape[] puddles = new Shape[3];
    Shape[] gleams = new Shape[3];
    for (int i = 0; i < puddles.length; i++) {
      double x = stage.width() * (i + random.nextDouble()) / puddles.length;
      double y = random.between(484, 502);
      double half = random.between(44, 84);
      puddles[i] = Shapes.oval(x, y, half, half * 0.13);
      gleams[i] = Shapes.oval(x + half * 0.1, y - 1, half * 0.6, half * 0.05);
    }
    brush.fillAll(Tint.of(0x8397A8), puddles);
    brush.fillAll(Tint.of(0xC8D6E0), gleams);
    brush.fill(drops(stage, 34, 40, 64, 4.2, random), Tint.fade(Tint.of(0xE2ECF4), 0.6));
  }

  /** Thin slanting strips, all in one path. */
  private static Shape drops(
      Stage stage, int count, double shortest, double longest, double width, SplitMix64 random) {
    Path2D.Double drops = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < count; i++) {
      double length = random.between(shortest, longest);
      double x = stage.width() * random.between(0, 1.15);
      double y = random.between(-20, Stage.HEIGHT);
      drops.moveTo(x, y);
      drops.lineTo(x + width, y);
      drops.lineTo(x + width - SLANT * length, y + length);
      drops.lineTo(x - SLANT * length, y + length);
      drops.closePath();
    }
    return drops;
  }
}
