package mirador.concepts.contrastive;

import java.util.List;

/** Plain gradient descent: w ← w - rate · gradient. */
final class Sgd implements Optimiser {
  private final List<Parameter> parameters;
  private final double rate;

  Sgd(List<Parameter> parameters, double rate) {
    this.parameters = List.copyOf(parameters);
    this.rate = rate;
  }

  @Override
  public void step() {
    for (Parameter parameter : parameters) {
      for (int i = 0; i < parameter.size(); i++) {
        parameter.values()[i] -= rate * parameter.gradient()[i];
      }
    }
  }
}
