package mirador.concepts.contrastive;

import mirador.concepts.image.Picture;

/**
 * A caption and its picture as the picture tower sees it.
 *
 * @param picture {@link #SIDE} pixels wide and high
 */
public record TrainingPair(String caption, Picture picture) {
  /** Pixels that the tower sees on each side. */
  public static final int SIDE = 12;

  /**
   * A pair.
   *
   * @throws IllegalArgumentException when the picture has another size
   */
  public TrainingPair {
    if (picture.width() != SIDE || picture.height() != SIDE) {
      throw new IllegalArgumentException(
          "a picture of " + picture.width() + " x " + picture.height() + ", not " + SIDE);
    }
  }

  /**
   * A pair of any picture: of its middle square, as CLIP's own preprocessing takes it, the mean
   * colour of each of {@value #SIDE} x {@value #SIDE} fields.
   */
  public static TrainingPair of(String caption, Picture picture) {
    int square = Math.min(picture.width(), picture.height());
    int left = (picture.width() - square) / 2;
    int top = (picture.height() - square) / 2;
    byte[] rgb = new byte[SIDE * SIDE * Picture.CHANNELS];
    int at = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int fromX = left + x * square / SIDE;
        int fromY = top + y * square / SIDE;
        int toX = Math.max(fromX + 1, left + (x + 1) * square / SIDE);
        int toY = Math.max(fromY + 1, top + (y + 1) * square / SIDE);
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
          rgb[at++] = (byte) mean(picture, fromX, fromY, toX, toY, channel);
        }
      }
    }
    return new TrainingPair(caption, new Picture(SIDE, SIDE, rgb));
  }

  private static int mean(Picture picture, int fromX, int fromY, int toX, int toY, int channel) {
    int sum = 0;
    for (int y = fromY; y < toY; y++) {
      for (int x = fromX; x < toX; x++) {
        sum += picture.channel(x, y, channel);
      }
    }
    int pixels = (toX - fromX) * (toY - fromY);
    return (sum + pixels / 2) / pixels;
  }

  /** What the tower reads: red, green and blue of every pixel, from -1 to 1. */
  double[] numbers() {
    byte[] rgb = picture.rgb();
    double[] numbers = new double[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      numbers[i] = (rgb[i] & 0xff) / 127.5 - 1;
    }
    return numbers;
  }
}
