package mirador.trainer.nn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mirador.trainer.nn.Parameters.Parameter;

/**
 * Adam with weight decay apart from the gradient (Loshchilov and Hutter, "Decoupled Weight Decay
 * Regularization", 2019), a linear warm-up and a cosine to zero, and gradients clipped by their
 * common norm.
 */
public final class AdamW {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.98;
  private static final double EPSILON = 1e-8;

  private final Settings settings;
  private final Map<String, float[]> means = new HashMap<>();
  private final Map<String, float[]> squares = new HashMap<>();
  private int step;

  /**
   * How it learns.
   *
   * @param rate the highest learning rate
   * @param warmUp steps until it is reached
   * @param steps steps until it is zero again
   * @param decay of matrices; vectors do not decay
   * @param clip greatest norm of all gradients together
   */
  public record Settings(double rate, int warmUp, int steps, double decay, double clip) {}

  public AdamW(Settings settings) {
    this.settings = settings;
  }

  /** Steps taken. */
  public int steps() {
    return step;
  }

  /** The learning rate of a step, counted from 0. */
  public double rate(int at) {
    if (at < settings.warmUp()) {
      return settings.rate() * (at + 1) / settings.warmUp();
    }
    double done =
        Math.min(1, (at - settings.warmUp()) / (double) (settings.steps() - settings.warmUp()));
    return settings.rate() * 0.5 * (1 + Math.cos(Math.PI * done));
  }

  /**
   * Changes all parameters that are not frozen by the gradients that the engine has collected. When
   * one of these is no number, the step counts and changes nothing.
   *
   * @return the norm of all gradients together, before it was clipped
   */
  public double step(Parameters parameters) {
    List<Parameter> learning = new ArrayList<>();
    List<float[]> gradients = new ArrayList<>();
    double sum = 0;
    for (Parameter parameter : parameters.all()) {
      if (!parameter.frozen()) {
        float[] gradient = parameter.gradient();
        for (float one : gradient) {
          sum += (double) one * one;
        }
        learning.add(parameter);
        gradients.add(gradient);
      }
    }
    double norm = Math.sqrt(sum);
    double rate = rate(step++);
    if (!Double.isFinite(norm)) {
      parameters.renew();
      return norm;
    }
    double share = norm > settings.clip() ? settings.clip() / norm : 1;
    for (int i = 0; i < learning.size(); i++) {
      change(learning.get(i), gradients.get(i), rate, share);
    }
    return norm;
  }

  private void change(Parameter parameter, float[] gradient, double rate, double share) {
    float[] values = parameter.values();
    float[] mean = means.computeIfAbsent(parameter.name(), name -> new float[values.length]);
    float[] square = squares.computeIfAbsent(parameter.name(), name -> new float[values.length]);
    double towardsMean = 1 - Math.pow(BETA_1, step);
    double towardsSquare = 1 - Math.pow(BETA_2, step);
    double decay = parameter.isMatrix() ? 1 - rate * settings.decay() : 1;
    for (int i = 0; i < values.length; i++) {
      double g = gradient[i] * share;
      double m = BETA_1 * mean[i] + (1 - BETA_1) * g;
      double v = BETA_2 * square[i] + (1 - BETA_2) * g * g;
      mean[i] = (float) m;
      square[i] = (float) v;
      values[i] =
          (float)
              (values[i] * decay
                  - rate * (m / towardsMean) / (Math.sqrt(v / towardsSquare) + EPSILON));
    }
    parameter.push();
  }

  /** Writes what has to be known to go on. */
  public void write(DataOutputStream out, Parameters parameters) throws IOException {
    out.writeInt(step);
    for (Parameter parameter : parameters.all()) {
      int length = parameter.values().length;
      write(out, means.getOrDefault(parameter.name(), new float[length]));
      write(out, squares.getOrDefault(parameter.name(), new float[length]));
    }
  }

  private static void write(DataOutputStream out, float[] numbers) throws IOException {
    for (float number : numbers) {
      out.writeFloat(number);
    }
  }

  /** Goes on where {@link #write} was. */
  public void read(DataInputStream in, Parameters parameters) throws IOException {
    step = in.readInt();
    for (Parameter parameter : parameters.all()) {
      int length = parameter.values().length;
      means.put(parameter.name(), read(in, length));
      squares.put(parameter.name(), read(in, length));
    }
  }

  private static float[] read(DataInputStream in, int length) throws IOException {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = in.readFloat();
    }
    return numbers;
  }
}
