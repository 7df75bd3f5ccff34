package mirador.training.scenes;

import java.awt.Color;
import java.awt.Shape;

/** A country road seen from its side, with hills behind. */
final class Road implements Place {
  private static final double VERGE = 346;
  private static final double KERB = 368;

  @Override
  public String word() {
    return "road";
  }

  @Override
  public double groundLine() {
    return 446;
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    double phase = random.between(0, 6);
    Color hill = light.snow() ? Tint.of(0xE6EDF8) : Tint.of(0x5C8F6A);
    brush.fill(Scenery.hills(stage, 272, 20, 118, phase), light.far(hill, 0.52));
    brush.fill(Scenery.hills(stage, 300, 16, 84, phase + 2), light.far(hill, 0.28));
    for (int i = 0; i < 7; i++) {
      double x = stage.width() * random.nextDouble();
      Scenery.fir(brush, x, 336, random.between(38, 72), light, 0.12);
    }
    brush.fill(Scenery.hills(stage, 332, 6, 60, phase + 4), light.far(hill, 0.05));

    Shape asphalt = Shapes.box(0, KERB, stage.width(), Stage.HEIGHT - KERB, 0);
    brush.fill(
        asphalt,
        Brush.vertical(
            KERB,
            Stage.HEIGHT,
            light.far(Tint.of(0x6A6876), 0.22),
            light.on(Tint.of(0x504E5E)),
            light.on(Tint.of(0x3A3848))));
    brush.fill(
        Shapes.box(0, VERGE + 14, stage.width(), KERB - VERGE - 14, 0),
        light.on(Tint.of(0x8C8894)));
    brush.fill(Shapes.box(0, KERB + 6, stage.width(), 4, 0), light.far(Tint.of(0xF2EEE6), 0.2));
    for (double x = -40 + random.between(0, 60); x < stage.width(); x += 150) {
      brush.fill(
          Shapes.path(
              "M " + x + " 488 L " + (x + 82) + " 488 L " + (x + 76) + " 500 L " + (x - 8)
                  + " 500 Z"),
          light.on(Tint.of(0xF2EEE6)));
    }
  }
}
