package mirador.web.store;

import mirador.web.dom.Json;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** The note that is kept beside a model's pieces. */
abstract class KeptRecord implements JSObject {
  protected KeptRecord() {}

  /**
   * A new note.
   *
   * @param manifest as its source gave it
   * @param from what learners call the source
   */
  @JSBody(
      params = {"manifest", "from"},
      script = "return {manifest: manifest, from: from, tags: {}, complete: false, checked: 0};")
  static native KeptRecord of(JSObject manifest, String from);

  /** Takes over what an earlier note told of the files at their source. */
  @JSBody(
      params = {"record", "earlier"},
      script = "record.tags = earlier.tags || {};")
  static native void inherit(KeptRecord record, KeptRecord earlier);

  /** Reads a kept note; null when it is none. */
  static KeptRecord read(String text) {
    JSObject record = Json.parse(text);
    return ManifestJson.isObject(record)
            && ManifestJson.isObject(ManifestJson.member(record, "manifest"))
        ? cast(record)
        : null;
  }

  @JSBody(
      params = {"value"},
      script = "return value;")
  private static native KeptRecord cast(JSObject value);

  @JSProperty
  abstract JSObject getManifest();

  @JSProperty
  abstract String getFrom();

  /** Whether all pieces have come and been verified. */
  @JSProperty
  abstract boolean isComplete();

  @JSProperty
  abstract void setComplete(boolean complete);

  /** When the pieces were last verified, in milliseconds since 1970. */
  @JSProperty
  abstract double getChecked();

  @JSProperty
  abstract void setChecked(double moment);

  /** The tag that a file had at its source, or "". */
  @JSBody(
      params = {"record", "path"},
      script = "return record.tags[path] || '';")
  private static native String tag(KeptRecord record, String path);

  @JSBody(
      params = {"record", "path", "tag"},
      script = "record.tags[path] = tag;")
  private static native void setTag(KeptRecord record, String path, String tag);

  String tag(String path) {
    return tag(this, path);
  }

  void tag(String path, String tag) {
    setTag(this, path, tag);
  }
}
