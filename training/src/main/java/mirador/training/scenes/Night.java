package mirador.training.scenes;

import java.awt.Shape;

/** Moon and stars. */
final class Night implements Sky {
  @Override
  public String word() {
    return "night";
  }

  @Override
  public Light light(Stage stage, SplitMix64 random) {
    return new Light(
        Tint.of(0x121A44),
        0.64,
        Tint.of(0x36457F),
        Tint.of(0xBFD0FF),
        stage.width() * random.between(0.12, 0.88),
        random.between(70, 130),
        false,
        true);
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    brush.fill(
        Shapes.box(0, 0, stage.width(), Stage.HEIGHT, 0),
        Brush.vertical(
            0, Stage.HORIZON + 20, Tint.of(0x0D1236), Tint.of(0x1E2A63), Tint.of(0x44549A)));
    Shape[] stars = new Shape[60];
    for (int i = 0; i < stars.length; i++) {
      double radius = random.between(0.8, 2.4);
      if (brush.coarse()) {
        radius = Math.max(2.4, 1.8 * radius);
      }
      stars[i] =
          Shapes.oval(stage.width() * random.nextDouble(), random.between(6, 250), radius, radius);
    }
    brush.fillAll(Tint.of(0xF6F3D2), stars);
    Shape moon = Shapes.oval(light.sunX(), light.sunY(), 44, 44);
    brush.fill(Shapes.oval(light.sunX(), light.sunY(), 66, 66), Tint.fade(Tint.of(0xDCE3FF), 0.12));
    brush.fill(moon, Tint.of(0xF8F1D0));
    brush.fill(
        Shapes.together(
            Shapes.oval(light.sunX() - 14, light.sunY() - 10, 9, 8),
            Shapes.oval(light.sunX() + 16, light.sunY() + 6, 12, 11),
            Shapes.oval(light.sunX() - 6, light.sunY() + 22, 7, 6)),
        Tint.of(0xDFD4AC));
  }
}
