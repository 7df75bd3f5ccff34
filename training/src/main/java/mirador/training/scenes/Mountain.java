package mirador.training.scenes;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** High rocky peaks, capped with snow, above a stony slope. */
final class Mountain implements Place {
  private static final double FOOT = 372;

  private static final Shape STONE =
      Shapes.path("M -1 0 L -0.8 -0.5 L -0.2 -0.8 L 0.6 -0.6 L 1 0 Z");
  private static final Shape STONE_LIGHT =
      Shapes.path("M -1 0 L -0.8 -0.5 L -0.2 -0.8 L 0.2 -0.7 L -0.1 -0.35 L -0.3 0 Z");

  @Override
  public String word() {
    return "mountain";
  }

  @Override
  public double groundLine() {
    return 452;
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    Color rock = Tint.of(light.snow() ? 0x8790AC : 0x8A86A0);
    for (int i = 0; i < 4; i++) {
      double x = stage.width() * (i + random.between(0.2, 0.8)) / 4;
      peak(brush, x, random.between(180, 225), 150, light, rock, 0.42, random);
    }
    // One peak stands above all others, so that the place is told at a glance.
    boolean left = random.nextDouble() < 0.5;
    double high = stage.width() * random.between(0.2, 0.34);
    double low = stage.width() * random.between(0.74, 0.9);
    peak(brush, mirror(stage, low, left), random.between(130, 180), 190, light, rock, 0.2, random);
    peak(brush, mirror(stage, high, left), random.between(52, 96), 230, light, rock, 0.08, random);

    Color slope = Tint.of(light.snow() ? 0xE8EEF8 : 0x7E9A70);
    Color near = Tint.of(light.snow() ? 0xC9D5E8 : 0x5F7A5C);
    brush.fill(
        Scenery.hills(stage, FOOT, 8, 120, random.between(0, 6)),
        Brush.vertical(FOOT - 12, Stage.HEIGHT, light.far(slope, 0.1), light.on(near)));
    Color stone = light.on(Tint.of(0x8E8C98));
    Color shade = light.on(Tint.of(0x66647A));
    for (int i = 0; i < 12; i++) {
      double size = random.between(7, 17);
      Brush own =
          brush.placed(stage.width() * random.nextDouble(), random.between(388, 500), size, size);
      own.fill(STONE, shade);
      own.fill(STONE_LIGHT, light.snow() ? Scenery.snow(light) : stone);
    }
  }

  private static double mirror(Stage stage, double x, boolean mirrored) {
    return mirrored ? x : stage.width() - x;
  }

  /** A peak with a lit and a shaded side and a cap of snow with a torn hem. */
  private static void peak(
      Brush brush,
      double x,
      double top,
      double half,
      Light light,
      Color rock,
      double distance,
      SplitMix64 random) {
    double height = FOOT + 20 - top;
    double[] jags = new double[6];
    for (int i = 0; i < jags.length; i++) {
      jags[i] = random.between(-0.06, 0.06);
    }
    double[] xs = {-1, -0.62 + jags[0], -0.3 + jags[1], 0, 0.26 + jags[2], 0.58 + jags[3], 1};
    double[] ys = {1, 0.62, 0.26 + jags[4], 0, 0.3 + jags[5], 0.56, 1};
    Path2D.Double whole = new Path2D.Double();
    Path2D.Double shaded = new Path2D.Double();
    whole.moveTo(x + xs[0] * half, top + ys[0] * height);
    for (int i = 1; i < xs.length; i++) {
      whole.lineTo(x + xs[i] * half, top + ys[i] * height);
    }
    whole.closePath();
    shaded.moveTo(x, top);
    for (int i = 4; i < xs.length; i++) {
      shaded.lineTo(x + xs[i] * half, top + ys[i] * height);
    }
    shaded.lineTo(x - 0.1 * half, top + height);
    shaded.lineTo(x + 0.16 * half, top + 0.6 * height);
    shaded.lineTo(x - 0.05 * half, top + 0.3 * height);
    shaded.closePath();
    brush.fill(whole, light.far(rock, distance));
    brush.fill(shaded, light.far(Tint.mix(rock, Tint.of(0x3A3556), 0.5), distance));
    Path2D.Double cap = new Path2D.Double();
    cap.moveTo(x, top - 1);
    cap.lineTo(x + xs[4] * half, top + ys[4] * height);
    cap.lineTo(x + 0.16 * half, top + 0.26 * height);
    cap.lineTo(x + 0.06 * half, top + 0.37 * height);
    cap.lineTo(x - 0.05 * half, top + 0.25 * height);
    cap.lineTo(x - 0.16 * half, top + 0.36 * height);
    cap.lineTo(x + xs[2] * half, top + ys[2] * height);
    cap.closePath();
    brush.fill(cap, light.far(Tint.of(0xFFFFFF), distance * 0.6));
  }
}
