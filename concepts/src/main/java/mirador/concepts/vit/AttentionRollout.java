package mirador.concepts.vit;

/**
 * How much of each input token is in each token after some layers (Abnar and Zuidema, "Quantifying
 * Attention Flow in Transformers", 2020, section 3): in every layer a token keeps one half of
 * itself, by the residual connection, and takes the other half by the mean attention of the heads;
 * the layers are multiplied.
 */
public final class AttentionRollout {
  private AttentionRollout() {}

  /** After the last layer, (tokens, tokens); each row sums to 1. */
  public static double[][] of(AttentionMaps maps) {
    return of(maps, maps.layers());
  }

  /**
   * After the first {@code layers} layers, (tokens, tokens); after none each token is itself.
   *
   * @throws IllegalArgumentException when there are not so many layers
   */
  public static double[][] of(AttentionMaps maps, int layers) {
    if (layers < 0 || layers > maps.layers()) {
      throw new IllegalArgumentException(layers + " layers of " + maps.layers());
    }
    double[][] flow = identity(maps.tokens());
    for (int layer = 0; layer < layers; layer++) {
      flow = product(withResidual(maps.mean(layer)), flow);
    }
    return flow;
  }

  /** {@code 0.5 A + 0.5 I}, rows divided by their sums. */
  private static double[][] withResidual(double[][] attention) {
    for (int i = 0; i < attention.length; i++) {
      double sum = 0;
      for (int j = 0; j < attention.length; j++) {
        attention[i][j] = 0.5 * attention[i][j] + (i == j ? 0.5 : 0);
        sum += attention[i][j];
      }
      for (int j = 0; j < attention.length; j++) {
        attention[i][j] /= sum;
      }
    }
    return attention;
  }

  private static double[][] identity(int size) {
    double[][] identity = new double[size][size];
    for (int i = 0; i < size; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }

  private static double[][] product(double[][] a, double[][] b) {
    int size = a.length;
    double[][] product = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        double factor = a[i][k];
        for (int j = 0; j < size; j++) {
          product[i][j] += factor * b[k][j];
        }
      }
    }
    return product;
  }
}
