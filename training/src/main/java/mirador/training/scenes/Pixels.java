package mirador.training.scenes;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** The pixels of pictures as plain numbers, for the styles that work on them one by one. */
final class Pixels {
  private Pixels() {}

  /** The pixels themselves, row by row: what is written there is in the picture. */
  static int[] of(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }

  static int red(int rgb) {
    return (rgb >> 16) & 255;
  }

  static int green(int rgb) {
    return (rgb >> 8) & 255;
  }

  static int blue(int rgb) {
    return rgb & 255;
  }

  /** How bright a colour looks, in [0, 255] (the weights of ITU-R BT.601). */
  static double luma(int rgb) {
    return 0.299 * red(rgb) + 0.587 * green(rgb) + 0.114 * blue(rgb);
  }

  /** A colour of three channels, each rounded and brought into [0, 255]. */
  static int rgb(double red, double green, double blue) {
    return (channel(red) << 16) | (channel(green) << 8) | channel(blue);
  }

  private static int channel(double value) {
    return value <= 0 ? 0 : value >= 255 ? 255 : (int) (value + 0.5);
  }

  /** The picture in another size; each pixel is the mean of what it covers. */
  static BufferedImage resized(BufferedImage picture, Size size) {
    int[] from = of(picture);
    int width = picture.getWidth();
    double stepX = width / (double) size.width();
    double stepY = picture.getHeight() / (double) size.height();
    BufferedImage result =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    int[] to = of(result);
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int row = (int) (y * stepY); row < (y + 1) * stepY - 1e-9; row++) {
          double high = Math.min(row + 1, (y + 1) * stepY) - Math.max(row, y * stepY);
          for (int column = (int) (x * stepX); column < (x + 1) * stepX - 1e-9; column++) {
            double wide = Math.min(column + 1, (x + 1) * stepX) - Math.max(column, x * stepX);
            int rgb = from[row * width + column];
            red += high * wide * red(rgb);
            green += high * wide * green(rgb);
            blue += high * wide * blue(rgb);
          }
        }
        double area = stepX * stepY;
        to[y * size.width() + x] = rgb(red / area, green / area, blue / area);
      }
    }
    return result;
  }

  /** A scene drawn smoothly, for a style to work on. */
  static BufferedImage flat(Scene scene, Size size) {
    BufferedImage picture =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    scene.draw(graphics, size);
    graphics.dispose();
    return picture;
  }
}
