package mirador.concepts.contrastive;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.audio.SplitMix64;

/** From the tokens of captions to embeddings: mean of their vectors, linear, length 1. */
final class TextTower {
  private final MeanOfTokens tokens;
  private final Layers layers;

  TextTower(int vocabulary, int width, int projection, SplitMix64 random) {
    tokens = new MeanOfTokens(vocabulary, width, random);
    layers = new Layers(new Linear(width, projection, random), new Normalise());
  }

  /** Takes the tokens of each text, gives (batch, projection). */
  double[][] forward(int[][] texts) {
    return layers.forward(tokens.forward(texts));
  }

  /** Adds to the gradients of the parameters; takes (batch, projection). */
  void backward(double[][] gradients) {
    tokens.backward(layers.backward(gradients));
  }

  List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    all.add(tokens.vectors());
    all.addAll(layers.parameters());
    return all;
  }
}
