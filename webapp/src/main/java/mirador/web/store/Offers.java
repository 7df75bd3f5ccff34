package mirador.web.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.inference.DownloadPlan;
import mirador.concepts.inference.ModelNeeds;
import mirador.concepts.inference.ModelOffer;
import mirador.web.course.CourseData;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;

/** The models that the course offers, out of its data script. */
final class Offers {
  private Offers() {}

  static List<ModelOffer> all() {
    List<ModelOffer> offers = new ArrayList<>();
    for (JSObject entry : entries()) {
      List<ModelOffer.Variant> variants = new ArrayList<>();
      for (JSObject manifest : ManifestJson.items(entry, "manifests")) {
        variants.add(
            new ModelOffer.Variant(
                ManifestJson.text(manifest, "variant"),
                DownloadPlan.of(ManifestJson.files(manifest)).total()));
      }
      List<ModelOffer.Origin> origins = new ArrayList<>();
      for (JSObject origin : ManifestJson.items(entry, "origins")) {
        origins.add(
            new ModelOffer.Origin(
                ManifestJson.text(origin, "kind"),
                ManifestJson.text(origin, "address"),
                ManifestJson.text(origin, "host")));
      }
      offers.add(
          new ModelOffer(
              ManifestJson.text(entry, "name"),
              ManifestJson.text(entry, "title"),
              architecture(entry),
              isMiniature(entry),
              variants,
              origins));
    }
    return offers;
  }

  private static String architecture(JSObject entry) {
    String told = ManifestJson.text(entry, "architecture");
    for (JSObject manifest : ManifestJson.items(entry, "manifests")) {
      told = told == null ? ManifestJson.text(manifest, "architecture") : told;
    }
    return told == null ? "" : told;
  }

  @JSBody(
      params = {"entry"},
      script = "return entry.miniature === true;")
  private static native boolean isMiniature(JSObject entry);

  /** The version of a model that is a part of the course; it changes with every file. */
  static String version(String name) {
    for (JSObject entry : entries()) {
      if (name.equals(ManifestJson.text(entry, "name")) && isMiniature(entry)) {
        return ManifestJson.text(entry, "version");
      }
    }
    throw new IllegalArgumentException(name + " is no part of the course.");
  }

  /** What the public hub has: a manifest for each variant of each model, to be changed at will. */
  static List<JSObject> manifests() {
    List<JSObject> manifests = new ArrayList<>();
    for (JSObject entry : entries()) {
      if (isMiniature(entry)) {
        continue;
      }
      for (JSObject manifest : ManifestJson.items(entry, "manifests")) {
        manifests.add(copy(manifest));
      }
    }
    return manifests;
  }

  /** What the public hub has of one model. */
  static JSObject manifest(ModelKey key) {
    for (JSObject manifest : manifests()) {
      if (key.name().equals(ManifestJson.text(manifest, "name"))
          && key.variant().equals(ManifestJson.text(manifest, "variant"))) {
        return manifest;
      }
    }
    throw new IllegalArgumentException("The course does not offer " + key.folder());
  }

  /** What a model needs of a machine; null when the course does not know its files. */
  static ModelNeeds needs(ModelKey key) {
    for (JSObject manifest : manifests()) {
      if (key.name().equals(ManifestJson.text(manifest, "name"))
          && key.variant().equals(ManifestJson.text(manifest, "variant"))) {
        Map<String, Long> files = new HashMap<>();
        for (DownloadPlan.Offered file : ManifestJson.files(manifest)) {
          files.put(file.path(), file.bytes());
        }
        return ModelNeeds.of(
            ManifestJson.text(manifest, "architecture"), ManifestJson.graphs(manifest), files);
      }
    }
    return null;
  }

  /** What learners call a model. */
  static String title(String name) {
    for (ModelOffer offer : all()) {
      if (offer.name().equals(name)) {
        return offer.title();
      }
    }
    return name;
  }

  /** The whole address of a server's folder. */
  static String address(ModelOffer.Origin origin) {
    return absolute(
        origin.kind().equals(ModelOffer.Origin.SITE)
            ? CourseData.root() + origin.address()
            : origin.address());
  }

  @JSBody(
      params = {"address"},
      script = "return new URL(address, document.baseURI).href;")
  private static native String absolute(String address);

  private static List<JSObject> entries() {
    List<JSObject> entries = new ArrayList<>();
    JSArrayReader<JSObject> array = array();
    for (int i = 0; i < array.getLength(); i++) {
      entries.add(array.get(i));
    }
    return entries;
  }

  @JSBody(script = "return window.mirador.models || [];")
  private static native JSArrayReader<JSObject> array();

  @JSBody(
      params = {"value"},
      script = "return JSON.parse(JSON.stringify(value));")
  private static native JSObject copy(JSObject value);
}
