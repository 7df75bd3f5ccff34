package mirador.web.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.inference.DownloadPlan;
import mirador.concepts.inference.ModelManifest;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Float64Array;

/** Manifests as the browser's JSON parser gives them. */
final class ManifestJson {
  private ManifestJson() {}

  /**
   * A checked manifest.
   *
   * @throws IllegalArgumentException when something is missing or not allowed; says what
   */
  static ModelManifest model(JSObject manifest) {
    if (!isObject(manifest)) {
      throw new IllegalArgumentException("model manifest: no JSON object");
    }
    List<ModelManifest.ModelFile> files = new ArrayList<>();
    for (DownloadPlan.Offered file : files(manifest)) {
      files.add(
          new ModelManifest.ModelFile(file.path(), file.bytes(), file.sha256(), file.shards()));
    }
    Map<String, List<Double>> config = new LinkedHashMap<>();
    JSObject numbers = member(manifest, "config");
    for (String name : keys(numbers)) {
      config.put(name, numbers(numbers, name));
    }
    return new ModelManifest(
        (int) number(manifest, "format"),
        text(manifest, "name"),
        text(manifest, "architecture"),
        text(manifest, "variant"),
        text(manifest, "source"),
        text(manifest, "licence"),
        graphs(manifest),
        files,
        config,
        reference(member(manifest, "reference")));
  }

  private static ModelManifest.Reference reference(JSObject reference) {
    List<ModelManifest.ReferenceCheck> checks = new ArrayList<>();
    for (JSObject check : items(reference, "checks")) {
      List<Long> ids = new ArrayList<>();
      for (double id : numbers(check, "ids")) {
        ids.add((long) id);
      }
      checks.add(
          new ModelManifest.ReferenceCheck(
              text(check, "kind"),
              orZero(number(check, "value")),
              ids,
              (int) orZero(number(check, "from")),
              numbers(check, "expected")));
    }
    return checks.isEmpty()
        ? ModelManifest.Reference.NONE
        : new ModelManifest.Reference(number(reference, "tolerance"), checks);
  }

  /** Part of the model -> path of its graph. */
  static Map<String, String> graphs(JSObject manifest) {
    Map<String, String> graphs = new LinkedHashMap<>();
    JSObject parts = member(manifest, "graphs");
    for (String part : keys(parts)) {
      graphs.put(part, text(parts, part));
    }
    return graphs;
  }

  private static double orZero(double number) {
    return Double.isNaN(number) ? 0 : number;
  }

  /** The files of a manifest; of one that ships with the course a hash may be empty. */
  static List<DownloadPlan.Offered> files(JSObject manifest) {
    List<DownloadPlan.Offered> files = new ArrayList<>();
    for (JSObject file : items(manifest, "files")) {
      List<ModelManifest.Shard> shards = new ArrayList<>();
      for (JSObject shard : items(file, "shards")) {
        shards.add(
            new ModelManifest.Shard(text(shard, "path"), bytes(shard), text(shard, "sha256")));
      }
      files.add(
          new DownloadPlan.Offered(text(file, "path"), bytes(file), text(file, "sha256"), shards));
    }
    return files;
  }

  private static long bytes(JSObject entry) {
    double bytes = number(entry, "bytes");
    if (bytes >= 0 && bytes == Math.rint(bytes)) {
      return (long) bytes;
    }
    throw new IllegalArgumentException(
        "model manifest: " + text(entry, "path") + " has no number of bytes");
  }

  /** Fills in a file's hash that was not known before. */
  @JSBody(
      params = {"manifest", "path", "hash"},
      script =
          "manifest.files.forEach(function(file) {"
              + " if (file.path === path && !file.sha256) file.sha256 = hash; });")
  static native void learn(JSObject manifest, String path, String hash);

  @JSBody(
      params = {"value"},
      script = "return JSON.stringify(value);")
  static native String write(JSObject value);

  @JSBody(
      params = {"object", "name"},
      script = "var found = object[name]; return typeof found === 'string' ? found : null;")
  static native String text(JSObject object, String name);

  @JSBody(
      params = {"object", "name"},
      script = "var found = object[name]; return typeof found === 'number' ? found : NaN;")
  static native double number(JSObject object, String name);

  @JSBody(
      params = {"object", "name"},
      script = "var found = object[name]; return found && typeof found === 'object' ? found : {};")
  static native JSObject member(JSObject object, String name);

  @JSBody(
      params = {"value"},
      script = "return !!value && typeof value === 'object' && !Array.isArray(value);")
  static native boolean isObject(JSObject value);

  static List<String> keys(JSObject object) {
    List<String> keys = new ArrayList<>();
    JSArrayReader<JSString> names = names(object);
    for (int i = 0; i < names.getLength(); i++) {
      keys.add(names.get(i).stringValue());
    }
    return keys;
  }

  @JSBody(
      params = {"object"},
      script = "return Object.keys(object);")
  private static native JSArrayReader<JSString> names(JSObject object);

  /** The objects of a list; none where there is no list. */
  static List<JSObject> items(JSObject object, String name) {
    List<JSObject> items = new ArrayList<>();
    JSArrayReader<JSObject> array = objects(object, name);
    for (int i = 0; i < array.getLength(); i++) {
      items.add(array.get(i));
    }
    return items;
  }

  @JSBody(
      params = {"object", "name"},
      script =
          "var found = object[name]; return (Array.isArray(found) ? found : []).filter(function(item) {"
              + " return item && typeof item === 'object'; });")
  private static native JSArrayReader<JSObject> objects(JSObject object, String name);

  private static List<Double> numbers(JSObject object, String name) {
    List<Double> numbers = new ArrayList<>();
    Float64Array array = numberArray(object, name);
    for (int i = 0; i < array.getLength(); i++) {
      numbers.add(array.get(i));
    }
    return numbers;
  }

  @JSBody(
      params = {"object", "name"},
      script =
          "return Float64Array.from([].concat(object[name]).filter(function(item) {"
              + " return typeof item === 'number'; }));")
  private static native Float64Array numberArray(JSObject object, String name);
}
