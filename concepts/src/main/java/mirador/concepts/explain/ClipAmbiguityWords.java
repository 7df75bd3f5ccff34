package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** Two captions nearly alike, for the nine words and for CLIP (notebook cell 2.5). */
public final class ClipAmbiguityWords {
  /** CLIP's margins are hundredths, so that a third decimal matters. */
  public static final int DIGITS = 3;

  private ClipAmbiguityWords() {}

  /** What the nine words make of the captions, before CLIP is there. */
  public static String pending(
      Messages messages,
      SimilarityMatrix symbolic,
      List<Integer> rows,
      UnaryOperator<String> name) {
    List<String> margins = new ArrayList<>();
    for (int row : rows) {
      margins.add(
          messages.get(
              "clip-ambiguity.pending.text",
              name.apply(symbolic.rows().get(row)),
              AmbiguityExperimentWords.margin(messages, symbolic, row, DIGITS)));
    }
    return messages.get("clip-ambiguity.pending", String.join("; ", margins));
  }

  /**
   * The margins of the changed texts by both models.
   *
   * @param symbolic text x image
   * @param real cosines of CLIP, text x image
   * @param rows of the changed texts
   * @param name what a picture is called, by its id
   */
  public static String result(
      Messages messages,
      SimilarityMatrix symbolic,
      SimilarityMatrix real,
      List<Integer> rows,
      UnaryOperator<String> name) {
    List<String> sentences = new ArrayList<>();
    for (int row : rows) {
      sentences.add(
          messages.get(
              "clip-ambiguity.result",
              name.apply(real.rows().get(row)),
              AmbiguityExperimentWords.margin(messages, symbolic, row, DIGITS),
              AmbiguityExperimentWords.margin(messages, real, row, DIGITS)));
    }
    return String.join(" ", sentences);
  }

  /** The cosine of the two changed texts with each other. */
  public static String between(Messages messages, double cosine) {
    return messages.get("clip-ambiguity.between", Numbers.fixed(cosine, DIGITS));
  }
}
