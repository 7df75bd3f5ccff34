package mirador.concepts.generation;

import mirador.concepts.tensor.FloatTensor;

/**
 * What a language model says of the token that comes next in each row.
 *
 * @param logits (rows, vocabulary)
 * @param attention how much each row's last token took from all before it and itself, the mean of
 *     the heads, (rows, layers, total); null where the model does not tell it
 */
public record NextTokens(FloatTensor logits, FloatTensor attention) {
  /**
   * Checked answers.
   *
   * @throws IllegalArgumentException when the logits are not (rows, vocabulary)
   */
  public NextTokens {
    if (logits.shape().rank() != 2) {
      throw new IllegalArgumentException(
          "logits must be (rows, vocabulary), not " + logits.shape());
    }
  }

  public int rows() {
    return logits.shape().size(0);
  }

  public int vocabulary() {
    return logits.shape().size(1);
  }

  /** The logits of one row, (vocabulary). */
  double[] row(int row) {
    double[] values = new double[vocabulary()];
    int from = row * values.length;
    for (int i = 0; i < values.length; i++) {
      values[i] = logits.values()[from + i];
    }
    return values;
  }

  /** (layers, total) of one row, or null. */
  FloatTensor attentionOf(int row) {
    return attention == null ? null : attention.slice(row);
  }
}
