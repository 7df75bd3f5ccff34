package mirador.models.random;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import mirador.concepts.tensor.Shape;
import mirador.models.safetensors.SafetensorsWriter;
import mirador.models.weights.Dtype;

/** The tensors of a model with normally distributed numbers, written as a checkpoint has them. */
final class RandomWeights {
  /** Lots to choose from: drawing each number anew takes most of the time of a large model. */
  private static final int LOTS = 1 << 16;

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();

  private record Parameter(Shape shape, double mean, double deviation, Outliers outliers) {
    Parameter with(Outliers others) {
      return new Parameter(shape, mean, deviation, others);
    }

    long bytes(Dtype dtype) {
      return (long) shape.elements() * dtype.bytes();
    }
  }

  /**
   * Columns whose numbers are larger or smaller than all others.
   *
   * @param every of so many columns the first is one; 0 for none
   */
  private record Outliers(int every, double factor) {
    static final Outliers NONE = new Outliers(0, 1);
  }

  void linear(String name, int out, int in, double gain) {
    matrix(name + ".weight", out, in, gain);
    normal(name + ".bias", 0, 0.02, out);
  }

  /** A matrix that keeps the variance of what goes through it, times the square of {@code gain}. */
  void matrix(String name, int out, int in, double gain) {
    normal(name, 0, gain / Math.sqrt(in), out, in);
  }

  void norm(String name, int width) {
    normal(name + ".weight", 1, 0.1, width);
    normal(name + ".bias", 0, 0.05, width);
  }

  void normal(String name, double mean, double deviation, int... shape) {
    parameters.put(name, new Parameter(Shape.of(shape), mean, deviation, Outliers.NONE));
  }

  /**
   * Makes some channels stand out between a layer normalisation and the matrices behind it, as in
   * trained language models: they leave the one so many times larger, and the others make them that
   * much smaller, so that what comes out is of the usual size.
   */
  void outliers(String norm, int every, double factor, String... matrices) {
    for (String part : new String[] {".weight", ".bias"}) {
      parameters.computeIfPresent(
          norm + part, (name, parameter) -> parameter.with(new Outliers(every, factor)));
    }
    for (String matrix : matrices) {
      parameters.computeIfPresent(
          matrix + ".weight", (name, parameter) -> parameter.with(new Outliers(every, 1 / factor)));
    }
  }

  /** How many numbers there are. */
  long count() {
    long count = 0;
    for (Parameter parameter : parameters.values()) {
      count += parameter.shape().elements();
    }
    return count;
  }

  /**
   * Writes {@code model.safetensors}, or shards with an index when it is larger than one may be;
   * the same seed gives the same files.
   */
  void write(Path folder, long seed, Dtype dtype, long shardBytes) throws IOException {
    DoubleSupplier lots = lots(seed);
    List<List<String>> shards = shards(dtype, shardBytes);
    if (shards.size() == 1) {
      write(folder.resolve("model.safetensors"), shards.get(0), dtype, lots);
      return;
    }
    ObjectNode index = new JsonMapper().createObjectNode();
    ObjectNode map = index.putObject("weight_map");
    for (int i = 0; i < shards.size(); i++) {
      String file = "model-%05d-of-%05d.safetensors".formatted(i + 1, shards.size());
      write(folder.resolve(file), shards.get(i), dtype, lots);
      shards.get(i).forEach(name -> map.put(name, file));
    }
    Files.write(
        folder.resolve("model.safetensors.index.json"), new JsonMapper().writeValueAsBytes(index));
  }

  private List<List<String>> shards(Dtype dtype, long shardBytes) {
    List<List<String>> shards = new ArrayList<>();
    long room = 0;
    for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
      long bytes = entry.getValue().bytes(dtype);
      if (shards.isEmpty() || bytes > room) {
        shards.add(new ArrayList<>());
        room = shardBytes;
      }
      shards.get(shards.size() - 1).add(entry.getKey());
      room -= bytes;
    }
    return shards;
  }

  private void write(Path file, List<String> names, Dtype dtype, DoubleSupplier lots)
      throws IOException {
    SafetensorsWriter writer = new SafetensorsWriter();
    for (String name : names) {
      Parameter parameter = parameters.get(name);
      int columns = parameter.shape().rank() == 0 ? 1 : parameter.shape().size(-1);
      int[] at = {0};
      writer.add(
          name,
          dtype,
          parameter.shape(),
          () -> {
            double number = parameter.mean() + parameter.deviation() * lots.getAsDouble();
            int every = parameter.outliers().every();
            boolean outlier = every > 0 && at[0]++ % columns % every == 0;
            return outlier ? number * parameter.outliers().factor() : number;
          });
    }
    writer.write(file);
  }

  /** Normally distributed numbers, out of a table in an order that does not come back. */
  private static DoubleSupplier lots(long seed) {
    Random random = new Random(seed);
    double[] table = new double[LOTS];
    for (int i = 0; i < LOTS; i++) {
      table[i] = random.nextGaussian();
    }
    long[] state = {random.nextLong() | 1};
    return () -> {
      // Marsaglia, "Xorshift RNGs", 2003
      long next = state[0];
      next ^= next << 13;
      next ^= next >>> 7;
      next ^= next << 17;
      state[0] = next;
      return table[(int) (next >>> 48)];
    };
  }
}
