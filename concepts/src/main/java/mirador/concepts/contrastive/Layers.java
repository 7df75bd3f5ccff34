package mirador.concepts.contrastive;

import java.util.ArrayList;
import java.util.List;

/** Layers one after the other. */
final class Layers implements Layer {
  private final List<Layer> layers;

  Layers(Layer... layers) {
    this.layers = List.of(layers);
  }

  @Override
  public double[][] forward(double[][] inputs) {
    double[][] x = inputs;
    for (Layer layer : layers) {
      x = layer.forward(x);
    }
    return x;
  }

  @Override
  public double[][] backward(double[][] gradients) {
    double[][] d = gradients;
    for (int i = layers.size() - 1; i >= 0; i--) {
      d = layers.get(i).backward(d);
    }
    return d;
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    layers.forEach(layer -> all.addAll(layer.parameters()));
    return all;
  }
}
