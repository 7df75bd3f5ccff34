package mirador.training.scenes;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A thin line around subjects whose colour could be lost in what lies behind: a dark one around
 * white, which stands on snow, and a lit one around black under a dark sky.
 */
record Contour(Color colour, double opacity) {
  /** How wide the line is, in stage units; never less than a pixel. */
  private static final double WIDTH = 5;

  /** More opaque than any shadow on the ground. */
  private static final int SOLID = 128;

  /** The line that a subject of the colour needs in the light, if it needs one. */
  static Optional<Contour> of(Colour colour, Light light) {
    if (colour == Colour.WHITE) {
      return Optional.of(new Contour(Tint.of(0x3B3550), 0.75));
    }
    if (colour == Colour.BLACK && light.lampsOn()) {
      return Optional.of(new Contour(light.gleam(), 0.7));
    }
    return Optional.empty();
  }

  /** Draws a subject with the line around it. */
  void around(Graphics2D graphics, Size size, Window window, Consumer<Graphics2D> subject) {
    BufferedImage layer =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D inner = layer.createGraphics();
    subject.accept(inner);
    inner.dispose();
    int reach = (int) Math.max(1, Math.round(WIDTH * size.height() / window.height()));
    graphics.drawImage(line(layer, reach), 0, 0, null);
    graphics.drawImage(layer, 0, 0, null);
  }

  /** Every pixel within reach of the subject, as far along the row or the column. */
  private BufferedImage line(BufferedImage layer, int reach) {
    int width = layer.getWidth();
    int height = layer.getHeight();
    int[] pixels = Pixels.of(layer);
    BufferedImage line = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] ink = Pixels.of(line);
    int rgb = Tint.fade(colour, opacity).getRGB();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (pixels[y * width + x] >>> 24 >= SOLID) {
          for (int step = -reach; step <= reach; step++) {
            if (x + step >= 0 && x + step < width) {
              ink[y * width + x + step] = rgb;
            }
            if (y + step >= 0 && y + step < height) {
              ink[(y + step) * width + x] = rgb;
            }
          }
        }
      }
    }
    return line;
  }
}
