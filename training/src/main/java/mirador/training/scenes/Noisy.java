package mirador.training.scenes;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** As if taken with a bad sensor: every grain has a colour error of its own. */
final class Noisy implements Style {
  /** Grains are as large as one pixel of a picture of this height, so that they are always seen. */
  private static final int GRAINS = 96;

  /** The largest error of a channel; errors near nought are the most frequent. */
  private static final int AMPLITUDE = 80;

  @Override
  public String word() {
    return "noisy";
  }

  @Override
  public void draw(Graphics2D graphics, Scene scene, Size size) {
    BufferedImage picture = Pixels.flat(scene, size);
    int[] pixels = Pixels.of(picture);
    SplitMix64 random = scene.randomOfStyle();
    int grain = Math.max(1, size.height() / GRAINS);
    for (int top = 0; top < size.height(); top += grain) {
      for (int left = 0; left < size.width(); left += grain) {
        long bits = random.nextLong();
        int red = error(bits);
        int green = error(bits >>> 20);
        int blue = error(bits >>> 40);
        for (int y = top; y < Math.min(size.height(), top + grain); y++) {
          for (int x = left; x < Math.min(size.width(), left + grain); x++) {
            int rgb = pixels[y * size.width() + x];
            pixels[y * size.width() + x] =
                Pixels.rgb(
                    Pixels.red(rgb) + red, Pixels.green(rgb) + green, Pixels.blue(rgb) + blue);
          }
        }
      }
    }
    graphics.drawImage(picture, 0, 0, null);
  }

  /** The difference of two numbers of ten bits, which spreads as a triangle about nought. */
  private static int error(long bits) {
    int difference = (int) (bits & 1023) - (int) ((bits >>> 10) & 1023);
    return difference * AMPLITUDE / 1024;
  }
}
