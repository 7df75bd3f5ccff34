package mirador.concepts.clip;

import mirador.concepts.colour.ValueRange;

/** The ways to read CLIP's matrix of texts and pictures. */
public enum MatrixView {
  /** The cosines themselves. */
  COSINE("cosine", 3),
  /** Cosines times the model's scale. */
  LOGITS("logits", 2),
  /** Softmax of each row's logits: how a text shares itself out among the pictures. */
  ROWS("rows", 3),
  /** Softmax of each column's logits: how a picture shares itself out among the texts. */
  COLUMNS("columns", 3);

  private final String setting;
  private final int digits;

  MatrixView(String setting, int digits) {
    this.setting = setting;
    this.digits = digits;
  }

  /**
   * The view of a setting: "cosine", "logits", "rows" or "columns".
   *
   * @throws IllegalArgumentException when there is none
   */
  public static MatrixView of(String setting) {
    for (MatrixView view : values()) {
      if (view.setting().equals(setting)) {
        return view;
      }
    }
    throw new IllegalArgumentException("no view of a matrix is called \"" + setting + "\"");
  }

  public String setting() {
    return setting;
  }

  /** Decimals worth showing. */
  public int digits() {
    return digits;
  }

  /**
   * The numbers of this view.
   *
   * @param cosines (texts, pictures)
   * @param scale of the model, {@code 1 / temperature}
   * @return (texts, pictures)
   */
  public double[][] of(double[][] cosines, double scale) {
    double[][] values = new double[cosines.length][];
    for (int i = 0; i < cosines.length; i++) {
      values[i] = new double[cosines[i].length];
      for (int j = 0; j < cosines[i].length; j++) {
        values[i][j] =
            switch (this) {
              case COSINE -> cosines[i][j];
              case LOGITS -> scale * cosines[i][j];
              case ROWS -> share(cosines, scale, i, j, false);
              case COLUMNS -> share(cosines, scale, i, j, true);
            };
      }
    }
    return values;
  }

  /** {@code e^(s x_ij) / sum e^(s x)} over the row or the column; no power can overflow. */
  private static double share(double[][] cosines, double scale, int row, int column, boolean down) {
    double sum = 0;
    int count = down ? cosines.length : cosines[row].length;
    for (int k = 0; k < count; k++) {
      double other = down ? cosines[k][column] : cosines[row][k];
      sum += Math.exp(scale * (other - cosines[row][column]));
    }
    return 1 / sum;
  }

  /** The ends of the colour scale: 0 and 1 for shares, else the least and greatest value. */
  public ValueRange range(double[][] values) {
    return this == ROWS || this == COLUMNS ? ValueRange.UNIT : ValueRange.of(values);
  }
}
