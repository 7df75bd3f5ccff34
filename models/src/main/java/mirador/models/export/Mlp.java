package mirador.models.export;

import java.io.IOException;
import mirador.models.onnx.Value;

/** Two linear layers with an activation between them, for each token by itself. */
record Mlp(Layers layers, String name, Tower tower) {
  /** (batch, tokens, width) to the same. */
  Value apply(Value x) throws IOException {
    Value wide = layers.linear(x, name + ".fc1", tower.width(), tower.mlpWidth());
    Value active = layers.activation(wide, tower.activation());
    return layers.linear(active, name + ".fc2", tower.mlpWidth(), tower.width());
  }
}
