package mirador.concepts.contrastive;

import java.util.List;
import mirador.concepts.audio.SplitMix64;

/** From the numbers of small pictures to embeddings: linear, tanh, linear, length 1. */
final class PictureTower {
  private final Layers layers;

  PictureTower(int inputs, int hidden, int projection, SplitMix64 random) {
    layers =
        new Layers(
            new Linear(inputs, hidden, random),
            new Tanh(),
            new Linear(hidden, projection, random),
            new Normalise());
  }

  /** Takes (batch, inputs), gives (batch, projection). */
  double[][] forward(double[][] pictures) {
    return layers.forward(pictures);
  }

  /** Adds to the gradients of the parameters; takes (batch, projection). */
  void backward(double[][] gradients) {
    layers.backward(gradients);
  }

  List<Parameter> parameters() {
    return layers.parameters();
  }
}
