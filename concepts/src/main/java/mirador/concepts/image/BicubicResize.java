package mirador.concepts.image;

/**
 * Bicubic resizing that gives the very bytes of Pillow's {@code Image.resize(size, BICUBIC)}, which
 * the processors of CLIP and BLIP-2 call (Pillow, {@code src/libImaging/Resample.c}).
 *
 * <p>Two passes, columns first and rows second, each a weighted sum over the neighbours of a pixel.
 * Pillow counts the weights in 2^-22 and rounds to bytes after each pass; who keeps fractions
 * between the passes is off by a level here and there.
 */
public final class BicubicResize {
  /** Weights are integers in units of 2^-22: a sum of bytes times weights fits 32 bits. */
  private static final int PRECISION_BITS = 22;

  private static final int HALF = 1 << (PRECISION_BITS - 1);

  private static final int CHANNELS = Picture.CHANNELS;

  private BicubicResize() {}

  /**
   * The whole picture at another size.
   *
   * @throws IllegalArgumentException when a side is not positive
   */
  public static Picture resize(Picture picture, int width, int height) {
    return resize(picture, new Window(width, height, 0, 0, width, height));
  }

  /**
   * The part of the resized picture that a window shows. Only the pixels that the window needs are
   * computed, so that a picture of 1 x 5000 pixels is not blown up to 224 x 1 120 000 first.
   */
  public static Picture resize(Picture picture, Window window) {
    if (window.showsAll(picture.width(), picture.height())) {
      return picture;
    }
    Weights columns =
        Weights.of(picture.width(), window.fullWidth(), window.left(), window.width());
    Weights rows = Weights.of(picture.height(), window.fullHeight(), window.top(), window.height());
    int firstRow = rows.first[0]; // the second pass reads no row above this one
    int lastRow = rows.end(window.height() - 1);
    byte[] narrow = alongRows(picture, columns, firstRow, lastRow); // (rows, window width, 3)
    byte[] rgb = alongColumns(narrow, window.width(), firstRow, rows); // (height, width, 3)
    return new Picture(window.width(), window.height(), rgb);
  }

  /**
   * First pass: each row of the picture becomes a row of the window's width. Two rows go together,
   * since reading a weight costs as much as using it.
   */
  private static byte[] alongRows(Picture picture, Weights columns, int firstRow, int lastRow) {
    byte[] in = picture.rgb();
    int inStep = picture.width() * CHANNELS;
    int width = columns.first.length;
    int outStep = width * CHANNELS;
    byte[] out = new byte[(lastRow - firstRow) * outStep];
    for (int y = firstRow; y < lastRow; y += 2) {
      int below = y + 1 < lastRow ? 1 : 0; // an odd last row is its own second
      int i0 = y * inStep;
      int o = (y - firstRow) * outStep;
      for (int x = 0; x < width; x++) {
        int i = i0 + columns.first[x] * CHANNELS;
        int j = i + below * inStep;
        int red = HALF;
        int green = HALF;
        int blue = HALF;
        int redBelow = HALF;
        int greenBelow = HALF;
        int blueBelow = HALF;
        int k = x * columns.stride;
        for (int end = k + columns.count[x]; k < end; k++) {
          int weight = columns.weights[k];
          red += (in[i] & 0xff) * weight;
          green += (in[i + 1] & 0xff) * weight;
          blue += (in[i + 2] & 0xff) * weight;
          redBelow += (in[j] & 0xff) * weight;
          greenBelow += (in[j + 1] & 0xff) * weight;
          blueBelow += (in[j + 2] & 0xff) * weight;
          i += CHANNELS;
          j += CHANNELS;
        }
        int p = o + below * outStep;
        out[o] = level(red);
        out[o + 1] = level(green);
        out[o + 2] = level(blue);
        out[p] = level(redBelow);
        out[p + 1] = level(greenBelow);
        out[p + 2] = level(blueBelow);
        o += CHANNELS;
      }
    }
    return out;
  }

