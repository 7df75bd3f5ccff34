package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mirador.concepts.clip.MatrixView;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** CLIP's matrix beside that of the nine words (sections 2.2c and 2.3). */
public final class ClipMatrixWords {
  private static final double EQUAL = 1e-9;

  private ClipMatrixWords() {}

  /** What can be said before CLIP is there, and what it would show. */
  public static String pending(Messages messages, SimilarityMatrix symbolic, MatrixView view) {
    return messages.get(
        "clip-matrix.pending",
        right(symbolic),
        symbolic.rows().size(),
        messages.get("clip-matrix.pending." + view.setting()));
  }

  /**
   * For which texts both models choose the same picture, and what each chooses for the others.
   *
   * @param symbolic text x image
   * @param real cosines of CLIP, text x image
   * @param name what a picture is called, by its id
   */
  public static String result(
      Messages messages,
      SimilarityMatrix symbolic,
      SimilarityMatrix real,
      UnaryOperator<String> name) {
    int texts = real.rows().size();
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      int one = choice(real, i);
      int other = choice(symbolic, i);
      if (one != other) {
        differences.add(
            messages.get(
                "clip-matrix.differ",
                name.apply(real.rows().get(i)),
                chosen(messages, real, one, name),
                chosen(messages, symbolic, other, name)));
      }
    }
    String agree =
        differences.isEmpty()
            ? messages.get("clip-matrix.same", texts)
            : messages.get("clip-matrix.agree", texts - differences.size(), texts)
                + " "
                + String.join(" ", differences);
    int least = least(real);
    return agree
        + " "
        + messages.get(
            "clip-matrix.right",
            right(real),
            right(symbolic),
            texts,
            name.apply(real.rows().get(least)),
            Numbers.signed(real.margin(least), 3));
  }

  /** One cell in all views: cosine, logit, and its share of the row and of the column. */
  public static String cell(
      Messages messages,
      String caption,
      String picture,
      double[][] cosines,
      double scale,
      int row,
      int column) {
    return messages.get(
        "clip-matrix.cell",
        caption,
        picture,
        Numbers.fixed(cosines[row][column], 3),
        Numbers.fixed(scale, 1),
        Numbers.fixed(scale * cosines[row][column], 2),
        Numbers.fixed(MatrixView.ROWS.of(cosines, scale)[row][column], 3),
        Numbers.fixed(MatrixView.COLUMNS.of(cosines, scale)[row][column], 3));
  }

  /** How many texts are nearest to their own picture, and to no other as near. */
  public static int right(SimilarityMatrix matrix) {
    int right = 0;
    for (int i = 0; i < matrix.rows().size(); i++) {
      right += choice(matrix, i) == i ? 1 : 0;
    }
    return right;
  }

  /** The column of a row's greatest value; -1 when two share it. */
  private static int choice(SimilarityMatrix matrix, int row) {
    int best = matrix.best(row);
    double[] values = matrix.values()[row];
    for (int j = 0; j < values.length; j++) {
      if (j != best && Math.abs(values[j] - values[best]) < EQUAL) {
        return -1;
      }
    }
    return best;
  }

  private static String chosen(
      Messages messages, SimilarityMatrix matrix, int choice, UnaryOperator<String> name) {
    return choice < 0
        ? messages.get("clip-matrix.none")
        : messages.get("quoted", name.apply(matrix.columns().get(choice)));
  }

  private static int least(SimilarityMatrix matrix) {
    int least = 0;
    for (int i = 1; i < matrix.rows().size(); i++) {
      least = matrix.margin(i) < matrix.margin(least) ? i : least;
    }
    return least;
  }
}
