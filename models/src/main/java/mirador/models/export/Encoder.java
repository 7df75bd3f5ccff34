package mirador.models.export;

import java.io.IOException;
import mirador.models.onnx.Value;

/** All layers of a tower; their attention and what flows between them are outputs of the graph. */
record Encoder(Layers layers, String name, Tower tower) {
  /**
   * Adds the layers to the graph, with the outputs {@code hidden_states.0} (what comes in) to
   * {@code hidden_states.L} and {@code attentions.0} to {@code attentions.L-1}.
   *
   * @param x (batch, tokens, width)
   * @param mask as in {@link SelfAttention#apply}
   * @param tokens how many, or a name when that is left open
   */
  Value apply(Value x, Value mask, Object tokens) throws IOException {
    Value state = x;
    layers.output("hidden_states.0", state, "batch", tokens, tower.width());
    for (int i = 0; i < tower.layers(); i++) {
      SelfAttention.Result result =
          new EncoderLayer(layers, name + ".layers." + i, tower).apply(state, mask);
      state = result.tokens();
      layers.output("attentions." + i, result.weights(), "batch", tower.heads(), tokens, tokens);
      layers.output("hidden_states." + (i + 1), state, "batch", tokens, tower.width());
    }
    return state;
  }
}
