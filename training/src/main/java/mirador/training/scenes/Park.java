package mirador.training.scenes;

import java.awt.Color;
import java.awt.Shape;

/** A park: trees, a bench, a lamp, open ground. */
final class Park implements Place {
  private static final Shape[] PAW = {
    Shapes.oval(0, 0, 7.5, 7),
    Shapes.oval(-7, -9, 3, 3.6),
    Shapes.oval(0, -12, 3, 3.6),
    Shapes.oval(7, -9, 3, 3.6)
  };

  private static final Shape TUFT =
      Shapes.path(
          "M -9 0 Q -8 -8 -11 -12 Q -4 -8 -3 -3 Q -2 -12 1 -16 Q 3 -10 3 -3 Q 6 -9 11 -11 Q 8 -6 8 0 Z");

  @Override
  public String word() {
    return "park";
  }

  @Override
  public double groundLine() {
    return 462;
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    double phase = random.between(0, 6);
    Color meadow = light.snow() ? Tint.of(0xEEF3FB) : Tint.of(0x79BE6B);
    brush.fill(Scenery.hills(stage, 276, 16, 110, phase), light.far(meadow, 0.5));
    for (int i = 0; i < 9; i++) {
      double x = stage.width() * (i + random.between(0.1, 0.9)) / 9;
      Scenery.fir(brush, x, 306, random.between(40, 74), light, 0.55);
    }
    brush.fill(
        Scenery.hills(stage, 304, 8, 90, phase + 2),
        Brush.vertical(290, 380, light.far(meadow, 0.3), light.far(meadow, 0.1)));
    double left = stage.width() * random.between(0.06, 0.1);
    double right = stage.width() * random.between(0.9, 0.95);
    if (light.snow()) {
      Scenery.fir(brush, left + 88, 338, 150, light, 0.24);
      Scenery.fir(brush, right - 74, 334, 132, light, 0.28);
    } else {
      Scenery.tree(brush, left + 88, 338, 150, light, 0.24);
      Scenery.tree(brush, right - 74, 334, 132, light, 0.28);
    }
    lamp(brush.placed(stage.width() * 0.27, 376, 1, 1), light);
    Scenery.fir(brush, left, 384, 290, light, 0.05);
    Scenery.fir(brush, right, 376, 250, light, 0.08);
    brush.fill(
        Scenery.hills(stage, 372, 7, 150, phase + 4),
        Brush.vertical(
            360,
            Stage.HEIGHT,
            light.on(meadow),
            light.snow() ? light.on(Tint.of(0xC3D3EE)) : light.on(Tint.of(0x4F9A55))));
    bench(brush.placed(stage.width() * 0.8, 398, 1, 1), light);
    if (light.snow()) {
      footprints(brush, stage, light);
    } else {
      tufts(brush, stage, light, random);
    }
  }

  @Override
  public void drawInFront(Brush brush, Stage stage, Light light, SplitMix64 random) {
    double middle = stage.centre();
    Color near = light.snow() ? Tint.of(0xF8FBFF) : Tint.of(0x448C4E);
    brush.fill(
        Shapes.path(
            "M -20 520 L -20 478 C 60 462 "
                + (middle - 190)
                + " 474 "
                + (middle - 90)
                + " 500 C "
                + (middle - 60)
                + " 506 "
                + (middle - 40)
                + " 512 "
                + middle
                + " 520 Z"),
        light.on(near));
    brush.fill(
        Shapes.path(
            "M "
                + (middle + 20)
                + " 520 C "
                + (middle + 80)
                + " 506 "
                + (middle + 130)
                + " 484 "
                + (middle + 230)
                + " 480 C "
                + (middle + 300)
                + " 476 "
                + (stage.width() - 40)
                + " 470 "
                + (stage.width() + 20)
                + " 484 L "
                + (stage.width() + 20)
                + " 520 Z"),
        light.on(near));
  }

  private static void lamp(Brush brush, Light light) {
    Color iron = light.far(Tint.of(0x34405A), 0.2);
    brush.fill(Shapes.box(-3, -150, 6, 154, 2), iron);
    brush.fill(Shapes.path("M -9 4 L -6 -14 L 6 -14 L 9 4 Z"), iron);
    if (light.lampsOn()) {
      brush.fill(Shapes.oval(0, -166, 46, 46), Tint.fade(Tint.of(0xFFE7A0), 0.22));
    }
    brush.fill(
        Shapes.path("M -9 -150 L -14 -178 L 14 -178 L 9 -150 Z"),
        light.lampsOn() ? Tint.of(0xFFEDB0) : light.on(Tint.of(0xFFF0C8)));
    brush.line(Shapes.path("M -9 -150 L -14 -178 M 9 -150 L 14 -178 M 0 -150 L 0 -178"), 2, iron);
    brush.fill(Shapes.box(-11, -152, 22, 5, 2), iron);
    brush.fill(
        Shapes.path("M -19 -176 C -12 -182 -6 -190 0 -196 C 6 -190 12 -182 19 -176 Z"), iron);
    if (light.snow()) {
      brush.fill(
          Shapes.path(
              "M -20 -177 C -14 -186 -8 -196 0 -200 C 8 -196 14 -186 20 -177 C 12 -181 6 -178 0 -181 C -6 -178 -12 -181 -20 -177 Z"),
          Scenery.snow(light));
    }
  }

  private static void bench(Brush brush, Light light) {
    Color wood = light.far(Tint.of(0x9A6A48), 0.08);
    Color iron = light.far(Tint.of(0x34405A), 0.12);
    brush.fill(Shapes.oval(0, 1, 66, 6), Tint.fade(Tint.of(0x2A3A70), 0.2));
    for (int side = -1; side <= 1; side += 2) {
      brush.line(
          Shapes.path(
              "M " + side * 46 + " 0 L " + side * 44 + " -52 M " + side * 46 + " -22 L " + side * 54
                  + " 0"),
          5,
          iron);
    }
    brush.fill(Shapes.box(-56, -54, 112, 9, 3), wood);
    brush.fill(Shapes.box(-56, -40, 112, 9, 3), wood);
    brush.fill(Shapes.box(-60, -25, 120, 9, 3), wood);
    if (light.snow()) {
      brush.fill(
          Shapes.smooth(-58, -52, -52, -60, -20, -63, 18, -61, 50, -62, 58, -53, 20, -51, -20, -52),
          Scenery.snow(light));
      brush.fill(
          Shapes.smooth(-61, -22, -54, -31, -16, -34, 22, -32, 54, -32, 61, -23, 22, -21, -20, -22),
          Scenery.snow(light));
    }
  }

  /** Where the subject came from: paw prints that grow smaller with distance. */
  private static void footprints(Brush brush, Stage stage, Light light) {
    for (int i = 0; i < 13; i++) {
      double way = i / 12.0;
      double x = stage.centre() + 176 + 250 * way;
      double y = 468 - 26 * way - 22 * way * way;
      double size = 1.2 - 0.5 * way;
      double side = i % 2 == 0 ? -5 * size : 5 * size;
      Brush print = brush.placed(x, y + side, size, size * 0.62).turned(-70, 0, 0);
      Color hollow = light.on(Tint.of(0x9FB4DC));
      print.fillAll(hollow, PAW);
    }
  }

  private static void tufts(Brush brush, Stage stage, Light light, SplitMix64 random) {
    Color blade = light.on(Tint.of(0x3F8A4C));
    for (int i = 0; i < 16; i++) {
      Brush tuft =
          brush.placed(stage.width() * random.nextDouble(), random.between(392, 480), 1, 1);
      tuft.fill(TUFT, blade);
    }
  }
}
