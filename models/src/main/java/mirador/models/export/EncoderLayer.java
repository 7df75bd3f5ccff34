package mirador.models.export;

import java.io.IOException;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;

/**
 * A layer of the Transformer with its normalisations before the blocks (Dosovitskiy et al. 2020,
 * equations 2 and 3): {@code x + attention(norm(x))}, then {@code x + mlp(norm(x))}.
 */
record EncoderLayer(Layers layers, String name, Tower tower, boolean fused) {
  /**
   * Adds the layer to the graph.
   *
   * @param x (batch, tokens, width)
   * @param mask as in {@link SelfAttention#apply}
   */
  MultiHead.Result apply(Value x, Value mask) throws IOException {
    GraphBuilder graph = layers.graph();
    graph.scope(name + ".self_attn");
    MultiHead.Result attention =
        new SelfAttention(layers, name + ".self_attn", tower, fused)
            .apply(norm(x, "layer_norm1"), mask);
    Value seen = graph.add(x, attention.tokens());
    graph.scope(name + ".mlp");
    Value thought = new Mlp(layers, name + ".mlp", tower).apply(norm(seen, "layer_norm2"));
    return new MultiHead.Result(graph.add(seen, thought), attention.weights());
  }

  private Value norm(Value x, String norm) throws IOException {
    return layers.layerNorm(x, name + "." + norm, tower.width(), tower.epsilon());
  }
}
