package mirador.concepts.image;

/** Smaller and simpler copies of a picture, for experiments whose single pixels should be seen. */
public final class Shrink {
  private Shrink() {}

  /**
   * A copy whose longer side has at most {@code side} pixels; each new pixel is the mean of the
   * block it covers. A picture that is small enough is given back as it is.
   */
  public static Picture toFit(Picture picture, int side) {
    int longer = Math.max(picture.width(), picture.height());
    if (longer <= side) {
      return picture;
    }
    int width = Math.max(1, Math.round((float) picture.width() * side / longer));
    int height = Math.max(1, Math.round((float) picture.height() * side / longer));
    byte[] rgb = new byte[width * height * Picture.CHANNELS]; // (height, width, 3)
    for (int y = 0; y < height; y++) {
      int top = y * picture.height() / height;
      int bottom = Math.max(top + 1, (y + 1) * picture.height() / height);
      for (int x = 0; x < width; x++) {
        int left = x * picture.width() / width;
        int right = Math.max(left + 1, (x + 1) * picture.width() / width);
        mean(picture, left, top, right, bottom, rgb, (y * width + x) * Picture.CHANNELS);
      }
    }
    return new Picture(width, height, rgb);
  }

  /** The same picture in grey: red, green and blue weighed as the eye does (ITU-R BT.601). */
  public static Picture toGrey(Picture picture) {
    byte[] in = picture.rgb();
    byte[] out = new byte[in.length]; // (height, width, 3), three equal channels
    for (int i = 0; i < in.length; i += Picture.CHANNELS) {
      int grey =
          (299 * (in[i] & 0xff) + 587 * (in[i + 1] & 0xff) + 114 * (in[i + 2] & 0xff) + 500) / 1000;
      out[i] = (byte) grey;
      out[i + 1] = (byte) grey;
      out[i + 2] = (byte) grey;
    }
    return new Picture(picture.width(), picture.height(), out);
  }

  private static void mean(
      Picture picture, int left, int top, int right, int bottom, byte[] rgb, int at) {
    byte[] in = picture.rgb();
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int y = top; y < bottom; y++) {
      int i = (y * picture.width() + left) * Picture.CHANNELS;
      for (int x = left; x < right; x++, i += Picture.CHANNELS) {
        red += in[i] & 0xff;
        green += in[i + 1] & 0xff;
        blue += in[i + 2] & 0xff;
      }
    }
    int pixels = (right - left) * (bottom - top);
    rgb[at] = (byte) ((red + pixels / 2) / pixels);
    rgb[at + 1] = (byte) ((green + pixels / 2) / pixels);
    rgb[at + 2] = (byte) ((blue + pixels / 2) / pixels);
  }
}
