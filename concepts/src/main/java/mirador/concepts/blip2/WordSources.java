package mirador.concepts.blip2;

import mirador.concepts.tensor.FloatTensor;

/**
 * From where the language model took what it needed to write one token: the attention of the place
 * that gave it, the mean of the heads. It tells where information was taken, not why the token was
 * chosen (Jain and Wallace, "Attention is not Explanation", 2019).
 */
public final class WordSources {
  private final double[] queries;
  private final double begin;
  private final double words;

  private WordSources(double[] queries, double begin, double words) {
    this.queries = queries;
    this.begin = begin;
    this.words = words;
  }

  /**
   * Out of the attention of a step.
   *
   * @param attention (layers, total), a row sums to 1
   * @param queries how many come first
   * @param layer from 1; 0 for the mean of all
   */
  public static WordSources of(FloatTensor attention, int queries, int layer) {
    int layers = attention.shape().size(0);
    int total = attention.shape().size(1);
    int first = layer == 0 ? 0 : Math.min(layer, layers) - 1;
    int count = layer == 0 ? layers : 1;
    double[] mean = new double[total];
    for (int i = first; i < first + count; i++) {
      for (int place = 0; place < total; place++) {
        mean[place] += attention.values()[i * total + place] / (double) count;
      }
    }
    double[] ofQueries = new double[queries];
    System.arraycopy(mean, 0, ofQueries, 0, queries);
    double words = 0;
    for (int place = queries + 1; place < total; place++) {
      words += mean[place];
    }
    return new WordSources(ofQueries, mean[queries], words);
  }

  /** How much from each query of the picture, (queries). */
  public double[] queries() {
    return queries.clone();
  }

  /** How much from the token that begins every text. */
  public double begin() {
    return begin;
  }

  /** How much from the prompt after that, and from what was written. */
  public double words() {
    return words;
  }

  /** How much from all queries together. */
  public double picture() {
    double sum = 0;
    for (double weight : queries) {
      sum += weight;
    }
    return sum;
  }

  /** The query that most was taken from, from 1. */
  public int strongest() {
    int strongest = 0;
    for (int i = 1; i < queries.length; i++) {
      if (queries[i] > queries[strongest]) {
        strongest = i;
      }
    }
    return strongest + 1;
  }
}
