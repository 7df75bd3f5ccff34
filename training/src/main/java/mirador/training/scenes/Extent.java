package mirador.training.scenes;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The box that a subject fills, in its own units: it is drawn once and looked at. Shadows on the
 * ground do not count.
 */
record Extent(double left, double top, double right, double bottom) {
  private static final int SIDE = 320;

  /** How many units a pixel of the trial drawing is wide. */
  private static final double UNIT = 4;

  private static final double GROUND = 0.8 * SIDE;
  private static final int SOLID = 128;

  private static final Map<String, Extent> KNOWN = new ConcurrentHashMap<>();

  static Extent of(Subject subject) {
    return KNOWN.computeIfAbsent(subject.word(), word -> measured(subject));
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  private static Extent measured(Subject subject) {
    BufferedImage trial = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = trial.createGraphics();
    Brush brush = new Brush(graphics).placed(SIDE / 2.0, GROUND, 1 / UNIT, 1 / UNIT);
    Light light = new Day().light(new Stage(Stage.HEIGHT), new SplitMix64(1));
    subject.draw(brush, Tones.of(Colour.RED.base()), light);
    graphics.dispose();
    int[] pixels = Pixels.of(trial);
    int left = SIDE;
    int top = SIDE;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        if (pixels[y * SIDE + x] >>> 24 >= SOLID) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return new Extent(
        UNIT * (left - SIDE / 2.0),
        UNIT * (top - GROUND),
        UNIT * (right - SIDE / 2.0),
        UNIT * (bottom - GROUND));
  }
}
