package mirador.concepts.retrieval;

import java.util.List;
import java.util.Map;
import mirador.concepts.symbolic.SymbolicEmbedder;

/** Similarities of everything in the rows with everything in the columns. */
public final class SimilarityMatrix {
  private final List<String> rows;
  private final List<String> columns;
  private final double[][] values;

  /**
   * A matrix.
   *
   * @param rows names
   * @param columns names
   * @param values (rows, columns); not copied
   * @throws IllegalArgumentException when the values do not fit the names
   */
  public SimilarityMatrix(List<String> rows, List<String> columns, double[][] values) {
    this.rows = List.copyOf(rows);
    this.columns = List.copyOf(columns);
    this.values = values;
    if (values.length != rows.size()) {
      throw new IllegalArgumentException(values.length + " rows for " + rows.size() + " names");
    }
    for (double[] row : values) {
      if (row.length != columns.size()) {
        throw new IllegalArgumentException(
            row.length + " columns for " + columns.size() + " names");
      }
    }
  }

  /** Names of the rows. */
  public List<String> rows() {
    return rows;
  }

  /** Names of the columns. */
  public List<String> columns() {
    return columns;
  }

  /** The similarities, (rows, columns); not to be written to. */
  public double[][] values() {
    return values;
  }

  /** Cosines of every row vector with every column vector. */
  public static SimilarityMatrix of(Map<String, double[]> rows, Map<String, double[]> columns) {
    double[][] values = new double[rows.size()][columns.size()];
    int i = 0;
    for (double[] row : rows.values()) {
      int j = 0;
      for (double[] column : columns.values()) {
        values[i][j++] = Cosine.of(row, column);
      }
      i++;
    }
    return new SimilarityMatrix(List.copyOf(rows.keySet()), List.copyOf(columns.keySet()), values);
  }

  /** The symbolic matrix of cell 2.2c: captions in the rows, the three pictures in the columns. */
  public static SimilarityMatrix symbolic(Map<String, String> captions) {
    return of(SymbolicEmbedder.texts(captions), SymbolicEmbedder.images());
  }

  /** Rows and columns exchanged: text x image becomes image x text, as section 2.3 has it. */
  public SimilarityMatrix transposed() {
    double[][] out = new double[columns.size()][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        out[j][i] = values[i][j];
      }
    }
    return new SimilarityMatrix(columns, rows, out);
  }

  /** The first column with the greatest value of a row. */
  public int best(int row) {
    int best = 0;
    for (int j = 1; j < columns.size(); j++) {
      if (values[row][j] > values[row][best]) {
        best = j;
      }
    }
    return best;
  }

  /**
   * How far the right column (the one on the diagonal) is ahead of the best other one; negative
   * when another wins.
   *
   * @throws IllegalArgumentException when there is no other column
   */
  public double margin(int row) {
    double other = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < columns.size(); j++) {
      if (j != row) {
        other = Math.max(other, values[row][j]);
      }
    }
    if (columns.size() < 2 || row >= columns.size()) {
      throw new IllegalArgumentException("row " + row + " has no right and other column");
    }
    return values[row][row] - other;
  }
}
