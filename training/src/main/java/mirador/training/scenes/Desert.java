package mirador.training.scenes;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** A desert: dunes, a red table mountain, and cactuses. */
final class Desert implements Place {
  private static final Shape CACTUS =
      Shapes.together(
          Shapes.box(-15, -180, 30, 186, 15),
          Shapes.box(-56, -128, 22, 62, 11),
          Shapes.box(-56, -86, 52, 21, 10),
          Shapes.box(34, -152, 22, 74, 11),
          Shapes.box(4, -98, 52, 21, 10));
  private static final Shape CACTUS_SHADE =
      Shapes.together(
          Shapes.box(3, -170, 9, 172, 4),
          Shapes.box(45, -144, 8, 56, 4),
          Shapes.box(-44, -122, 7, 40, 3));
  private static final Shape CACTUS_SNOW =
      Shapes.together(
          Shapes.oval(0, -180, 16, 9), Shapes.oval(-45, -127, 12, 7), Shapes.oval(45, -151, 12, 7));
  private static final Shape MESA =
      Shapes.path("M -120 20 L -92 -70 L -74 -78 L 62 -82 L 82 -66 L 120 20 Z");
  private static final Shape MESA_SHADE =
      Shapes.path("M 30 -81 L 62 -82 L 82 -66 L 120 20 L 52 20 Z");
  private static final Shape MESA_BANDS =
      Shapes.together(Shapes.box(-96, -50, 188, 9, 0), Shapes.box(-106, -16, 210, 7, 0));

  @Override
  public String word() {
    return "desert";
  }

  @Override
  public double groundLine() {
    return 456;
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    double phase = random.between(0, 6);
    double mesas = random.between(0.1, 0.3);
    for (int i = 0; i < 2; i++) {
      double size = random.between(0.8, 1.15);
      mesa(brush.placed(stage.width() * (mesas + 0.55 * i), 300, size, size), light);
    }
    Color sand = Tint.of(light.snow() ? 0xEBDCC6 : 0xEDBE7E);
    Color near = Tint.of(light.snow() ? 0xDCCDBE : 0xD99E5E);
    brush.fill(Scenery.hills(stage, 316, 14, 120, phase), light.far(sand, 0.3));
    dune(brush, stage, 344, phase, light, sand, 0.12, random);
    dune(brush, stage, 384, phase + 2, light, sand, 0.02, random);
    brush.fill(
        Scenery.hills(stage, 420, 7, 150, phase + 4),
        Brush.vertical(400, Stage.HEIGHT, light.on(sand), light.on(near)));
    if (light.snow()) {
      for (int i = 0; i < 9; i++) {
        brush.fill(
            Shapes.oval(
                stage.width() * random.nextDouble(),
                random.between(400, 505),
                random.between(26, 60),
                random.between(4, 8)),
            Scenery.snow(light));
      }
    }
    boolean left = random.nextDouble() < 0.5;
    double large = stage.width() * random.between(0.06, 0.14);
    double small = stage.width() * random.between(0.82, 0.94);
    double size = random.between(1.15, 1.45);
    cactus(brush.placed(left ? large : stage.width() - large, 424, size, size), light);
    cactus(brush.placed(left ? small : stage.width() - small, 392, -0.6 * size, 0.6 * size), light);
  }

  private static void mesa(Brush brush, Light light) {
    Color rock = Tint.of(0xC4694A);
    brush.fill(MESA, light.far(rock, 0.2));
    brush.fill(MESA_BANDS, light.far(Tint.of(0xDB8A60), 0.2));
    brush.fill(MESA_SHADE, light.far(Tint.of(0x95483F), 0.2));
    if (light.snow()) {
      brush.fill(
          Shapes.path("M -92 -68 L -74 -80 L 62 -86 L 82 -66 L 52 -72 L -60 -68 Z"),
          light.far(Tint.of(0xFFFFFF), 0.1));
    }
  }

  /** A dune whose far side lies in the shade. */
  private static void dune(
      Brush brush,
      Stage stage,
      double y,
      double phase,
      Light light,
      Color sand,
      double distance,
      SplitMix64 random) {
    brush.fill(Scenery.hills(stage, y, 12, 104, phase), light.far(sand, distance));
    double x = stage.width() * random.between(0.1, 0.9);
    Path2D shade =
        Shapes.path("M -150 26 C -80 6 -40 -24 0 -34 C 30 -18 24 2 70 26 C 20 34 -60 34 -150 26 Z");
    brush
        .placed(x, y + 18, 1, 1)
        .fill(shade, light.far(Tint.mix(sand, Tint.of(0xA9683C), 0.45), distance));
  }

  private static void cactus(Brush brush, Light light) {
    brush.fill(Shapes.oval(6, 4, 50, 6), Tint.fade(Tint.of(0x6A3A28), 0.3));
    brush.fill(CACTUS, light.on(Tint.of(0x3E8A52)));
    brush.fill(CACTUS_SHADE, light.on(Tint.of(0x2B6A46)));
    if (light.snow()) {
      brush.fill(CACTUS_SNOW, Scenery.snow(light));
    }
  }
}
