package mirador.concepts.blip2;

import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.vit.AttentionMaps;
import mirador.concepts.vit.TokenVectors;

/**
 * One way to look at what the queries of a Q-Former do (Li et al. 2023, section 3.1).
 *
 * @param layer of the Q-Former, from 1; one that looks at the picture
 * @param mix {@link #MEAN} or the number of a head, from 1
 * @param query from 1
 */
public record QueryView(int layer, String mix, int query) {
  /** The mean of the layer's heads. */
  public static final String MEAN = "mean";

  /** The nearest view that these queries have. */
  public QueryView fitted(VisualQueries queries, Blip2Config config) {
    int every = config.crossAttentionEvery();
    int looking = Math.min((layer - 1) / every, crossLayers(queries) - 1);
    String has = isHead() ? String.valueOf(Math.min(head(), heads(queries))) : MEAN;
    return new QueryView(looking * every + 1, has, Math.min(query, queries.queries()));
  }

  /** Whether it is a single head's. */
  public boolean isHead() {
    return !mix.equals(MEAN);
  }

  /** The head, from 1. */
  public int head() {
    return Integer.parseInt(mix);
  }

  /** The same of another query. */
  public QueryView of(int other) {
    return new QueryView(layer, mix, other);
  }

  /** The same of another head or their mean. */
  public QueryView with(String other) {
    return new QueryView(layer, other, query);
  }

  /** How many heads look at the picture in a layer. */
  public static int heads(VisualQueries queries) {
    return queries.crossAttention().shape().size(1);
  }

  /** In how many layers the queries look at the picture. */
  public static int crossLayers(VisualQueries queries) {
    return queries.crossAttention().shape().size(0);
  }

  /** How much the query takes from each token of the picture, [CLS] first, (tokens); sums to 1. */
  public double[] looks(VisualQueries queries, Blip2Config config) {
    FloatTensor cross = queries.crossAttention();
    int tokens = cross.shape().size(3);
    int looking = (layer - 1) / config.crossAttentionEvery();
    int first = isHead() ? head() - 1 : 0;
    int heads = isHead() ? 1 : heads(queries);
    double[] row = new double[tokens];
    for (int head = first; head < first + heads; head++) {
      int from = ((looking * heads(queries) + head) * queries.queries() + query - 1) * tokens;
      for (int token = 0; token < tokens; token++) {
        row[token] += cross.values()[from + token] / (double) heads;
      }
    }
    return row;
  }

  /** How much each query takes from each other one in the layer, (queries, queries). */
  public double[][] others(VisualQueries queries) {
    AttentionMaps maps = queries.selfAttention();
    return isHead() ? maps.head(layer - 1, head() - 1) : maps.mean(layer - 1);
  }

  /** How alike the queries are after the last layer: cosines, (queries, queries). */
  public static double[][] cosines(VisualQueries queries) {
    TokenVectors vectors = new TokenVectors(queries.states());
    double[][] cosines = new double[queries.queries()][];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = vectors.cosines(i);
    }
    return cosines;
  }
}
