package mirador.web.course;

import java.util.function.Consumer;
import mirador.web.dom.LaunchPage;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.file.Blob;

/** Own pictures kept in IndexedDB; a browser that forbids it simply keeps nothing. */
final class BlobStore {
  private BlobStore() {}

  /** A file, the name it had, and the size in pixels it had before it was reduced. */
  interface Kept extends JSObject {
    @JSProperty
    Blob getBlob();

    @JSProperty
    String getName();

    @JSProperty
    int getWidth();

    @JSProperty
    int getHeight();
  }

  /** Gives what is kept under the key, or null. */
  static void get(String key, Consumer<Kept> done) {
    read(own(key), done::accept);
  }

  /** Keeps a file; gives "" or why not: "full" or "forbidden". */
  static void put(
      String key, Blob blob, String name, int width, int height, Consumer<String> done) {
    write(own(key), blob, name, width, height, done::accept);
  }

  static void remove(String key) {
    erase(own(key));
  }

  /** The key of the learner whom a platform names, where there is one. */
  private static String own(String key) {
    return LaunchPage.learner().isEmpty() ? key : LaunchPage.learner() + ":" + key;
  }

  // From a disk the hub keeps the files, as it keeps the texts; see FileHub.
  private static final String BY_HUB = "if (location.protocol === 'file:' && window.miradorHub) {";

  private static final String OPEN =
      "function open(use, fail) { try { var opening = indexedDB.open('mirador', 1);"
          + " opening.onupgradeneeded = function() { opening.result.createObjectStore('pictures'); };"
          + " opening.onerror = function() { fail(opening.error); };"
          + " opening.onsuccess = function() { try {"
          + " use(opening.result.transaction('pictures', mode).objectStore('pictures'));"
          + " } catch (error) { fail(error); } }; } catch (error) { fail(error); } }";

  @JSBody(
      params = {"key", "done"},
      script =
          BY_HUB
              + " window.miradorHub({picture: 'get', key: key}, function(answer) { done(answer.file); });"
              + " return; }"
              + "var mode = 'readonly';"
              + OPEN
              + "open(function(store) { var req = store.get(key);"
              + " req.onsuccess = function() { done(req.result || null); };"
              + " req.onerror = function() { done(null); }; }, function() { done(null); });")
  private static native void read(String key, KeptHandler done);

  @JSBody(
      params = {"key", "blob", "name", "width", "height", "done"},
      script =
          BY_HUB
              + " window.miradorHub({picture: 'put', key: key, file: {blob: blob, name: name,"
              + " width: width, height: height}},"
              + " function(answer) { done(answer.why); }); return; }"
              + "var mode = 'readwrite';"
              + OPEN
              + "function fail(error) { done(error && /quota/i.test(error.name) ? 'full' : 'forbidden'); }"
              + "open(function(store) { var req = store.put("
              + "{blob: blob, name: name, width: width, height: height}, key);"
              + " store.transaction.oncomplete = function() { done(''); };"
              + " store.transaction.onabort = function() { fail(store.transaction.error); };"
              + " }, fail);")
  private static native void write(
      String key, Blob blob, String name, int width, int height, WhyHandler done);

  @JSBody(
      params = {"key"},
      script =
          BY_HUB
              + " window.miradorHub({picture: 'remove', key: key}, null); return; }"
              + "var mode = 'readwrite';"
              + OPEN
              + "open(function(store) { store.delete(key); }, function() {});")
  private static native void erase(String key);

  @JSFunctor
  private interface KeptHandler extends JSObject {
    void accept(Kept kept);
  }

  @JSFunctor
  private interface WhyHandler extends JSObject {
    void accept(String why);
  }
}
