package mirador.web.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Shape;
import mirador.concepts.tensor.Tensor;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.BigInt64Array;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int32Array;

/** A named tensor on its way between the page and the worker. */
public abstract class WireTensor implements JSObject {
  protected WireTensor() {}

  /** Tensors by name, for a message; the numbers are not copied here. */
  public static JSArrayReader<WireTensor> of(Map<String, Tensor> tensors) {
    JSArray<WireTensor> wire = new JSArray<>();
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Tensor tensor = entry.getValue();
      JSObject values =
          tensor instanceof FloatTensor floats
              ? Float32Array.fromJavaArray(floats.values())
              : BigInt64Array.fromJavaArray(tensor.longs().values());
      wire.push(make(entry.getKey(), Int32Array.fromJavaArray(tensor.shape().toArray()), values));
    }
    return wire;
  }

  /** Tensors by name, out of a message. */
  public static Map<String, Tensor> tensors(JSArrayReader<WireTensor> wire) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < wire.getLength(); i++) {
      WireTensor tensor = wire.get(i);
      Shape shape = Shape.of(tensor.getShape().toJavaArray());
      tensors.put(
          tensor.getName(),
          tensor.isLong()
              ? new LongTensor(shape, ((BigInt64Array) tensor.getValues()).toJavaArray())
              : new FloatTensor(shape, ((Float32Array) tensor.getValues()).toJavaArray()));
    }
    return tensors;
  }

  /** Texts, for a message. */
  public static JSArrayReader<JSString> texts(List<String> texts) {
    JSArray<JSString> wire = new JSArray<>();
    texts.forEach(text -> wire.push(JSString.valueOf(text)));
    return wire;
  }

  /** Texts, out of a message. */
  public static List<String> list(JSArrayReader<JSString> wire) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < wire.getLength(); i++) {
      texts.add(wire.get(i).stringValue());
    }
    return Collections.unmodifiableList(texts);
  }

  @JSProperty
  public abstract String getName();

  @JSProperty
  protected abstract Int32Array getShape();

  @JSProperty
  protected abstract JSObject getValues();

  @JSProperty
  protected abstract boolean isLong();

  @JSBody(
      params = {"name", "shape", "values"},
      script =
          "return {name: name, shape: shape, values: values,"
              + " long: values instanceof BigInt64Array};")
  private static native WireTensor make(String name, Int32Array shape, JSObject values);
}
