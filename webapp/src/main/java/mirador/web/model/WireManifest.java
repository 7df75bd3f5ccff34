package mirador.web.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.typedarrays.Float64Array;

/** Of a manifest what the worker needs: the architecture's numbers and the reference values. */
public abstract class WireManifest implements JSObject {
  protected WireManifest() {}

  public static WireManifest of(ModelManifest manifest) {
    JSArray<Numbers> config = new JSArray<>();
    manifest.config().forEach((name, values) -> config.push(numbers(name, array(values))));
    JSArray<Check> checks = new JSArray<>();
    for (ReferenceCheck check : manifest.reference().checks()) {
      List<Double> ids = new ArrayList<>();
      check.ids().forEach(id -> ids.add((double) id));
      checks.push(
          check(check.kind(), check.value(), array(ids), check.from(), array(check.expected())));
    }
    return make(config, manifest.reference().tolerance(), checks);
  }

  /** The numbers of the architecture; a single number is a list of one. */
  public final Map<String, List<Double>> config() {
    Map<String, List<Double>> config = new LinkedHashMap<>();
    for (int i = 0; i < getConfig().getLength(); i++) {
      Numbers numbers = getConfig().get(i);
      config.put(numbers.getName(), list(numbers.getValues()));
    }
    return config;
  }

  public final Reference reference() {
    List<ReferenceCheck> checks = new ArrayList<>();
    for (int i = 0; i < getChecks().getLength(); i++) {
      Check check = getChecks().get(i);
      List<Long> ids = new ArrayList<>();
      list(check.getIds()).forEach(id -> ids.add((long) (double) id));
      checks.add(
          new ReferenceCheck(
              check.getKind(), check.getValue(), ids, check.getFrom(), list(check.getExpected())));
    }
    return new Reference(getTolerance(), checks);
  }

  private static Float64Array array(List<Double> numbers) {
    double[] values = new double[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(i);
    }
    return Float64Array.fromJavaArray(values);
  }

  private static List<Double> list(Float64Array array) {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < array.getLength(); i++) {
      numbers.add(array.get(i));
    }
    return numbers;
  }

  @JSProperty
  protected abstract JSArrayReader<Numbers> getConfig();

  @JSProperty
  protected abstract double getTolerance();

  @JSProperty
  protected abstract JSArrayReader<Check> getChecks();

  @JSBody(
      params = {"config", "tolerance", "checks"},
      script = "return {config: config, tolerance: tolerance, checks: checks};")
  private static native WireManifest make(
      JSArray<Numbers> config, double tolerance, JSArray<Check> checks);

  @JSBody(
      params = {"name", "values"},
      script = "return {name: name, values: values};")
  private static native Numbers numbers(String name, Float64Array values);

  @JSBody(
      params = {"kind", "value", "ids", "from", "expected"},
      script = "return {kind: kind, value: value, ids: ids, from: from, expected: expected};")
  private static native Check check(
      String kind, double value, Float64Array ids, int from, Float64Array expected);

  private interface Numbers extends JSObject {
    @JSProperty
    String getName();

    @JSProperty
    Float64Array getValues();
  }

  private interface Check extends JSObject {
    @JSProperty
    String getKind();

    @JSProperty
    double getValue();

    @JSProperty
    Float64Array getIds();

    @JSProperty
    int getFrom();

    @JSProperty
    Float64Array getExpected();
  }
}
