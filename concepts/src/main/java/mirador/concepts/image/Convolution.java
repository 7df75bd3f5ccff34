package mirador.concepts.image;

/**
 * One 3 x 3 kernel over every pixel and channel, step 1. As in deep learning it is a correlation:
 * the kernel is not mirrored. Beyond the border the nearest pixel is repeated, so the size stays.
 */
public final class Convolution {
  private Convolution() {}

  /** The whole picture under the kernel, rounded and kept within 0 to 255. */
  public static Picture apply(Picture picture, Kernel kernel) {
    int width = picture.width();
    int height = picture.height();
    byte[] out = new byte[height * width * Picture.CHANNELS]; // (height, width, 3)
    double[] weights = kernel.weights();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < Picture.CHANNELS; c++) {
          double sum = kernel.bias();
          for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * neighbour(picture, x, y, c, i);
          }
          out[(y * width + x) * Picture.CHANNELS + c] = (byte) pixel(sum);
        }
      }
    }
    return new Picture(width, height, out);
  }

  /** The nine pixels around (x, y) in one channel, (3, 3), 0 to 255. */
  public static int[] window(Picture picture, int x, int y, int channel) {
    int[] window = new int[Kernel.SIDE * Kernel.SIDE];
    for (int i = 0; i < window.length; i++) {
      window[i] = neighbour(picture, x, y, channel, i);
    }
    return window;
  }

  /** The weighted sum at (x, y) in one channel, before rounding and clipping. */
  public static double at(Picture picture, Kernel kernel, int x, int y, int channel) {
    int[] window = window(picture, x, y, channel);
    double[] weights = kernel.weights();
    double sum = kernel.bias();
    for (int i = 0; i < window.length; i++) {
      sum += weights[i] * window[i];
    }
    return sum;
  }

  /** A weighted sum as the grey level that is drawn: rounded, within 0 to 255. */
  public static int pixel(double sum) {
    return (int) Math.max(0, Math.min(255, Math.floor(sum + 0.5)));
  }

  private static int neighbour(Picture picture, int x, int y, int channel, int i) {
    int column = clamp(x + i % Kernel.SIDE - 1, picture.width());
    int row = clamp(y + i / Kernel.SIDE - 1, picture.height());
    return picture.channel(column, row, channel);
  }

  private static int clamp(int position, int size) {
    return Math.max(0, Math.min(size - 1, position));
  }
}
