package mirador.concepts.explain;

import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** How good a matrix is for searching, both ways (notebook cell 2.3). */
public final class RetrievalMetricsWords {
  private RetrievalMetricsWords() {}

  /** How often each way is right at once, and its mAP. */
  public static String result(Messages messages, int[] textToImage, int[] imageToText) {
    return messages.get(
        "retrieval-metrics.result",
        firsts(textToImage),
        textToImage.length,
        Numbers.fixed(RetrievalMetrics.meanAveragePrecision(textToImage), 3),
        firsts(imageToText),
        Numbers.fixed(RetrievalMetrics.meanAveragePrecision(imageToText), 3));
  }

  /** The average precision of one query with one right answer: «1 / 2 = 0.500». */
  public static String precision(int rank) {
    return "1 / " + rank + " = " + Numbers.fixed(1.0 / rank, 3);
  }

  /** The mean of the average precisions, as a sum: «(1.000 + 0.500) / 2 = 0.750». */
  public static String mean(int[] ranks) {
    StringBuilder sum = new StringBuilder("(");
    for (int i = 0; i < ranks.length; i++) {
      sum.append(i == 0 ? "" : " + ").append(Numbers.fixed(1.0 / ranks[i], 3));
    }
    return sum.append(") / ")
        .append(ranks.length)
        .append(" = ")
        .append(Numbers.fixed(RetrievalMetrics.meanAveragePrecision(ranks), 3))
        .toString();
  }

  /** Whether a right answer shares its value with another candidate, so that the order decides. */
  public static boolean hasTies(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        boolean inRow = matrix[i][j] == matrix[i][i];
        boolean inColumn = matrix[i][j] == matrix[j][j];
        if (i != j && (inRow || inColumn)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int firsts(int[] ranks) {
    int firsts = 0;
    for (int rank : ranks) {
      firsts += rank == 1 ? 1 : 0;
    }
    return firsts;
  }
}
