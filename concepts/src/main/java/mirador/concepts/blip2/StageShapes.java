package mirador.concepts.blip2;

import java.util.List;

/**
 * What goes from stage to stage of BLIP-2 (Li et al. 2023, section 3; notebook cell 3.2), one
 * picture and one text, without the batch.
 *
 * @param in what goes into the stage, «(224, 224, 3)»
 * @param out what comes out of it
 */
public record StageShapes(String in, String out) {
  /** Stands for a number of tokens that is not known. */
  public static final String SOME = "t";

  /**
   * The four stages: the vision tower, the Q-Former with its projection, reading, writing.
   *
   * @param tokens of the prompt; 0 when not known
   */
  public static List<StageShapes> of(Blip2Config config, int tokens) {
    String picture = shape(config.imageSize(), config.imageSize(), 3);
    String patches = shape(config.imageTokens(), config.visionWidth());
    String words = shape(config.queries(), config.languageWidth());
    String all =
        tokens > 0
            ? shape(config.queries() + tokens, config.languageWidth())
            : "(" + config.queries() + " + " + SOME + ", " + config.languageWidth() + ")";
    String scores = shape(config.vocabulary());
    return List.of(
        new StageShapes(picture, patches),
        new StageShapes(patches, words),
        new StageShapes(all, scores),
        new StageShapes(shape(1, config.languageWidth()), scores));
  }

  private static String shape(int... sizes) {
    StringBuilder shape = new StringBuilder("(");
    for (int size : sizes) {
      shape.append(shape.length() > 1 ? ", " : "").append(size);
    }
    return shape.append(')').toString();
  }
}
