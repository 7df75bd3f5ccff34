package mirador.models.ort;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.Session;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.HeldTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Shape;
import mirador.concepts.tensor.Tensor;
import mirador.models.folder.ModelFolder;

/**
 * A graph run by ONNX Runtime on the CPU. 16-bit floats come out as 32-bit ones, 32-bit integers as
 * 64-bit ones. May be used by several threads at once.
 */
public final class OnnxRuntimeSession implements Session {
  private final String name;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final List<String> inputs;
  private final List<String> outputs;
  private boolean closed;

  private OnnxRuntimeSession(String name, OrtEnvironment environment, OrtSession session) {
    this.name = name;
    this.environment = environment;
    this.session = session;
    this.inputs = List.copyOf(session.getInputNames());
    this.outputs = List.copyOf(session.getOutputNames());
  }

  /**
   * Loads a graph from a file, with as many threads as there are cores.
   *
   * @throws InferenceException when the file is missing, damaged or no ONNX graph
   */
  public static OnnxRuntimeSession open(Path file) {
    return open(file, 0);
  }

  /**
   * Loads a graph from a file.
   *
   * @param threads of one run; 0 for as many as there are cores
   * @throws InferenceException when the file is missing, damaged or no ONNX graph
   */
  public static OnnxRuntimeSession open(Path file, int threads) {
    if (!Files.isRegularFile(file)) {
      throw new InferenceException("there is no model " + file);
    }
    return open(
        file.toString(), threads, (env, options) -> env.createSession(file.toString(), options));
  }

  /**
   * Loads a graph from its bytes.
   *
   * @param name for messages
   * @param threads of one run; 0 for as many as there are cores
   * @throws InferenceException when the bytes are damaged or no ONNX graph
   */
  public static OnnxRuntimeSession of(String name, byte[] model, int threads) {
    if (model.length == 0) {
      throw new InferenceException("the model " + name + " is empty");
    }
    return open(name, threads, (env, options) -> env.createSession(model, options));
  }

  /**
   * Loads a part of a model folder, from its file or from its shards.
   *
   * @param part such as {@code vision}
   * @param threads of one run; 0 for as many as there are cores
   * @throws InferenceException when the graph is damaged
   * @throws IOException when the folder cannot be read
   */
  public static OnnxRuntimeSession open(ModelFolder folder, String part, int threads)
      throws IOException {
    String path = folder.manifest().graph(part).path();
    Path file = folder.path().resolve(path);
    if (folder.manifest().hasFile(ModelManifest.weightsOf(path))) {
      return besideWeights(folder, path, threads);
    }
    return folder.isWhole(path)
        ? open(file, threads)
        : of(file.toString(), folder.bytes(path), threads);
  }

  /** A graph whose weights lie beside it. */
  private static OnnxRuntimeSession besideWeights(ModelFolder folder, String path, int threads)
      throws IOException {
    byte[] graph = folder.bytes(path);
    String name = folder.path().resolve(path).toString();
    try (ExternalTensors external =
        ExternalTensors.of(OrtEnvironment.getEnvironment(), folder, path, graph)) {
      return open(
          name,
          threads,
          (env, options) -> {
            options.addExternalInitializers(external.all());
            return env.createSession(graph, options);
          });
    } catch (OrtException failure) {
      throw cannotLoad(name, failure);
    }
  }

  private static InferenceException cannotLoad(String name, OrtException failure) {
    return new InferenceException(
        "the model " + name + " cannot be loaded: " + failure.getMessage(), failure);
  }

  @FunctionalInterface
  private interface Loader {
    OrtSession load(OrtEnvironment environment, SessionOptions options) throws OrtException;
  }

