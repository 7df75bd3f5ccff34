package mirador.training.scenes;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Things that several places and skies share: hills, trees, clouds. */
final class Scenery {
  private static final Color SNOW = Tint.of(0xF7FAFF);
  private static final Color SNOW_SHADE = Tint.of(0xC3D3EC);

  private static final int TIERS = 4;

  /** The boughs of a fir from the top down, the snow on them, and the shaded side of both. */
  private static final Shape[] BOUGHS = new Shape[TIERS];

  private static final Shape[] BOUGH_SHADES = new Shape[TIERS];
  private static final Shape[] LOADS = new Shape[TIERS];
  private static final Shape[] LOAD_SHADES = new Shape[TIERS];

  static {
    for (int tier = 0; tier < TIERS; tier++) {
      double top = -100 + tier * 17;
      double foot = top + 38 + tier * 2;
      double half = 14 + tier * 7;
      BOUGHS[tier] = bough(top, foot, half, 3);
      BOUGH_SHADES[tier] = Shapes.common(BOUGHS[tier], Shapes.box(half * 0.12, -110, 60, 120, 0));
      LOADS[tier] = bough(top - 1.5, foot - 8, half * 0.9, 2);
      LOAD_SHADES[tier] = Shapes.common(LOADS[tier], Shapes.box(half * 0.2, -110, 60, 120, 0));
    }
  }

  private static final Shape FIR_TRUNK = Shapes.box(-4, -12, 8, 14, 2);

  /** A fir so small that its tiers are not told apart: outline, shaded side and the snow on it. */
  private static final Shape FAR_FIR =
      Shapes.path("M 0 -100 L 18 -62 L 24 -40 L 35 -4 L -35 -4 L -24 -40 L -18 -62 Z");

  private static final Shape FAR_FIR_SHADE =
      Shapes.path("M 2 -98 L 18 -62 L 24 -40 L 35 -4 L 4 -4 Z");
  private static final Shape FAR_FIR_SNOW =
      Shapes.path("M 0 -102 L 13 -68 L 4 -72 L 20 -44 L 8 -46 L 28 -16 L -28 -16 L -13 -68 Z");

  private static final Shape CROWN =
      Shapes.union(
          Shapes.oval(0, -70, 26, 28), Shapes.oval(-19, -56, 18, 18), Shapes.oval(19, -54, 19, 18));
  private static final Shape CROWN_LIGHT =
      Shapes.common(
          CROWN, Shapes.union(Shapes.oval(-8, -76, 22, 22), Shapes.oval(-22, -60, 12, 12)));
  private static final Shape TREE_TRUNK =
      Shapes.path("M -5 2 C -3 -14 -4 -30 -3 -50 L 3 -50 C 4 -30 3 -14 6 2 Z");

  private Scenery() {}

