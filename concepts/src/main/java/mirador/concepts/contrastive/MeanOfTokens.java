package mirador.concepts.contrastive;

import mirador.concepts.audio.SplitMix64;

/** Every token of a vocabulary has a vector; a text is the mean of its tokens' vectors. */
final class MeanOfTokens {
  private final int width;
  private final Parameter vectors; // (vocabulary, width)
  private int[][] last;

  MeanOfTokens(int vocabulary, int width, SplitMix64 random) {
    this.width = width;
    vectors = Parameter.random(vocabulary * width, 1, random);
  }

  /**
   * Means, (batch, width).
   *
   * @param texts the tokens of each text, at least one
   */
  double[][] forward(int[][] texts) {
    last = texts;
    double[][] means = new double[texts.length][width];
    for (int n = 0; n < texts.length; n++) {
      for (int token : texts[n]) {
        for (int i = 0; i < width; i++) {
          means[n][i] += vectors.values()[token * width + i] / texts[n].length;
        }
      }
    }
    return means;
  }

  /** Gives every token of a text its share of the gradient, (batch, width). */
  void backward(double[][] gradients) {
    for (int n = 0; n < gradients.length; n++) {
      for (int token : last[n]) {
        for (int i = 0; i < width; i++) {
          vectors.gradient()[token * width + i] += gradients[n][i] / last[n].length;
        }
      }
    }
  }

  Parameter vectors() {
    return vectors;
  }
}
