package mirador.training.scenes;

/** A clear day with a few clouds. */
final class Day implements Sky {
  @Override
  public String word() {
    return "day";
  }

  @Override
  public Light light(Stage stage, SplitMix64 random) {
    return new Light(
        Tint.of(0xFFF4D6),
        0.06,
        Tint.of(0xC4E6F2),
        Tint.of(0xFFFFFF),
        onGrid(stage.width() * random.between(0.1, 0.9)),
        onGrid(random.between(60, 110)),
        false,
        false);
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    brush.fill(
        Shapes.box(0, 0, stage.width(), Stage.HEIGHT, 0),
        Brush.vertical(
            0, Stage.HORIZON + 20, Tint.of(0x58B4E8), Tint.of(0x93D3F2), Tint.of(0xDDF2F7)));
    brush.fill(Shapes.oval(light.sunX(), light.sunY(), 58, 58), Tint.fade(Tint.of(0xFFFCEB), 0.38));
    brush.fill(Shapes.oval(light.sunX(), light.sunY(), 41, 41), Tint.of(0xFFE27A));
    for (int i = 0; i < 4; i++) {
      brush.fill(
          Scenery.puffyCloud(
              brush,
              stage.width() * random.nextDouble(),
              random.between(70, 210),
              random.between(90, 190),
              random),
          Tint.fade(Tint.of(0xFFFFFF), 0.9));
    }
  }

  /** Whole steps of sixteen, so that the disc is round when the scene is pixelated, too. */
  private static double onGrid(double position) {
    return 16 * Math.rint(position / 16);
  }
}
