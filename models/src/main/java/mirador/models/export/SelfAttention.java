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
 * @param fused whether queries, keys and values come out of one matrix, one below the other
 */
record SelfAttention(Layers layers, String name, Tower tower, boolean fused) {
  /**
   * Adds the block to the graph.
   *
   * @param x (batch, tokens, width)
   * @param mask as in {@link MultiHead#mix}
   */
  MultiHead.Result apply(Value x, Value mask) throws IOException {
    MultiHead heads = new MultiHead(layers, tower.heads(), tower.headWidth());
    List<Value> projected = fused ? together(x) : apart(x);
    MultiHead.Result mixed =
        heads.mix(
            heads.queries(projected.get(0)),
            heads.turned(projected.get(1)),
            heads.split(projected.get(2)),
            mask);
    int width = tower.width();
    Value out =
        layers.linear(mixed.tokens(), name + (fused ? ".projection" : ".out_proj"), width, width);
    return new MultiHead.Result(out, mixed.weights());
  }

  /** Queries, keys and values, (batch, tokens, width) each. */
  private List<Value> apart(Value x) throws IOException {
    int width = tower.width();
    return List.of(
        layers.linear(x, name + ".q_proj", width, width),
        layers.linear(x, name + ".k_proj", width, width),
        layers.linear(x, name + ".v_proj", width, width));
  }

  private List<Value> together(Value x) throws IOException {
    GraphBuilder graph = layers.graph();
    int width = tower.width();
    Value all = layers.linearWithBiasIfAny(x, name + ".qkv", width, 3 * width);
    return graph.node(
        3, "Split", List.of(attribute("axis", -1)), all, graph.integers(width, width, width));
  }
}
