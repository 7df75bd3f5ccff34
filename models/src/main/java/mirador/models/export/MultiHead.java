package mirador.models.export;

import static mirador.models.onnx.GraphBuilder.attribute;

import java.util.List;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;

/**
 * Attention in several heads (Vaswani et al., "Attention Is All You Need", 2017, section 3.2.2),
 * between the projections before it and the one after it.
 *
 * @param heads how many
 * @param headWidth of each
 */
record MultiHead(Layers layers, int heads, int headWidth) {
  /**
   * What comes out.
   *
   * @param tokens (batch, tokens, width)
   * @param weights how much each token takes from each other, (batch, heads, tokens, others)
   */
  record Result(Value tokens, Value weights) {}

  /** Heads of queries, multiplied by what keeps the scores of a size: 1 / sqrt(head width). */
  Value queries(Value x) {
    Value scaled = layers.graph().multiply(x, layers.number(1 / Math.sqrt(headWidth)));
    return split(scaled, 0, 2, 1, 3);
  }

  /** Heads of keys or values, (batch, heads, tokens, head width). */
  Value split(Value x) {
    return split(x, 0, 2, 1, 3);
  }

  /** Heads of keys turned for the product, (batch, heads, head width, tokens). */
  Value turned(Value x) {
    return split(x, 0, 2, 3, 1);
  }

  /** (batch, tokens, width) as (batch, tokens, heads, head), then in another order. */
  private Value split(Value x, long... order) {
    GraphBuilder graph = layers.graph();
    return graph.transpose(graph.reshape(x, 0, 0, heads, headWidth), order);
  }

  /**
   * The values, mixed by how well queries and keys go together.
   *
   * @param queries (batch, heads, tokens, head width)
   * @param keys turned, (batch, heads, head width, others)
   * @param values (batch, heads, others, head width)
   * @param mask added to the scores, (batch or 1, 1, tokens, others); null when all may see all
   */
  Result mix(Value queries, Value keys, Value values, Value mask) {
    GraphBuilder graph = layers.graph();
    Value scores = graph.matMul(queries, keys);
    Value masked = mask == null ? scores : graph.add(scores, mask);
    Value weights = graph.node("Softmax", List.of(attribute("axis", -1)), masked);
    Value mixed = graph.matMul(weights, values);
    Value joined =
        graph.reshape(graph.transpose(mixed, 0, 2, 1, 3), 0, 0, (long) heads * headWidth);
    return new Result(joined, weights);
  }
}
