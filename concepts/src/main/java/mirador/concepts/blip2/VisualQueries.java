package mirador.concepts.blip2;

import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.vit.AttentionMaps;

/**
 * What the Q-Former takes out of one picture (Li et al. 2023, section 3.1).
 *
 * @param projected the queries as the language model reads them before its prompt, (queries,
 *     language width)
 * @param states the queries before that projection, (queries, query width)
 * @param selfAttention how the queries look at each other, (layers, heads, queries, queries)
 * @param crossAttention how each query looks at the picture's tokens, [CLS] first, in those layers
 *     that look at it, from the first, (cross layers, heads, queries, tokens)
 */
public record VisualQueries(
    FloatTensor projected,
    FloatTensor states,
    AttentionMaps selfAttention,
    FloatTensor crossAttention) {
  /** How many queries. */
  public int queries() {
    return projected.shape().size(0);
  }
}
