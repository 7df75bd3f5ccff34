package mirador.concepts.clip;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.text.Words;

/**
 * Sentences around the name of a class (Radford et al. 2021, section 3.1.4). CLIP has learnt from
 * sentences, so a bare word is rarer to it than one in a caption; several templates together make
 * an ensemble, whose embeddings are averaged.
 */
public final class PromptTemplates {
  /** The class alone. */
  public static final String NONE = "none";

  /** {@link ClipModel#A_PHOTO_OF}. */
  public static final String PHOTO = "photo";

  /** The seven of the CLIP authors' notebook on prompts for ImageNet that served best together. */
  public static final String ENSEMBLE = "ensemble";

  /** The learner's own. */
  public static final String OWN = "own";

  /** All names, in the order in which they are offered. */
  public static final List<String> NAMES = List.of(NONE, PHOTO, ENSEMBLE, OWN);

  private static final List<String> SEVEN =
      List.of(
          "itap of a {}.",
          "a bad photo of the {}.",
          "a origami {}.",
          "a photo of the large {}.",
          "a {} in a video game.",
          "art of the {}.",
          "a photo of the small {}.");

  private PromptTemplates() {}

  /**
   * The templates of a name; own ones are read from lines.
   *
   * @throws IllegalArgumentException when there is no such name
   */
  public static List<String> of(String name, String own) {
    return switch (name) {
      case NONE -> List.of(ClipModel.PLACE);
      case PHOTO -> List.of(ClipModel.A_PHOTO_OF);
      case ENSEMBLE -> SEVEN;
      case OWN -> lines(own);
      default -> throw new IllegalArgumentException("no templates \"" + name + "\"");
    };
  }

  /** The lines of a text without the empty ones and those that stand twice. */
  public static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : Words.split(text, "\r\n")) {
      String stripped = line.strip();
      if (!stripped.isEmpty() && !lines.contains(stripped)) {
        lines.add(stripped);
      }
    }
    return List.copyOf(lines);
  }

  /** The template with the class in its place. */
  public static String fill(String template, String name) {
    return template.replace(ClipModel.PLACE, name);
  }

  /** Every template with every class, the templates of a class together. */
  public static List<String> texts(List<String> classes, List<String> templates) {
    List<String> texts = new ArrayList<>();
    for (String name : classes) {
      for (String template : templates) {
        texts.add(fill(template, name));
      }
    }
    return texts;
  }
}
