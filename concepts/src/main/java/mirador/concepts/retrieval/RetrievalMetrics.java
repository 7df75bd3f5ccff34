package mirador.concepts.retrieval;

/**
 * Ranks, Recall@K and mean average precision when row i and column i belong together and nothing
 * else does (cell 2.3).
 */
public final class RetrievalMetrics {
  private RetrievalMetrics() {}

  /**
   * For each text (column) the place of its own picture among all pictures, from 1.
   *
   * @param imageByText similarities, (n, n): rows are pictures, columns texts
   * @throws IllegalArgumentException when the matrix is not square
   */
  public static int[] ranksTextToImage(double[][] imageByText) {
    return ranksImageToText(transposed(imageByText));
  }

  /** For each picture (row) the place of its own text among all texts, from 1. */
  public static int[] ranksImageToText(double[][] imageByText) {
    checkSquare(imageByText);
    int[] ranks = new int[imageByText.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = rank(imageByText[i], i);
    }
    return ranks;
  }

  /** The place of {@code scores[wanted]} from the greatest down, from 1; ties keep their order. */
  public static int rank(double[] scores, int wanted) {
    int rank = 1;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > scores[wanted] || (scores[i] == scores[wanted] && i < wanted)) {
        rank++;
      }
    }
    return rank;
  }

  /**
   * The share of queries whose right answer stands among the first {@code k}.
   *
   * @throws IllegalArgumentException when there are no ranks
   */
  public static double recallAtK(int[] ranks, int k) {
    checkAny(ranks);
    int hits = 0;
    for (int rank : ranks) {
      hits += rank <= k ? 1 : 0;
    }
    return (double) hits / ranks.length;
  }

  /**
   * Mean average precision with one right answer per query: the mean of 1 / rank.
   *
   * @throws IllegalArgumentException when there are no ranks
   */
  public static double meanAveragePrecision(int[] ranks) {
    checkAny(ranks);
    double sum = 0;
    for (int rank : ranks) {
      sum += 1.0 / rank;
    }
    return sum / ranks.length;
  }

  static double[][] transposed(double[][] matrix) {
    checkSquare(matrix);
    double[][] out = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        out[j][i] = matrix[i][j];
      }
    }
    return out;
  }

  private static void checkSquare(double[][] matrix) {
    for (double[] row : matrix) {
      if (row.length != matrix.length) {
        throw new IllegalArgumentException(
            "one text per picture: " + matrix.length + " rows, but one of " + row.length);
      }
    }
  }

  private static void checkAny(int[] ranks) {
    if (ranks.length == 0) {
      throw new IllegalArgumentException("no ranks to average");
    }
  }
}