  /** A line of hills from edge to edge, filled down to the bottom of the stage. */
  static Shape hills(Stage stage, double height, double swing, double length, double phase) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(-10, Stage.HEIGHT);
    for (double x = -10; x <= stage.width() + 10; x += 6) {
      double wave =
          StrictMath.sin(x / length + phase)
              + 0.45 * StrictMath.sin(x / length * 2.3 + phase * 1.7);
      path.lineTo(x, height - swing * wave);
    }
    path.lineTo(stage.width() + 10, Stage.HEIGHT);
    path.closePath();
    return path;
  }

  /** A row of pointed waves from edge to edge, filled down to the bottom of the stage. */
  static Shape swell(Stage stage, double height, double swing, double length, double phase) {
    Path2D.Double path = new Path2D.Double();
    double x = -length * (1 + phase);
    path.moveTo(x, Stage.HEIGHT);
    path.lineTo(x, height);
    for (; x < stage.width() + length; x += length) {
      path.curveTo(
          x + 0.3 * length,
          height + swing,
          x + 0.7 * length,
          height + swing,
          x + length,
          height - swing * 0.4);
    }
    path.lineTo(x, Stage.HEIGHT);
    path.closePath();
    return path;
  }

  /** Short strokes of foam, larger the nearer they are. */
  static Shape crests(Stage stage, double top, double bottom, int count, SplitMix64 random) {
    Shape[] crests = new Shape[count];
    for (int i = 0; i < count; i++) {
      double y = random.between(top, bottom);
      double near = 1 + (y - Stage.HORIZON) / 90;
      crests[i] =
          Shapes.oval(
              stage.width() * random.nextDouble(),
              y,
              random.between(9, 17) * near,
              random.between(1.2, 1.9) * near);
    }
    return Shapes.together(crests);
  }

  /** A flat cloud of a few stacked bars with round ends. */
  static Shape barCloud(Brush brush, double x, double y, double width, SplitMix64 random) {
    double thickness = width * 0.075;
    return brush.asOne(
        Shapes.box(x - width / 2, y, width, thickness, thickness / 2),
        Shapes.box(
            x - width * random.between(0.28, 0.36),
            y - thickness * 0.9,
            width * random.between(0.5, 0.62),
            thickness,
            thickness / 2),
        Shapes.box(
            x - width * random.between(0.1, 0.2),
            y - thickness * 1.75,
            width * random.between(0.2, 0.36),
            thickness,
            thickness / 2),
        Shapes.box(
            x + width * random.between(0.0, 0.1),
            y + thickness * 0.85,
            width * random.between(0.3, 0.5),
            thickness * 0.8,
            thickness * 0.4));
  }

  /** A puffy cloud with a flat underside. */
  static Shape puffyCloud(Brush brush, double x, double y, double width, SplitMix64 random) {
    double r = width / 5;
    Shape[] puffs = {
      Shapes.oval(x - 1.6 * r, y - 0.3 * r, r * 0.9, r * 0.7),
      Shapes.oval(x - 0.6 * r, y - 0.8 * r, r * random.between(0.95, 1.15), r),
      Shapes.oval(x + 0.7 * r, y - 0.55 * r, r * random.between(0.9, 1.1), r * 0.85),
      Shapes.oval(x + 1.7 * r, y - 0.2 * r, r * 0.8, r * 0.6)
    };
    if (brush.coarse()) {
      for (int i = 0; i < puffs.length; i++) {
        puffs[i] = Shapes.above(puffs[i], y);
      }
      return Shapes.together(puffs);
    }
    return Shapes.minus(Shapes.union(puffs), Shapes.box(x - 3 * r, y, 6 * r, 3 * r, 0));
  }

  /** A fir of four tiers standing on (x, y); under snow each tier carries its load. */
  static void fir(Brush brush, double x, double y, double height, Light light, double distance) {
    Color needles = light.far(Tint.of(0x2F7060), distance);
    Color shade = light.far(Tint.of(0x205248), distance);
    double unit = height / 100;
    Brush tree = brush.placed(x, y, unit, unit);
    tree.fill(FIR_TRUNK, light.far(Tint.of(0x6B4A38), distance));
    Color snow = light.far(SNOW, distance * 0.6);
    if (brush.coarse()) {
      tree.fill(FAR_FIR, needles);
      tree.fill(FAR_FIR_SHADE, shade);
      if (light.snow()) {
        tree.fill(FAR_FIR_SNOW, snow);
      }
      return;
    }
    for (int tier = TIERS - 1; tier >= 0; tier--) {
      tree.fill(BOUGHS[tier], needles);
      tree.fill(BOUGH_SHADES[tier], shade);
      if (light.snow()) {
        tree.fill(LOADS[tier], snow);
        tree.fill(LOAD_SHADES[tier], light.far(SNOW_SHADE, distance * 0.6));
      }
    }
  }

  /** One tier: a skirt with a scalloped hem that hangs (or, if negative, rises) by {@code sag}. */
  private static Shape bough(double top, double foot, double half, double sag) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(0, top);
    path.curveTo(half * 0.25, top + 12, half * 0.6, foot - 10, half, foot - 3);
    path.quadTo(half * 0.72, foot + sag, half * 0.5, foot);
    path.quadTo(half * 0.24, foot + 2 * sag, 0, foot + 1);
    path.quadTo(-half * 0.24, foot + 2 * sag, -half * 0.5, foot);
    path.quadTo(-half * 0.72, foot + sag, -half, foot - 3);
    path.curveTo(-half * 0.6, foot - 10, -half * 0.25, top + 12, 0, top);
    path.closePath();
    return path;
  }

  /** A broad-leaved tree in full leaf. */
  static void tree(Brush brush, double x, double y, double height, Light light, double distance) {
    double unit = height / 100;
    Brush tree = brush.placed(x, y, unit, unit);
    tree.fill(TREE_TRUNK, light.far(Tint.of(0x7A5238), distance));
    tree.fill(CROWN, light.far(Tint.of(0x3F8F54), distance));
    tree.fill(CROWN_LIGHT, light.far(Tint.of(0x63B266), distance));
  }

  /** Snow in the light. */
  static Color snow(Light light) {
    return light.on(SNOW);
  }
}
