package mirador.concepts.image;

/** An RGB picture; immutable as long as nobody writes to the array it was made of. */
public final class Picture {
  /** Colour channels: red, green, blue. */
  public static final int CHANNELS = 3;

  private final int width;
  private final int height;
  private final byte[] rgb; // (height, width, 3)

  /**
   * A picture over {@code rgb}, which is not copied.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param rgb unsigned bytes, (height, width, 3), row by row
   * @throws IllegalArgumentException when a side is not positive or the array has another length
   */
  public Picture(int width, int height, byte[] rgb) {
    if (width < 1 || height < 1 || rgb.length != width * height * CHANNELS) {
      throw new IllegalArgumentException(
          width + " x " + height + " pixels do not fit " + rgb.length + " bytes");
    }
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The pixels themselves, (height, width, 3); not to be written to. */
  public byte[] rgb() {
    return rgb;
  }

  /** Red at (x, y), 0 to 255. */
  public int red(int x, int y) {
    return channel(x, y, 0);
  }

  /** Green at (x, y), 0 to 255. */
  public int green(int x, int y) {
    return channel(x, y, 1);
  }

  /** Blue at (x, y), 0 to 255. */
  public int blue(int x, int y) {
    return channel(x, y, 2);
  }

  /** Channel 0 (red), 1 (green) or 2 (blue) at (x, y), 0 to 255. */
  public int channel(int x, int y, int channel) {
    return rgb[(y * width + x) * CHANNELS + channel] & 0xff;
  }
}
