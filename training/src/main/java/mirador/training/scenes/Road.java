package mirador.training.scenes;

import java.awt.Color;

/** A country road seen from its side, with hills behind. */
final class Road implements Place {
  private static final double RAIL = 340;
  private static final double KERB = 366;
  private static final double LOW_SUN = 200;

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

    rail(brush, stage, light);
    brush.fill(
        Shapes.box(0, KERB, stage.width(), Stage.HEIGHT - KERB, 0),
        Brush.vertical(
            KERB,
            Stage.HEIGHT,
            light.far(Tint.of(0x75727F), 0.16),
            light.on(Tint.of(0x55535F)),
            light.on(Tint.of(0x3C3A46))));
    if (light.sunY() > LOW_SUN) {
      glints(brush, light, random);
    }
    Color paint = light.far(Tint.of(0xF6F1E6), 0.25);
    brush.fill(Shapes.box(0, KERB + 8, stage.width(), 3.5, 0), paint);
    for (double x = -60 + random.between(0, 60); x < stage.width(); x += 150) {
      brush.fill(
          Shapes.path(
              "M " + x + " 485 L " + (x + 84) + " 485 L " + (x + 76) + " 498 L " + (x - 10)
                  + " 498 Z"),
          paint);
    }
  }

  /** A guard rail along the far edge. */
  private static void rail(Brush brush, Stage stage, Light light) {
    Color metal = light.far(Tint.of(0xC9C7D2), 0.1);
    Color post = light.on(Tint.of(0x6A6876));
    for (double x = 30; x < stage.width(); x += 96) {
      brush.fill(Shapes.box(x, RAIL, 8, KERB - RAIL, 1), post);
    }
    brush.fill(Shapes.box(0, RAIL, stage.width(), 13, 0), metal);
    brush.fill(Shapes.box(0, RAIL + 5, stage.width(), 3, 0), post);
    brush.fill(
        Shapes.box(0, RAIL, stage.width(), 2, 0), light.snow() ? Tint.of(0xFFFFFF) : light.gleam());
  }

  /** A low sun lies on the asphalt in streaks. */
  private static void glints(Brush brush, Light light, SplitMix64 random) {
    for (int i = 0; i < 6; i++) {
      double half = random.between(30, 92);
      brush.fill(
          Shapes.oval(
              light.sunX() + random.between(-24, 24), KERB + 20 + i * 19, half, 2.2 + i * 0.4),
          Tint.fade(light.gleam(), 0.32));
    }
  }
}