  private static OnnxRuntimeSession open(String name, int threads, Loader loader) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      if (threads > 0) {
        options.setIntraOpNumThreads(threads);
      }
      return new OnnxRuntimeSession(name, environment, loader.load(environment, options));
    } catch (OrtException failure) {
      throw cannotLoad(name, failure);
    }
  }

  @Override
  public List<String> inputs() {
    return inputs;
  }

  @Override
  public List<String> outputs() {
    return outputs;
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> given, List<String> wanted) {
    return run(given, wanted, Set.of());
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> given, List<String> wanted, Set<String> held) {
    if (closed) {
      throw new InferenceException("the model " + name + " is closed");
    }
    Set<String> fetched = new LinkedHashSet<>(wanted);
    check(given.keySet(), inputs, "input");
    check(fetched, outputs, "output");
    for (String input : inputs) {
      if (!given.containsKey(input)) {
        throw new InferenceException("the model " + name + " needs the input " + input);
      }
    }
    Map<String, OnnxTensor> fed = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, Tensor> input : given.entrySet()) {
        fed.put(input.getKey(), toOrt(input.getValue()));
      }
      return taken(session.run(fed, fetched), held);
    } catch (OrtException failure) {
      throw new InferenceException(
          "the model " + name + " cannot be run: " + failure.getMessage(), failure);
    } finally {
      fed.forEach(
          (input, tensor) -> {
            if (!(given.get(input) instanceof OrtHeldTensor)) {
              tensor.close();
            }
          });
    }
  }

  /** The outputs; what is not held is read and freed. */
  private Map<String, Tensor> taken(OrtSession.Result result, Set<String> held) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, OnnxValue> output : result) {
      OnnxValue value = output.getValue();
      if (held.contains(output.getKey()) && value instanceof OnnxTensor tensor) {
        tensors.put(output.getKey(), new OrtHeldTensor(shape(tensor), tensor));
      } else {
        try (value) {
          tensors.put(output.getKey(), fromOrt(output.getKey(), value));
        }
      }
    }
    return tensors;
  }

  private void check(Set<String> names, List<String> known, String kind) {
    for (String each : names) {
      if (!known.contains(each)) {
        throw new InferenceException(
            "the model " + name + " has no " + kind + " " + each + ", only " + known);
      }
    }
  }

  private OnnxTensor toOrt(Tensor tensor) throws OrtException {
    if (tensor instanceof HeldTensor) {
      if (tensor instanceof OrtHeldTensor held) {
        return held.tensor();
      }
      throw new InferenceException(tensor + " is held by another runtime");
    }
    int[] sizes = tensor.shape().toArray();
    long[] shape = new long[sizes.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = sizes[i];
    }
    if (tensor instanceof LongTensor longs) {
      return OnnxTensor.createTensor(environment, LongBuffer.wrap(longs.values()), shape);
    }
    return OnnxTensor.createTensor(environment, FloatBuffer.wrap(tensor.floats().values()), shape);
  }

  private Tensor fromOrt(String output, OnnxValue value) {
    if (!(value instanceof OnnxTensor tensor)) {
      throw new InferenceException("the output " + output + " of " + name + " is no tensor");
    }
    Shape known = shape(tensor);
    TensorInfo info = tensor.getInfo();
    return switch (info.type) {
      case FLOAT, FLOAT16, BFLOAT16 -> {
        float[] values = new float[known.elements()];
        tensor.getFloatBuffer().get(values);
        yield new FloatTensor(known, values);
      }
      case INT64 -> {
        long[] values = new long[known.elements()];
        tensor.getLongBuffer().get(values);
        yield new LongTensor(known, values);
      }
      case INT32 -> {
        int[] values = new int[known.elements()];
        tensor.getIntBuffer().get(values);
        long[] wide = new long[values.length];
        for (int i = 0; i < wide.length; i++) {
          wide[i] = values[i];
        }
        yield new LongTensor(known, wide);
      }
      default ->
          throw new InferenceException(
              "the output " + output + " of " + name + " is of the type " + info.type);
    };
  }

  private static Shape shape(OnnxTensor tensor) {
    long[] sizes = tensor.getInfo().getShape();
    int[] shape = new int[sizes.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = (int) sizes[i];
    }
    return Shape.of(shape);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      session.close();
    } catch (OrtException failure) {
      throw new InferenceException("the model " + name + " cannot be closed", failure);
    }
  }
}
