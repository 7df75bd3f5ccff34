package mirador.models.export;

import java.io.IOException;
import mirador.models.onnx.Value;

/** All layers of a tower. */
record Encoder(Layers layers, String name, Tower tower, Kind kind) {
  /** How the layers are stored, and what of them is shown. */
  enum Kind {
    /** Of CLIP: attention and what flows between the layers are outputs of the graph. */
    CLIP(false, true),
    /** Of BLIP-2's vision tower, with the same outputs. */
    FUSED(true, true),
    /** The same without them: they would stay in memory until the graph has run to its end. */
    FUSED_CLOSED(true, false);

    private final boolean fused;
    private final boolean open;

    Kind(boolean fused, boolean open) {
      this.fused = fused;
      this.open = open;
    }
  }

  /**
   * Adds the layers to the graph, where they are shown with the outputs {@code hidden_states.0}
   * (what comes in) to {@code hidden_states.L} and {@code attentions.0} to {@code attentions.L-1}.
   *
   * @param x (batch, tokens, width)
   * @param mask as in {@link SelfAttention#apply}
   * @param tokens how many, or a name when that is left open
   */
  Value apply(Value x, Value mask, Object tokens) throws IOException {
    Value state = x;
    show("hidden_states.0", state, "batch", tokens, tower.width());
    for (int i = 0; i < tower.layers(); i++) {
      MultiHead.Result result =
          new EncoderLayer(layers, name + ".layers." + i, tower, kind.fused).apply(state, mask);
      state = result.tokens();
      show("attentions." + i, result.weights(), "batch", tower.heads(), tokens, tokens);
      show("hidden_states." + (i + 1), state, "batch", tokens, tower.width());
    }
    return state;
  }

  private void show(String output, Value value, Object... axes) {
    if (kind.open) {
      layers.output(output, value, axes);
    }
  }
}
