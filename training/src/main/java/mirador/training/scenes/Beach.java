package mirador.training.scenes;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** A beach: the sea behind, wet sand at its edge, a palm at one side and a parasol at the other. */
final class Beach implements Place {
  private static final double SHORE = 372;

  private static final Shape TRUNK =
      Shapes.path("M -11 4 C -4 -60 6 -130 34 -196 L 46 -192 C 24 -130 14 -60 13 4 Z");
  private static final Shape CROWN = crown();
  private static final Shape CANOPY =
      Shapes.path("M -78 -104 C -66 -152 -30 -172 0 -172 C 30 -172 66 -152 78 -104 Z");
  private static final Shape PANELS =
      Shapes.path(
          "M -78 -104 C -66 -152 -30 -172 0 -172 C -26 -158 -42 -136 -46 -104 Z"
              + " M -16 -104 C -14 -136 -8 -158 0 -172 C 8 -158 14 -136 16 -104 Z"
              + " M 78 -104 C 66 -152 30 -172 0 -172 C 26 -158 42 -136 46 -104 Z");

  @Override
  public String word() {
    return "beach";
  }

  @Override
  public double groundLine() {
    return 454;
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    double phase = random.between(0, 6);
    Color deep = Tint.of(light.snow() ? 0x4E8FB4 : 0x2492B8);
    Color shallow = Tint.of(light.snow() ? 0x8FC4D2 : 0x6FD3D0);
    brush.fill(
        Shapes.box(0, Stage.HORIZON, stage.width(), 110, 0),
        Brush.vertical(
            Stage.HORIZON, SHORE, light.far(deep, 0.3), light.far(deep, 0.06), light.on(shallow)));
    Color foam = light.far(Tint.of(0xFFFFFF), 0.1);
    brush.fill(Scenery.crests(stage, 318, 352, 17, random), Tint.fade(foam, 0.75));

    Color sand = Tint.of(light.snow() ? 0xF3EFE6 : 0xF4E3B4);
    Color near = Tint.of(light.snow() ? 0xDDE2EA : 0xE6C88C);
    brush.fill(Scenery.hills(stage, SHORE - 8, 5, 96, phase), foam);
    brush.fill(
        Scenery.hills(stage, SHORE, 5, 96, phase + 0.15), light.far(Tint.of(0xC39B62), 0.06));
    brush.fill(
        Scenery.hills(stage, SHORE + 15, 5, 110, phase + 0.4),
        Brush.vertical(SHORE, Stage.HEIGHT, light.far(sand, 0.05), light.on(near)));

    boolean palmLeft = random.nextDouble() < 0.5;
    double palm = stage.width() * random.between(0.05, 0.14);
    double parasol = stage.width() * random.between(0.08, 0.16);
    double size = random.between(1.05, 1.3);
    palm(
        brush.placed(palmLeft ? palm : stage.width() - palm, 420, palmLeft ? size : -size, size),
        light);
    parasol(brush.placed(palmLeft ? stage.width() - parasol : parasol, 416, 1, 1), light);
  }

  private static void palm(Brush brush, Light light) {
    brush.fill(Shapes.oval(0, 4, 44, 6), Tint.fade(Tint.of(0x6A4A30), 0.25));
    brush.fill(TRUNK, light.far(Tint.of(0x8A6242), 0.05));
    brush.fill(CROWN, light.far(Tint.of(0x2F8A55), 0.04));
    if (light.snow()) {
      brush.fill(
          Shapes.path("M -24 -194 C 0 -222 70 -226 104 -196 C 70 -208 10 -208 -24 -194 Z"),
          Scenery.snow(light));
    }
  }

  /** Seven hanging leaves about the top of the trunk. */
  private static Shape crown() {
    double[] turns = {-160, -115, -65, -20, 25, 160, 200};
    Path2D.Double crown = new Path2D.Double(Path2D.WIND_NON_ZERO);
    Shape leaf = Shapes.path("M 0 -7 C 34 -26 76 -14 96 28 C 68 6 36 4 0 9 Z");
    for (double turn : turns) {
      Shape hanging = Math.abs(turn) > 90 ? Shapes.mirrored(leaf) : leaf;
      double lean = Math.abs(turn) > 90 ? turn - Math.signum(turn) * 180 : turn;
      crown.append(Shapes.moved(Shapes.turned(hanging, lean, 0, 0), 40, -196), false);
    }
    return crown;
  }

  private static void parasol(Brush brush, Light light) {
    brush.fill(Shapes.oval(0, 4, 70, 7), Tint.fade(Tint.of(0x6A4A30), 0.25));
    brush.fill(Shapes.box(-3.5, -168, 7, 174, 2), light.on(Tint.of(0x8D8A94)));
    brush.fill(CANOPY, light.on(Tint.of(0xF6F2E8)));
    brush.fill(PANELS, light.on(Tint.of(0x2FA39A)));
    if (light.snow()) {
      brush.fill(
          Shapes.path("M -44 -152 C -26 -184 26 -184 44 -152 C 20 -162 -20 -162 -44 -152 Z"),
          Scenery.snow(light));
    }
  }
}
