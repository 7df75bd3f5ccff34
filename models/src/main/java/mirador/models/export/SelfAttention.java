package mirador.models.export;

import static mirador.models.onnx.GraphBuilder.attribute;

import java.io.IOException;
import java.util.List;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;

/**
 * Multi-head self-attention (Vaswani et al., "Attention Is All You Need", 2017, section 3.2).
 *
 * @param name of the block in the checkpoint
 */
record SelfAttention(Layers layers, String name, Tower tower) {
  /**
   * What comes out.
   *
   * @param tokens (batch, tokens, width)
   * @param weights how much each token takes from each other, (batch, heads, tokens, tokens)
   */
  record Result(Value tokens, Value weights) {}

  /**
   * Adds the block to the graph.
   *
   * @param x (batch, tokens, width)
   * @param mask added to the scores, (batch or 1, 1, tokens, tokens); null when all may see all
   */
  Result apply(Value x, Value mask) throws IOException {
    GraphBuilder graph = layers.graph();
    int width = tower.width();
    Value scale = layers.number(1 / Math.sqrt(tower.headWidth()));
    Value queries = graph.multiply(layers.linear(x, name + ".q_proj", width, width), scale);
    Value keys = layers.linear(x, name + ".k_proj", width, width);
    Value values = layers.linear(x, name + ".v_proj", width, width);

    // (batch, heads, tokens, head) x (batch, heads, head, tokens)
    Value scores = graph.matMul(heads(queries, 0, 2, 1, 3), heads(keys, 0, 2, 3, 1));
    Value masked = mask == null ? scores : graph.add(scores, mask);
    Value weights = graph.node("Softmax", List.of(attribute("axis", -1)), masked);
    Value mixed = graph.matMul(weights, heads(values, 0, 2, 1, 3));

    Value joined = graph.reshape(graph.transpose(mixed, 0, 2, 1, 3), 0, 0, width);
    return new Result(layers.linear(joined, name + ".out_proj", width, width), weights);
  }

  /** (batch, tokens, width) as (batch, tokens, heads, head), then in another order. */
  private Value heads(Value x, long... order) {
    GraphBuilder graph = layers.graph();
    return graph.transpose(graph.reshape(x, 0, 0, tower.heads(), tower.headWidth()), order);
  }
}
