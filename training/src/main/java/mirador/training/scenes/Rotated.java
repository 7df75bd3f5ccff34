package mirador.training.scenes;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** The camera was held aslant: the whole scene is turned. */
final class Rotated implements Style {
  private static final double LEAST_DEGREES = 12;
  private static final double MOST_DEGREES = 35;

  /** The scene is shown a little smaller, so that turning cuts nothing off that matters. */
  private static final double ZOOM = 0.87;

  /** The height about which the scene turns, as a share of the window: the middle of a subject. */
  private static final double PIVOT = 0.66;

  @Override
  public String word() {
    return "rotated";
  }

  /**
   * Looks for every pixel at the place of the upright scene that it came from. What lies outside
   * goes on as its edge does, so no corner is empty.
   */
  @Override
  public void draw(Graphics2D graphics, Scene scene, Size size) {
    int width = size.width();
    int height = size.height();
    int[] from = Pixels.of(Pixels.flat(scene, size));
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] to = Pixels.of(turned);
    SplitMix64 random = scene.randomOfStyle();
    double side = random.nextDouble() < 0.5 ? -1 : 1;
    double angle = StrictMath.toRadians(side * random.between(LEAST_DEGREES, MOST_DEGREES));
    double cosine = StrictMath.cos(angle) / ZOOM;
    double sine = StrictMath.sin(angle) / ZOOM;
    // Turned in the units of the stage: a squeezed picture is squeezed after it was turned.
    double unitX = scene.window().width() / width;
    double unitY = scene.window().height() / height;
    for (int y = 0; y < height; y++) {
      double dy = (y + 0.5 - 0.5 * height) * unitY;
      for (int x = 0; x < width; x++) {
        double dx = (x + 0.5 - 0.5 * width) * unitX;
        double u = (cosine * dx + sine * dy) / unitX + 0.5 * width - 0.5;
        double v = (cosine * dy - sine * dx) / unitY + PIVOT * height - 0.5;
        to[y * width + x] = between(from, width, height, u, v);
      }
    }
    graphics.drawImage(turned, 0, 0, null);
  }

  /** The colour between four pixels, each counted by how near it is. */
  private static int between(int[] pixels, int width, int height, double x, double y) {
    double u = Math.max(0, Math.min(width - 1.001, x));
    double v = Math.max(0, Math.min(height - 1.001, y));
    int left = (int) u;
    int top = (int) v;
    double right = u - left;
    double low = v - top;
    int at = top * width + left;
    double a = (1 - right) * (1 - low);
    double b = right * (1 - low);
    double c = (1 - right) * low;
    double d = right * low;
    int one = pixels[at];
    int two = pixels[at + 1];
    int three = pixels[at + width];
    int four = pixels[at + width + 1];
    return Pixels.rgb(
        a * Pixels.red(one) + b * Pixels.red(two) + c * Pixels.red(three) + d * Pixels.red(four),
        a * Pixels.green(one)
            + b * Pixels.green(two)
            + c * Pixels.green(three)
            + d * Pixels.green(four),
        a * Pixels.blue(one)
            + b * Pixels.blue(two)
            + c * Pixels.blue(three)
            + d * Pixels.blue(four));
  }
}
