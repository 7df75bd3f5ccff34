package mirador.training.scenes;

import java.awt.Shape;

/** A mild winter afternoon: snow lies, and more of it falls. */
final class Snowfall implements Sky {
  @Override
  public String word() {
    return "snow";
  }

  @Override
  public Light light(Stage stage, SplitMix64 random) {
    return new Light(
        Tint.of(0xC9D8F2),
        0.1,
        Tint.of(0xD3E0F3),
        Tint.of(0xFFFFFF),
        stage.width() * random.between(0.1, 0.9),
        random.between(70, 130),
        true,
        false);
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    brush.fill(
        Shapes.box(0, 0, stage.width(), Stage.HEIGHT, 0),
        Brush.vertical(
            0, Stage.HORIZON + 20, Tint.of(0x7DA9DB), Tint.of(0xB3CFEE), Tint.of(0xFBE6DC)));
    flakes(brush, stage, 44, 1.2, 2.2, random);
    flakes(brush, stage, 26, 2.0, 3.6, random);
  }

  @Override
  public void drawInFront(Brush brush, Stage stage, Light light, SplitMix64 random) {
    flakes(brush, stage, 18, 2.2, 3.6, random);
    flakes(brush, stage, 8, 3.8, 5.2, random);
  }

  private static void flakes(
      Brush brush, Stage stage, int count, double smallest, double largest, SplitMix64 random) {
    Shape[] flakes = new Shape[count];
    for (int i = 0; i < count; i++) {
      double radius = random.between(smallest, largest);
      flakes[i] =
          Shapes.oval(
              stage.width() * random.nextDouble(),
              Stage.HEIGHT * random.nextDouble(),
              radius,
              radius);
    }
    brush.fillAll(Tint.of(0xFFFFFF), flakes);
  }
}
