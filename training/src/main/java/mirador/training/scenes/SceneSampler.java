package mirador.training.scenes;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Random scenes and what can truly be said of them: the data that the miniature models are trained
 * on and judged by. Pure: equal arguments give equal results, on every thread and every machine.
 */
public final class SceneSampler {
  private static final int FACTS = 21;
  private static final int STAGE = 22;
  private static final int POSES = 23;
  private static final int TINT = 24;

  private static final double TRAIN_SHARE = 0.80;
  private static final double VALIDATION_SHARE = 0.08;

  private static final double ONE = 0.60;
  private static final double TWO = 0.22;
  private static final double FLAT_SHARE = 0.45;

  /** Stages are 3:2, as the figures are, or square. */
  private static final double LANDSCAPE = 768;

  private static final double SQUARE_SHARE = 0.4;
  private static final double MIDDLE_SHARE = 0.3;
  private static final double CROPPED_SHARE = 0.25;

  private SceneSampler() {}

  /** The words of all subjects, in the order of the catalogue. */
  public static List<String> subjects() {
    return words(Catalogue.SUBJECTS);
  }

  /** The words of all colours that scenes have. */
  public static List<String> colours() {
    return words(Catalogue.SAMPLED_COLOURS);
  }

  /** The words of all places. */
  public static List<String> places() {
    return words(Catalogue.PLACES);
  }

  /** The words of all skies. */
  public static List<String> skies() {
    return words(Catalogue.SKIES);
  }

  private static List<String> words(List<? extends Named> all) {
    return all.stream().map(Named::word).toList();
  }

  /** Facts of a random scene of the split, the same ones for the same split and seed. */
  public static SceneFacts facts(Split split, long seed) {
    SplitMix64 random = SplitMix64.forPart(seed, FACTS);
    String subject;
    String colour;
    String place;
    do {
      subject = any(Catalogue.SUBJECTS, random);
      colour = any(Catalogue.SAMPLED_COLOURS, random);
      place = any(Catalogue.PLACES, random);
    } while (splitOf(subject, colour, place) != split);
    double count = random.nextDouble();
    double style = random.nextDouble();
    return new SceneFacts(
        subject,
        colour,
        count < ONE ? 1 : count < ONE + TWO ? 2 : 3,
        place,
        any(Catalogue.SKIES, random),
        style < FLAT_SHARE ? "flat" : any(Catalogue.STYLES.subList(1, 6), random),
        random.nextDouble() < 0.5 ? SceneFacts.SMALL : SceneFacts.LARGE);
  }

  /**
   * Which split the facts belong to. A hash of subject, colour and place decides, whatever the rest
   * is: the test split holds combinations of the three that are in no training scene.
   */
  public static Split splitOf(SceneFacts facts) {
    return splitOf(facts.subject(), facts.colour(), facts.place());
  }

  /**
   * Draws the scene with wide variation: the poses, the shape of the stage, the part of it that is
   * seen, a tint.
   *
   * @param side the picture's height and width in pixels
   * @return RGB bytes, (side, side, 3), row by row
   */
  public static byte[] draw(SceneFacts facts, long seed, int side) {
    int[] pixels = Pixels.of(picture(facts, seed, side, side));
    byte[] bytes = new byte[3 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      bytes[3 * i] = (byte) Pixels.red(pixels[i]);
      bytes[3 * i + 1] = (byte) Pixels.green(pixels[i]);
      bytes[3 * i + 2] = (byte) Pixels.blue(pixels[i]);
    }
    return bytes;
  }

  /**
   * The same scene as a picture of any size, for a person to look at. What {@link #draw} shows is
   * stretched over the whole picture.
   */
  public static BufferedImage picture(SceneFacts facts, long seed, int width, int height) {
    SplitMix64 random = SplitMix64.forPart(seed, STAGE);
    double shape = random.nextDouble();
    Stage stage = new Stage(shape < SQUARE_SHARE ? Stage.HEIGHT : LANDSCAPE);
    boolean middle = shape >= SQUARE_SHARE && shape < SQUARE_SHARE + MIDDLE_SHARE;
    double seen = middle ? Stage.HEIGHT : stage.width();
    Window window = new Window((stage.width() - seen) / 2, 0, seen, Stage.HEIGHT);
    if (random.nextDouble() < CROPPED_SHARE) {
      window = cropped(window, random);
    }
    List<Pose> poses =
        Arrangement.of(facts, stage, window, middle, SplitMix64.forPart(seed, POSES));
    SceneSpec spec =
        new SceneSpec(
            Catalogue.subject(facts.subject()),
            Catalogue.colour(facts.colour()),
            poses,
            Catalogue.place(facts.place()),
            Catalogue.sky(facts.sky()),
            Catalogue.style(facts.style()),
            new Size(width, height),
            seed);
    BufferedImage picture = new Scene(spec, stage, window).draw();
    tint(Pixels.of(picture), SplitMix64.forPart(seed, TINT));
    return picture;
  }

  /** A little of the edges is cut off, mostly above: the ground stays. */
  private static Window cropped(Window window, SplitMix64 random) {
    double share = random.between(0.88, 0.98);
    double width = share * window.width();
    double height = share * window.height();
    double spare = window.height() - height;
    return new Window(
        window.left() + random.between(0, window.width() - width),
        spare - random.between(0, Math.min(14, spare)),
        width,
        height);
  }

  /** Another exposure: brightness, contrast and saturation change a little, the hue does not. */
  private static void tint(int[] pixels, SplitMix64 random) {
    double brightness = random.between(-14, 14);
    double contrast = random.between(0.9, 1.1);
    double saturation = random.between(0.86, 1.12);
    double shift = 128 * (1 - contrast) + brightness;
    for (int i = 0; i < pixels.length; i++) {
      int rgb = pixels[i];
      double grey = Pixels.luma(rgb);
      pixels[i] =
          Pixels.rgb(
              shift + contrast * (grey + saturation * (Pixels.red(rgb) - grey)),
              shift + contrast * (grey + saturation * (Pixels.green(rgb) - grey)),
              shift + contrast * (grey + saturation * (Pixels.blue(rgb) - grey)));
    }
  }

  private static Split splitOf(String subject, String colour, String place) {
    long hash = 0;
    for (String word : List.of(subject, colour, place)) {
      for (int i = 0; i < word.length(); i++) {
        hash = hash * 31 + word.charAt(i);
      }
      hash = hash * 31 + ' ';
    }
    double share = new SplitMix64(hash).nextDouble();
    if (share < TRAIN_SHARE) {
      return Split.TRAIN;
    }
    return share < TRAIN_SHARE + VALIDATION_SHARE ? Split.VALIDATION : Split.TEST;
  }

  private static String any(List<? extends Named> all, SplitMix64 random) {
    return all.get(random.below(all.size())).word();
  }
}
