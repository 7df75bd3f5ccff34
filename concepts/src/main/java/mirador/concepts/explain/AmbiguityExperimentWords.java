package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** What becomes of retrieval when two captions are nearly alike (notebook cell 2.5). */
public final class AmbiguityExperimentWords {
  private static final double EQUAL = 1e-9;

  private AmbiguityExperimentWords() {}

  /** How a text fares: it finds its picture, it ties with another, or another wins. */
  public enum Fate {
    RIGHT,
    TIE,
    WRONG
  }

  /** The fate of the text in a row of a matrix text x image. */
  public static Fate fate(SimilarityMatrix matrix, int row) {
    double margin = matrix.margin(row);
    if (Math.abs(margin) < EQUAL) {
      return Fate.TIE;
    }
    return margin > 0 ? Fate.RIGHT : Fate.WRONG;
  }

  /**
   * Which texts no longer find their picture.
   *
   * @param name what a picture is called, by its id
   */
  public static String result(
      Messages messages,
      SimilarityMatrix before,
      SimilarityMatrix after,
      UnaryOperator<String> name) {
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < after.rows().size(); i++) {
      if (fate(before, i) == Fate.RIGHT && fate(after, i) != Fate.RIGHT) {
        broken.add(messages.get("quoted", name.apply(after.rows().get(i))));
      }
    }
    if (broken.isEmpty()) {
      return messages.get("ambiguity-experiment.result.none", right(before), right(after));
    }
    return messages.get(
        "ambiguity-experiment.result",
        broken.size(),
        String.join(", ", broken),
        right(before),
        right(after));
  }

  /** The margin of a text with what it means: «+0.18: acierta». */
  public static String margin(Messages messages, SimilarityMatrix matrix, int row) {
    return margin(messages, matrix, row, 2);
  }

  /** The same with more decimals. */
  public static String margin(Messages messages, SimilarityMatrix matrix, int row, int digits) {
    String key =
        switch (fate(matrix, row)) {
          case RIGHT -> "ambiguity-experiment.right";
          case TIE -> "ambiguity-experiment.tie";
          case WRONG -> "ambiguity-experiment.wrong";
        };
    return messages.get(key, Numbers.signed(matrix.margin(row), digits));
  }

  private static int right(SimilarityMatrix matrix) {
    int right = 0;
    for (int i = 0; i < matrix.rows().size(); i++) {
      right += fate(matrix, i) == Fate.RIGHT ? 1 : 0;
    }
    return right;
  }
}
