package mirador.concepts.vit;

import java.util.List;
import mirador.concepts.tensor.FloatTensor;

/**
 * How much each token takes from each other one, in every layer and head of an encoder (Vaswani et
 * al. 2017, section 3.2.1): the softmax of the scores, so that each row sums to 1.
 *
 * @param weights (layers, heads, tokens, tokens); row: the token that looks, column: the one seen
 */
public record AttentionMaps(FloatTensor weights) {
  private static final int RANK = 4;

  /**
   * The maps of an encoder.
   *
   * @throws IllegalArgumentException when the shape is not (layers, heads, tokens, tokens)
   */
  public AttentionMaps {
    if (weights.shape().rank() != RANK || weights.shape().size(2) != weights.shape().size(3)) {
      throw new IllegalArgumentException(
          "attention maps are (layers, heads, tokens, tokens), not " + weights.shape());
    }
  }

  /**
   * Out of what each layer gave.
   *
   * @param layers from the first to the last, (heads, tokens, tokens) each
   * @throws IllegalArgumentException when there are none or they differ in shape
   */
  public static AttentionMaps of(List<FloatTensor> layers) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("an encoder without layers has no attention");
    }
    return new AttentionMaps(FloatTensor.stacked(layers));
  }

  public int layers() {
    return weights.shape().size(0);
  }

  public int heads() {
    return weights.shape().size(1);
  }

  public int tokens() {
    return weights.shape().size(2);
  }

  /** How much {@code from} takes from {@code to}, 0 to 1; all counted from 0. */
  public double weight(int layer, int head, int from, int to) {
    return weights.values()[offset(layer, head, from) + to(to)];
  }

  /** What one token takes from all, (tokens). */
  public double[] row(int layer, int head, int from) {
    double[] row = new double[tokens()];
    int offset = offset(layer, head, from);
    for (int to = 0; to < row.length; to++) {
      row[to] = weights.values()[offset + to];
    }
    return row;
  }

  /** One head of a layer, (tokens, tokens). */
  public double[][] head(int layer, int head) {
    double[][] map = new double[tokens()][];
    for (int from = 0; from < map.length; from++) {
      map[from] = row(layer, head, from);
    }
    return map;
  }

  /** The mean over the heads of a layer, (tokens, tokens). */
  public double[][] mean(int layer) {
    int tokens = tokens();
    double[][] mean = new double[tokens][tokens];
    for (int head = 0; head < heads(); head++) {
      for (int from = 0; from < tokens; from++) {
        int offset = offset(layer, head, from);
        for (int to = 0; to < tokens; to++) {
          mean[from][to] += weights.values()[offset + to] / (double) heads();
        }
      }
    }
    return mean;
  }

  private int offset(int layer, int head, int from) {
    check(layer, layers(), "layer");
    check(head, heads(), "head");
    check(from, tokens(), "token");
    return ((layer * heads() + head) * tokens() + from) * tokens();
  }

  private int to(int to) {
    check(to, tokens(), "token");
    return to;
  }

  private static void check(int index, int count, String what) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException(what + " " + index + " of " + count + ", from 0");
    }
  }
}
