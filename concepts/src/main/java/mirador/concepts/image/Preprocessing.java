package mirador.concepts.image;

import java.util.List;
import mirador.concepts.tensor.FloatTensor;

/**
 * From a picture of any size to what a vision model reads: resize, crop, rescale to 0..1, normalise
 * each channel. The same numbers as {@code CLIPImageProcessor} and {@code BlipImageProcessor} of
 * Hugging Face transformers.
 *
 * @param size side of the square that the model reads, in pixels
 * @param fit how a picture that is not square becomes one
 * @param mean of each channel, red, green and blue, in 0..1
 * @param std standard deviation of each channel, in 0..1
 */
public record Preprocessing(int size, Fit fit, List<Double> mean, List<Double> std) {
  /** Mean of the pictures that CLIP was trained on (Radford et al. 2021); BLIP-2 took it over. */
  public static final List<Double> CLIP_MEAN = List.of(0.48145466, 0.4578275, 0.40821073);

  /** Standard deviation of the pictures that CLIP was trained on. */
  public static final List<Double> CLIP_STD = List.of(0.26862954, 0.26130258, 0.27577711);

  private static final double RESCALE = 0.00392156862745098; // 1 / 255, in the digits of the files

  private static final int LEVELS = 256;

  /** How a picture becomes a square. */
  public enum Fit {
    /** The shorter side gets the model's size, and the middle of the longer one is kept: CLIP. */
    CENTRE_CROP,
    /** Both sides get the model's size, which distorts, and nothing is lost: BLIP-2. */
    STRETCH
  }

  /**
   * @throws IllegalArgumentException when the size is not positive, or mean and std are not three
   *     numbers each, std above 0
   */
  public Preprocessing {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (size < 1) {
      throw new IllegalArgumentException("the size must be at least 1 pixel, not " + size);
    }
    if (mean.size() != Picture.CHANNELS || std.size() != Picture.CHANNELS) {
      throw new IllegalArgumentException(
          "mean and std need " + Picture.CHANNELS + " numbers each, not " + mean + " and " + std);
    }
    for (double deviation : std) {
      if (!(deviation > 0)) {
        throw new IllegalArgumentException("every std must be above 0, not " + std);
      }
    }
  }

  /** As CLIP does it, with CLIP's mean and standard deviation. */
  public static Preprocessing clip(int size) {
    return new Preprocessing(size, Fit.CENTRE_CROP, CLIP_MEAN, CLIP_STD);
  }

  /** As BLIP-2 does it, with CLIP's mean and standard deviation. */
  public static Preprocessing blip2(int size) {
    return new Preprocessing(size, Fit.STRETCH, CLIP_MEAN, CLIP_STD);
  }

  /** The same steps with another mean and standard deviation. */
  public Preprocessing normalising(List<Double> newMean, List<Double> newStd) {
    return new Preprocessing(size, fit, newMean, newStd);
  }

  /**
   * Where the square lies in the resized picture. The longer side is cut down to a whole number of
   * pixels, and an odd one more is left over on the right or below.
   *
   * @param width of the picture, in pixels
   * @param height of the picture, in pixels
   */
  public BicubicResize.Window window(int width, int height) {
    if (fit == Fit.STRETCH) {
      return new BicubicResize.Window(size, size, 0, 0, size, size);
    }
    int shorter = Math.min(width, height);
    long fullWidth = (long) size * width / shorter;
    long fullHeight = (long) size * height / shorter;
    return new BicubicResize.Window(
        fullWidth, fullHeight, (fullWidth - size) / 2, (fullHeight - size) / 2, size, size);
  }

  /** The square that the model sees, still in bytes: resized and cropped. */
  public Picture prepared(Picture picture) {
    return BicubicResize.resize(picture, window(picture.width(), picture.height()));
  }

  /**
   * What goes into the model as {@code pixel_values}.
   *
   * @return (pictures, 3, size, size), channel by channel
   */
  public FloatTensor pixelValues(List<Picture> pictures) {
    float[] normalised = normalisedLevels(); // (3, 256)
    int plane = size * size;
    float[] values = new float[pictures.size() * Picture.CHANNELS * plane];
    int at = 0;
    for (Picture picture : pictures) {
      byte[] rgb = prepared(picture).rgb(); // (size, size, 3)
      for (int channel = 0; channel < Picture.CHANNELS; channel++) {
        int level0 = channel * LEVELS;
        for (int i = 0; i < plane; i++) {
          values[at++] = normalised[level0 + (rgb[i * Picture.CHANNELS + channel] & 0xff)];
        }
      }
    }
    return FloatTensor.of(values, pictures.size(), Picture.CHANNELS, size, size);
  }

  /**
   * What each of the 256 levels of each channel becomes: (level / 255 - mean) / std.
   *
   * @return (3, 256)
   */
  private float[] normalisedLevels() {
    // NumPy rounds to 32 bits after each operation. A float variable does so on the JVM alone, a
    // place in an array in compiled JavaScript too.
    float[] table = new float[Picture.CHANNELS * LEVELS];
    for (int channel = 0; channel < Picture.CHANNELS; channel++) {
      float[] constants = {mean.get(channel).floatValue(), std.get(channel).floatValue()};
      for (int level = 0; level < LEVELS; level++) {
        int at = channel * LEVELS + level;
        table[at] = (float) (level * RESCALE);
        table[at] = table[at] - constants[0];
        table[at] = table[at] / constants[1];
      }
    }
    return table;
  }
}
