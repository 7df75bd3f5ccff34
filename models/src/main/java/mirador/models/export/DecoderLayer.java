package mirador.models.export;

import java.io.IOException;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;

/**
 * A layer of OPT (Zhang et al., "OPT: Open Pre-trained Transformer Language Models", 2022): {@code
 * x + attention(norm(x))}, then {@code x + mlp(norm(x))}. Keys and values of the tokens before are
 * given, and come out with those of the new ones after them.
 *
 * @param name of the layer in the checkpoint
 */
record DecoderLayer(Layers layers, String name, Tower tower) {
  /**
   * What comes out.
   *
   * @param tokens (batch, new, width)
   * @param weights (batch, heads, new, total)
   * @param keys (batch, heads, total, head width), 32-bit floats
   * @param values the same of the values
   */
  record Result(Value tokens, Value weights, Value keys, Value values) {}

  /**
   * Adds the layer to the graph.
   *
   * @param x (batch, new, width)
   * @param pastKeys (batch, heads, past, head width), 32-bit floats
   * @param pastValues the same of the values
   * @param mask added to the scores, (batch, 1, new, total)
   */
  Result apply(Value x, Value pastKeys, Value pastValues, Value mask) throws IOException {
    GraphBuilder graph = layers.graph();
    int width = tower.width();
    String attention = name + ".self_attn";
    graph.scope(attention);
    MultiHead heads = new MultiHead(layers, tower.heads(), tower.headWidth());
    Value normed = norm(x, ".self_attn_layer_norm");
    Value queries = heads.queries(layers.linear(normed, attention + ".q_proj", width, width));
    Value keys =
        after(pastKeys, heads.split(layers.linear(normed, attention + ".k_proj", width, width)));
    Value values =
        after(pastValues, heads.split(layers.linear(normed, attention + ".v_proj", width, width)));
    MultiHead.Result mixed =
        heads.mix(queries, graph.transpose(layers.own(keys), 0, 1, 3, 2), layers.own(values), mask);
    Value seen = graph.add(x, layers.linear(mixed.tokens(), attention + ".out_proj", width, width));

    graph.scope(name + ".mlp");
    Value wide =
        layers.linear(norm(seen, ".final_layer_norm"), name + ".fc1", width, tower.mlpWidth());
    Value thought =
        layers.linear(
            layers.activation(wide, tower.activation()), name + ".fc2", tower.mlpWidth(), width);
    return new Result(graph.add(seen, thought), mixed.weights(), keys, values);
  }

  /** Those of the new tokens after those of the past, (batch, heads, total, head width). */
  private Value after(Value past, Value fresh) {
    return layers.graph().concat(2, past, layers.wide(fresh));
  }

  private Value norm(Value x, String norm) throws IOException {
    return layers.layerNorm(x, name + norm, tower.width(), tower.epsilon());
  }
}
