package mirador.concepts.contrastive;

import java.util.List;
import mirador.concepts.audio.SplitMix64;

/** A linear layer: y = W x + b. */
final class Linear implements Layer {
  private final int inputs;
  private final int outputs;
  private final Parameter weights; // (outputs, inputs)
  private final Parameter biases; // (outputs)
  private double[][] last;

  /** Weights as Glorot and Bengio (2010, equation 16) draw them, biases at 0. */
  Linear(int inputs, int outputs, SplitMix64 random) {
    this.inputs = inputs;
    this.outputs = outputs;
    weights = Parameter.random(outputs * inputs, Math.sqrt(6.0 / (inputs + outputs)), random);
    biases = new Parameter(outputs);
  }

  @Override
  public double[][] forward(double[][] x) {
    last = x;
    double[] w = weights.values();
    double[][] y = new double[x.length][outputs];
    for (int n = 0; n < x.length; n++) {
      for (int o = 0, at = 0; o < outputs; o++) {
        double sum = biases.values()[o];
        for (int i = 0; i < inputs; i++) {
          sum += w[at++] * x[n][i];
        }
        y[n][o] = sum;
      }
    }
    return y;
  }

  @Override
  public double[][] backward(double[][] dy) {
    double[] w = weights.values();
    double[] dw = weights.gradient();
    double[] db = biases.gradient();
    double[][] dx = new double[dy.length][inputs];
    for (int n = 0; n < dy.length; n++) {
      double[] x = last[n];
      for (int o = 0, at = 0; o < outputs; o++) {
        double d = dy[n][o];
        db[o] += d;
        for (int i = 0; i < inputs; i++, at++) {
          dw[at] += d * x[i];
          dx[n][i] += d * w[at];
        }
      }
    }
    return dx;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weights, biases);
  }
}
