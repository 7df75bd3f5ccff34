package mirador.web.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.inference.Session;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Shape;
import mirador.concepts.tensor.Tensor;
import mirador.web.model.WireTensor;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.BigInt64Array;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int32Array;
import org.teavm.jso.typedarrays.Uint8Array;

/**
 * A model in ONNX Runtime Web. Its calls wait for promises, so it is used inside a thread of the
 * worker. Numbers are not copied on the way in; where a graph has 16-bit floats at its ends they
 * are converted, which needs a browser that knows them (Chrome 135, Firefox 129, Safari 18.2).
 *
 * <p>Outputs that are held stay on the graphics card where they were named when the session was
 * made, otherwise as the tensor that the runtime gave.
 */
final class OrtWebSession implements Session {
  private final JSObject session;
  private final List<String> inputs;
  private final List<String> outputs;
  private boolean closed;

  private OrtWebSession(JSObject session) {
    this.session = session;
    this.inputs = WireTensor.list(inputNames(session));
    this.outputs = WireTensor.list(outputNames(session));
  }

  /**
   * Loads a model with the runtime that this worker has.
   *
   * @param gpu whether WebGPU computes
   * @throws InferenceException with what the runtime says when the bytes are no model it can run
   */
  static OrtWebSession create(GraphFile file, boolean gpu) {
    return create(file.bytes(), file, gpu, List.of());
  }

