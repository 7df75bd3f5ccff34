package mirador.concepts.contrastive;

import java.util.ArrayList;
import java.util.List;

/**
 * Adam (Kingma and Ba, 2015, algorithm 1) with the constants of the paper: every number has a pace
 * of its own, the mean of its gradients over the root of the mean of their squares.
 */
final class Adam implements Optimiser {
  private static final double MEAN_DECAY = 0.9;
  private static final double SQUARE_DECAY = 0.999;
  private static final double EPSILON = 1e-8;

  private final List<Parameter> parameters;
  private final List<double[]> means = new ArrayList<>();
  private final List<double[]> squares = new ArrayList<>();
  private final double rate;
  private double meanWeight = 1;
  private double squareWeight = 1;

  Adam(List<Parameter> parameters, double rate) {
    this.parameters = List.copyOf(parameters);
    this.rate = rate;
    for (Parameter parameter : parameters) {
      means.add(new double[parameter.size()]);
      squares.add(new double[parameter.size()]);
    }
  }

  @Override
  public void step() {
    meanWeight *= MEAN_DECAY;
    squareWeight *= SQUARE_DECAY;
    for (int p = 0; p < means.size(); p++) {
      double[] values = parameters.get(p).values();
      double[] gradient = parameters.get(p).gradient();
      double[] mean = means.get(p);
      double[] square = squares.get(p);
      for (int i = 0; i < values.length; i++) {
        mean[i] = MEAN_DECAY * mean[i] + (1 - MEAN_DECAY) * gradient[i];
        square[i] = SQUARE_DECAY * square[i] + (1 - SQUARE_DECAY) * gradient[i] * gradient[i];
        values[i] -=
            rate
                * (mean[i] / (1 - meanWeight))
                / (Math.sqrt(square[i] / (1 - squareWeight)) + EPSILON);
      }
    }
  }
}