  /** Second pass: the narrowed rows become the window's rows. */
  private static byte[] alongColumns(byte[] in, int width, int firstRow, Weights rows) {
    int height = rows.first.length;
    int step = width * CHANNELS;
    byte[] out = new byte[height * step];
    int o = 0;
    for (int y = 0; y < height; y++) {
      int top = (rows.first[y] - firstRow) * step;
      int k0 = y * rows.stride;
      int end = k0 + rows.count[y];
      for (int x = 0; x < step; x += CHANNELS) {
        int i = top + x;
        int red = HALF;
        int green = HALF;
        int blue = HALF;
        for (int k = k0; k < end; k++) {
          int weight = rows.weights[k];
          red += (in[i] & 0xff) * weight;
          green += (in[i + 1] & 0xff) * weight;
          blue += (in[i + 2] & 0xff) * weight;
          i += step;
        }
        out[o] = level(red);
        out[o + 1] = level(green);
        out[o + 2] = level(blue);
        o += CHANNELS;
      }
    }
    return out;
  }

  private static byte level(int sum) {
    return (byte) Math.max(0, Math.min(255, sum >> PRECISION_BITS));
  }

  /**
   * A window over a resized picture.
   *
   * @param fullWidth width of the whole resized picture; it may be more than an array could hold
   * @param fullHeight height of the whole resized picture
   * @param left first column shown
   * @param top first row shown
   * @param width columns shown
   * @param height rows shown
   */
  public record Window(
      long fullWidth, long fullHeight, long left, long top, int width, int height) {
    /**
     * @throws IllegalArgumentException when the window is empty or reaches beyond the picture
     */
    public Window {
      if (width < 1
          || height < 1
          || left < 0
          || top < 0
          || left + width > fullWidth
          || top + height > fullHeight) {
        throw new IllegalArgumentException(
            "a window of "
                + width
                + " x "
                + height
                + " pixels at ("
                + left
                + ", "
                + top
                + ") does not lie in a picture of "
                + fullWidth
                + " x "
                + fullHeight);
      }
    }

    private boolean showsAll(int pictureWidth, int pictureHeight) {
      return fullWidth == pictureWidth
          && fullHeight == pictureHeight
          && width == pictureWidth
          && height == pictureHeight;
    }
  }

  /** For each new pixel along one axis: its first old pixel, how many it sums, and the weights. */
  private static final class Weights {
    private final int[] first; // (new pixels)
    private final int[] count; // (new pixels)
    private final int stride;
    private final int[] weights; // (new pixels, stride), in units of 2^-22

    private Weights(int pixels, int stride) {
      first = new int[pixels];
      count = new int[pixels];
      this.stride = stride;
      weights = new int[pixels * stride];
    }

    /** One past the last old pixel that new pixel {@code i} sums. */
    int end(int i) {
      return first[i] + count[i];
    }

    /**
     * The weights of {@code shown} new pixels from {@code offset} on, as {@code oldSize} becomes
     * {@code newSize}.
     */
    static Weights of(int oldSize, long newSize, long offset, int shown) {
      double scale = (double) oldSize / newSize;
      double stretch = Math.max(1, scale); // shrinking widens the cubic: that is the antialiasing
      double support = Cubic.SUPPORT * stretch;
      int most = (int) Math.min(oldSize, Math.ceil(support) * 2 + 1);
      Weights axis = new Weights(shown, most);
      double[] exact = new double[most];
      for (int i = 0; i < shown; i++) {
        double centre = (offset + i + 0.5) * scale;
        int first = Math.max(0, (int) (centre - support + 0.5));
        int count = Math.min(oldSize, (int) (centre + support + 0.5)) - first;
        double sum = 0;
        for (int k = 0; k < count; k++) {
          exact[k] = Cubic.at((k + first - centre + 0.5) * (1 / stretch));
          sum += exact[k];
        }
        axis.first[i] = first;
        axis.count[i] = count;
        for (int k = 0; k < count; k++) {
          double weight = exact[k] / sum * (1 << PRECISION_BITS);
          axis.weights[i * most + k] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
        }
      }
      return axis;
    }
  }

  /**
   * The cubic convolution kernel with a = -0.5 (Keys, "Cubic Convolution Interpolation for Digital
   * Image Processing", 1981).
   */
  private static final class Cubic {
    static final double SUPPORT = 2;
    private static final double A = -0.5;

    static double at(double distance) {
      double x = Math.abs(distance);
      if (x < 1) {
        return ((A + 2) * x - (A + 3)) * x * x + 1;
      }
      return x < SUPPORT ? (((x - 5) * x + 8) * x - 4) * A : 0;
    }
  }
}