  /**
   * Loads a graph whose weights may lie in a file of their own.
   *
   * @param model the graph as it is to be run
   * @param file whose weights it uses
   * @param held outputs that stay on the graphics card when they are asked for as held
   */
  static OrtWebSession create(Uint8Array model, GraphFile file, boolean gpu, List<String> held) {
    JSObject options = options(gpu ? "webgpu" : "wasm");
    if (file.hasWeights()) {
      weights(options, file.location(), file.weights());
    }
    if (gpu) {
      held.forEach(name -> stays(options, name));
    }
    return new OrtWebSession(Await.of(load(model, options)));
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
      throw new InferenceException("the session is closed");
    }
    for (String name : inputs) {
      if (!given.containsKey(name)) {
        throw new InferenceException("no input \"" + name + "\", only " + given.keySet());
      }
    }
    JSObject feeds = object();
    for (Map.Entry<String, Tensor> entry : given.entrySet()) {
      if (!inputs.contains(entry.getKey())) {
        throw new InferenceException(
            "no input \"" + entry.getKey() + "\" in the graph, only " + inputs);
      }
      feed(feeds, session, entry.getKey(), entry.getValue());
    }
    for (String name : wanted) {
      if (!outputs.contains(name)) {
        throw new InferenceException("no output \"" + name + "\" in the graph, only " + outputs);
      }
    }
    List<String> read = new ArrayList<>(wanted);
    read.removeAll(held);
    JSObject results =
        Await.of(start(session, feeds, WireTensor.texts(wanted), WireTensor.texts(read)));
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (String name : wanted) {
      tensors.put(
          name,
          held.contains(name)
              ? new OrtWebTensor(member(results, name))
              : tensor(name, result(results, name)));
    }
    return tensors;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      Await.of(release(session));
    }
  }

  private static void feed(JSObject feeds, JSObject session, String name, Tensor tensor) {
    if (tensor instanceof OrtWebTensor held) {
      put(feeds, name, held.tensor());
      return;
    }
    Int32Array shape = Int32Array.fromJavaArray(tensor.shape().toArray());
    if (tensor instanceof FloatTensor floats) {
      feedFloats(feeds, session, name, Float32Array.fromJavaArray(floats.values()), shape);
    } else {
      feedLongs(feeds, name, BigInt64Array.fromJavaArray(tensor.longs().values()), shape);
    }
  }

  private static Tensor tensor(String name, Result result) {
    Shape shape = Shape.of(result.getSizes().toJavaArray());
    return switch (result.getType()) {
      case "float32" -> new FloatTensor(shape, ((Float32Array) result.getValues()).toJavaArray());
      case "int64" -> new LongTensor(shape, ((BigInt64Array) result.getValues()).toJavaArray());
      default ->
          throw new InferenceException(
              "the output \"" + name + "\" is of type " + result.getType() + ", not of floats");
    };
  }

  // Severity 3: errors; that WebGPU leaves some shapes to the CPU is no news.
  @JSBody(
      params = {"provider"},
      script =
          "return {executionProviders: [provider], graphOptimizationLevel: 'all',"
              + " logSeverityLevel: 3};")
  private static native JSObject options(String provider);

  @JSBody(
      params = {"options", "location", "content"},
      script = "options.externalData = [{path: location, data: content}];")
  private static native void weights(JSObject options, String location, JSObject content);

  @JSBody(
      params = {"options", "name"},
      script =
          "(options.preferredOutputLocation = options.preferredOutputLocation || {})[name]"
              + " = 'gpu-buffer';")
  private static native void stays(JSObject options, String name);

  @JSBody(
      params = {"model", "options"},
      script =
          "return ort.InferenceSession.create(model, options).then(function(session) {"
              + " if (options.executionProviders[0] === 'webgpu' && !self.miradorLost) {"
              + "  self.miradorLost = Promise.resolve(ort.env.webgpu.device).then(function(device) {"
              + "   return device.lost.then(function(info) {"
              + "    self.miradorLostWhy = info.message || info.reason || 'lost';"
              + "    throw new Error(self.miradorLostWhy); }); });"
              + "  self.miradorLost.catch(function() {}); }"
              + " return session; });")
  private static native JSObject load(Uint8Array model, JSObject options);

  /** Why WebGPU was taken away, or "". */
  @JSBody(script = "return self.miradorLostWhy || '';")
  static native String lost();

  // A run on a lost device may never end.
  @JSBody(
      params = {"session", "feeds", "wanted", "read"},
      script =
          "var running = session.run(feeds, wanted).then(function(results) {"
              + " return Promise.all(read.filter(function(name) {"
              + "  return results[name].location === 'gpu-buffer'; }).map(function(name) {"
              + "  return results[name].getData(true); })).then(function() { return results; }); });"
              + "return self.miradorLost ? Promise.race([running, self.miradorLost]) : running;")
  private static native JSObject start(
      JSObject session,
      JSObject feeds,
      JSArrayReader<JSString> wanted,
      JSArrayReader<JSString> read);

  @JSBody(
      params = {"session"},
      script = "return session.release();")
  private static native JSObject release(JSObject session);

  @JSBody(
      params = {"session"},
      script = "return session.inputNames;")
  private static native JSArrayReader<JSString> inputNames(JSObject session);

  @JSBody(
      params = {"session"},
      script = "return session.outputNames;")
  private static native JSArrayReader<JSString> outputNames(JSObject session);

  @JSBody(script = "return {};")
  private static native JSObject object();

  @JSBody(
      params = {"object", "name"},
      script = "return object[name];")
  private static native JSObject member(JSObject object, String name);

  @JSBody(
      params = {"object", "name", "value"},
      script = "object[name] = value;")
  private static native void put(JSObject object, String name, JSObject value);

  @JSBody(
      params = {"feeds", "session", "name", "values", "shape"},
      script =
          "var meta = session.inputMetadata.find(function(one) { return one.name === name; });"
              + "var half = meta && meta.type === 'float16';"
              + "feeds[name] = new ort.Tensor(half ? 'float16' : 'float32',"
              + " half ? Float16Array.from(values) : values, Array.from(shape));")
  private static native void feedFloats(
      JSObject feeds, JSObject session, String name, Float32Array values, Int32Array shape);

  @JSBody(
      params = {"feeds", "name", "values", "shape"},
      script = "feeds[name] = new ort.Tensor('int64', values, Array.from(shape));")
  private static native void feedLongs(
      JSObject feeds, String name, BigInt64Array values, Int32Array shape);

  @JSBody(
      params = {"results", "name"},
      script =
          "var tensor = results[name], half = tensor.type === 'float16';"
              + "return {type: half ? 'float32' : tensor.type, sizes: Int32Array.from(tensor.dims),"
              + " values: half ? Float32Array.from(tensor.data) : tensor.data};")
  private static native Result result(JSObject results, String name);

  private interface Result extends JSObject {
    @JSProperty
    String getType();

    @JSProperty
    Int32Array getSizes();

    @JSProperty
    JSObject getValues();
  }
}
