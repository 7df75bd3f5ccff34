package mirador.trainer.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import mirador.models.safetensors.SafetensorsFile;
import mirador.models.safetensors.SafetensorsWriter;
import mirador.models.weights.Dtype;
import mirador.models.weights.ElementReader;

/**
 * The weights of a network by the names that Hugging Face gives them, in the order in which they
 * were declared.
 *
 * <p>Each one stands twice: as numbers in Java, which the optimiser changes and checkpoints hold,
 * and as an array of the engine, which the network reads and which collects the gradient.
 */
public final class Parameters {
  private static final NDIndex ALL = new NDIndex("...");

  private final NDManager manager;
  private final SplittableRandom random;
  private final Map<String, Parameter> all = new LinkedHashMap<>();
  private final Map<String, NDArray> constants = new LinkedHashMap<>();

  /** One parameter: its numbers in Java, and the engine's copy of them. */
  public static final class Parameter {
    private final String name;
    private final float[] values;
    private final NDArray array;
    private boolean frozen;

    private Parameter(String name, float[] values, NDArray array) {
      this.name = name;
      this.values = values;
      this.array = array;
    }

    public String name() {
      return name;
    }

    public float[] values() {
      return values;
    }

    NDArray array() {
      return array;
    }

    boolean frozen() {
      return frozen;
    }

    /** Whether weight decay is for it: matrices and tables, no biases and gains. */
    boolean isMatrix() {
      return array.getShape().dimension() > 1;
    }

    /**
     * What the engine has collected since it was last asked; zeros when the loss does not see it.
     */
    float[] gradient() {
      try (NDArray gradient = array.getGradient()) {
        float[] numbers = gradient.toFloatArray();
        gradient.subi(gradient);
        return numbers;
      }
    }

    /** The same, and the gradient zero, whatever the engine has: NaN less NaN is NaN. */
    private void renew() {
      try (NDArray fresh = array.getManager().create(values, array.getShape());
          NDArray gradient = array.getGradient()) {
        array.set(ALL, fresh);
        gradient.set(ALL, 0);
      }
    }

    /** Brings what the optimiser changed to the engine. */
    public void push() {
      // Not NDArray.set: what it is given is not copied, and is gone when Java collects it.
      try (NDArray fresh = array.getManager().create(values, array.getShape())) {
        array.subi(array);
        array.addi(fresh);
      }
    }
  }

  public Parameters(NDManager manager, long seed) {
    this.manager = manager;
    this.random = new SplittableRandom(seed);
  }

  /** Declares a parameter of normally distributed numbers. */
  public Parameters normal(String name, double deviation, long... shape) {
    float[] values = new float[(int) new Shape(shape).size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return add(name, values, shape);
  }

  /** Declares a parameter of which all numbers are the same. */
  public Parameters constant(String name, double value, long... shape) {
    float[] values = new float[(int) new Shape(shape).size()];
    Arrays.fill(values, (float) value);
    return add(name, values, shape);
  }

  /** Declares a matrix (to, from) and its bias, which begins at zero. */
  public Parameters linear(String name, int to, int from, double deviation) {
    normal(name + ".weight", deviation, to, from);
    return constant(name + ".bias", 0, to);
  }

  /** Declares a layer normalisation. */
  public Parameters norm(String name, int width) {
    constant(name + ".weight", 1, width);
    return constant(name + ".bias", 0, width);
  }

  private Parameters add(String name, float[] values, long... shape) {
    NDArray array = manager.create(values, new Shape(shape));
    array.setRequiresGradient(true);
    if (all.put(name, new Parameter(name, values, array)) != null) {
      throw new IllegalArgumentException(name + " is declared twice");
    }
    return this;
  }

  /** The engine's array of a parameter. */
  public NDArray get(String name) {
    return parameter(name).array();
  }

  /** A parameter. */
  public Parameter parameter(String name) {
    Parameter parameter = all.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException(
          "no parameter is called " + name + "; declared are " + all.keySet());
    }
    return parameter;
  }

  public Collection<Parameter> all() {
    return all.values();
  }

  /** Gives the engine all numbers anew, after a gradient that was none. */
  void renew() {
    for (Parameter parameter : all.values()) {
      if (!parameter.frozen) {
        parameter.renew();
      }
    }
  }

  /** How many numbers there are. */
  public long count() {
    return all.values().stream().mapToLong(one -> one.values().length).sum();
  }

  /** A lower triangle for causal attention, (1, 1, length, length): 0 where one may look. */
  NDArray causal(int length) {
    return constants.computeIfAbsent(
        "causal." + length,
        key -> {
          float[] mask = new float[length * length];
          for (int row = 0; row < length; row++) {
            for (int column = row + 1; column < length; column++) {
              mask[row * length + column] = Layers.NEVER;
            }
          }
          return manager.create(mask, new Shape(1, 1, length, length));
        });
  }

  /** From now on these are read and never changed. */
  public Parameters freeze(Predicate<String> which) {
    for (Parameter parameter : all.values()) {
      if (which.test(parameter.name())) {
        parameter.frozen = true;
        parameter.array().setRequiresGradient(false);
      }
    }
    return this;
  }

  /**
   * Takes the numbers of a file for all parameters.
   *
   * @throws IOException when one is missing or has another size
   */
  public void load(Path file) throws IOException {
    load(file, name -> true, name -> name);
  }

  /**
   * Takes the numbers of a file for some parameters.
   *
   * @param which parameters
   * @param names what each is called in the file
   */
  public void load(Path file, Predicate<String> which, UnaryOperator<String> names)
      throws IOException {
    try (SafetensorsFile weights = SafetensorsFile.open(file)) {
      for (Parameter parameter : all.values()) {
        if (which.test(parameter.name())) {
          read(weights, names.apply(parameter.name()), parameter);
        }
      }
    }
  }

  private static void read(SafetensorsFile weights, String name, Parameter parameter)
      throws IOException {
    if (!weights.names().contains(name)) {
      throw new IOException("no weights are called " + name);
    }
    ElementReader reader = weights.open(name);
    if (reader.remaining() != parameter.values().length) {
      throw new IOException(
          name + " has " + reader.remaining() + " numbers, not " + parameter.values().length);
    }
    reader.read(parameter.values());
    parameter.push();
  }

  /** Writes those parameters as a safetensors file. */
  public void save(Path file, Dtype dtype, Predicate<String> which) throws IOException {
    SafetensorsWriter writer = new SafetensorsWriter();
    for (Parameter parameter : all.values()) {
      if (which.test(parameter.name())) {
        int[] at = {0};
        writer.add(
            parameter.name(), dtype, shape(parameter.array()), () -> parameter.values()[at[0]++]);
      }
    }
    writer.write(file);
  }

  private static mirador.concepts.tensor.Shape shape(NDArray array) {
    return mirador.concepts.tensor.Shape.of(
        Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray());
  }
}
