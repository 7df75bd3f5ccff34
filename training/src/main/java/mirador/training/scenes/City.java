package mirador.training.scenes;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A street in front of a row of tall houses. */
final class City implements Place {
  private static final double PAVEMENT = 376;
  private static final double STREET = 424;
  private static final int[] WALLS = {0xA9B0C2, 0xC9A58E, 0x8FA3B8, 0xB7B0AC, 0xA58D94, 0xD2C3A8};

  @Override
  public String word() {
    return "city";
  }

  @Override
  public double groundLine() {
    return 458;
  }

  @Override
  public void draw(Brush brush, Stage stage, Light light, SplitMix64 random) {
    skyline(brush, stage, light, random);
    Path2D.Double dark = new Path2D.Double();
    Path2D.Double lit = new Path2D.Double();
    for (double x = -random.between(0, 60); x < stage.width(); ) {
      double width = random.between(78, 118);
      house(brush, x, width, random.between(110, 235), light, random, dark, lit);
      x += width + (random.nextDouble() < 0.2 ? 26 : 3);
    }
    Color glass = light.lampsOn() ? Tint.of(0x2A3352) : Tint.of(0x56708E);
    brush.fill(dark, light.far(glass, 0.1));
    brush.fill(lit, light.lampsOn() ? Tint.of(0xFFD97A) : light.on(Tint.of(0xCFE4F0)));
    street(brush, stage, light, random);
  }

  /** Towers far off, without windows. */
  private static void skyline(Brush brush, Stage stage, Light light, SplitMix64 random) {
    Path2D.Double towers = new Path2D.Double();
    for (double x = -random.between(0, 40); x < stage.width(); ) {
      double width = random.between(34, 70);
      double top = random.between(70, 220);
      towers.append(new Rectangle2D.Double(x, top, width, PAVEMENT - top), false);
      x += width + random.between(0, 30);
    }
    brush.fill(towers, light.far(Tint.of(0x6E7FA0), 0.5));
  }

  private static void house(
      Brush brush,
      double x,
      double width,
      double top,
      Light light,
      SplitMix64 random,
      Path2D dark,
      Path2D lit) {
    Color wall = Tint.of(WALLS[random.below(WALLS.length)]);
    brush.fill(
        new Rectangle2D.Double(x, top, width, PAVEMENT - top + 4),
        light.far(light.snow() ? Tint.mix(wall, Tint.of(0xFFFFFF), 0.15) : wall, 0.1));
    brush.fill(
        new Rectangle2D.Double(x - 3, top - 6, width + 6, 10),
        light.snow() ? Scenery.snow(light) : light.far(Tint.of(0x5C5F74), 0.1));
    int columns = (int) (width / 27);
    double gap = (width - columns * 15) / (columns + 1);
    for (double y = top + 16; y < PAVEMENT - 26; y += 32) {
      for (int column = 0; column < columns; column++) {
        double left = x + gap + column * (15 + gap);
        Path2D which = random.nextDouble() < 0.45 ? lit : dark;
        which.append(new Rectangle2D.Double(left, y, 15, 19), false);
      }
    }
  }

  private static void street(Brush brush, Stage stage, Light light, SplitMix64 random) {
    boolean snow = light.snow();
    brush.fill(
        Shapes.box(0, PAVEMENT, stage.width(), STREET - PAVEMENT, 0),
        light.far(Tint.of(snow ? 0xEEF2F8 : 0xC6C2BE), 0.06));
    Path2D.Double joints = new Path2D.Double();
    for (double x = random.between(0, 50); x < stage.width() + 40; x += 64) {
      joints.append(
          Shapes.path(
              "M " + x + " " + PAVEMENT + " L " + (x + 4) + " " + PAVEMENT + " L " + (x - 16) + " "
                  + STREET + " L " + (x - 20) + " " + STREET + " Z"),
          false);
    }
    brush.fill(joints, light.far(Tint.of(snow ? 0xCBD6E6 : 0x9F9B9A), 0.06));
    brush.fill(Shapes.box(0, STREET - 2, stage.width(), 9, 0), light.on(Tint.of(0x8D8A90)));
    brush.fill(
        Shapes.box(0, STREET + 7, stage.width(), Stage.HEIGHT - STREET, 0),
        Brush.vertical(
            STREET,
            Stage.HEIGHT,
            light.on(Tint.of(snow ? 0xBFC8D8 : 0x6A6A76)),
            light.on(Tint.of(snow ? 0xA9B4C8 : 0x53535F))));
    Path2D.Double stripes = new Path2D.Double();
    double start = stage.width() * random.between(-0.1, 0.8);
    for (int i = 0; i < 5; i++) {
      double x = start + 38 * i;
      stripes.append(
          Shapes.path(
              "M " + x + " 438 L " + (x + 20) + " 438 L " + (x + 8) + " 508 L " + (x - 18)
                  + " 508 Z"),
          false);
    }
    brush.fill(stripes, light.on(Tint.of(snow ? 0xD8DFEA : 0xE9E5DC)));
  }
}
