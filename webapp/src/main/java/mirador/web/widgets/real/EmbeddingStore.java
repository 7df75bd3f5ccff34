package mirador.web.widgets.real;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.Float32Array;

/**
 * Embeddings of own pictures with their thumbnails, kept in IndexedDB by model and SHA-256 of the
 * file. A browser that forbids it keeps nothing.
 */
final class EmbeddingStore {
  private EmbeddingStore() {}

  /** What is kept of a picture. */
  interface Kept extends JSObject {
    /** (projection), of length 1. */
    @JSProperty
    Float32Array getEmbedding();

    @JSProperty
    Blob getThumbnail();
  }

  private static final String OPEN =
      "function open(mode, use, fail) { try {"
          + " var opening = indexedDB.open('mirador-embeddings', 1);"
          + " opening.onupgradeneeded = function() { opening.result.createObjectStore('clip'); };"
          + " opening.onerror = function() { fail(opening.error); };"
          + " opening.onsuccess = function() { var base = opening.result; try {"
          + " var change = base.transaction('clip', mode);"
          + " change.oncomplete = change.onabort = function() { base.close(); };"
          + " use(change.objectStore('clip'), change);"
          + " } catch (error) { base.close(); fail(error); } };"
          + " } catch (error) { fail(error); } }";

  /** Gives what is kept under the key, or null. */
  static void get(String key, Consumer<Kept> done) {
    read(key, done::accept);
  }

  /** Keeps a picture's embedding; gives "" or why not: "full" or "forbidden". */
  static void put(String key, double[] embedding, Blob thumbnail, Consumer<String> done) {
    float[] values = new float[embedding.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) embedding[i];
    }
    write(key, Float32Array.fromJavaArray(values), thumbnail, done::accept);
  }

  /** Forgets all, of every model. */
  static void clear(Runnable done) {
    erase(done::run);
  }

  @JSBody(
      params = {"key", "done"},
      script =
          OPEN
              + "open('readonly', function(store) { var asked = store.get(key);"
              + " asked.onsuccess = function() { done(asked.result || null); };"
              + " asked.onerror = function() { done(null); }; }, function() { done(null); });")
  private static native void read(String key, KeptHandler done);

  @JSBody(
      params = {"key", "embedding", "thumbnail", "done"},
      script =
          OPEN
              + "function fail(error) { done(error && /quota/i.test(error.name) ? 'full' : 'forbidden'); }"
              + "open('readwrite', function(store, change) {"
              + " store.put({embedding: new Float32Array(embedding), thumbnail: thumbnail}, key);"
              + " change.addEventListener('complete', function() { done(''); });"
              + " change.addEventListener('abort', function() { fail(change.error); }); }, fail);")
  private static native void write(String key, Float32Array embedding, Blob thumbnail, Why done);

  @JSBody(
      params = {"done"},
      script =
          OPEN
              + "open('readwrite', function(store, change) { store.clear();"
              + " change.addEventListener('complete', function() { done(); });"
              + " change.addEventListener('abort', function() { done(); });"
              + " }, function() { done(); });")
  private static native void erase(Action done);

  @JSFunctor
  private interface KeptHandler extends JSObject {
    void accept(Kept kept);
  }

  @JSFunctor
  private interface Why extends JSObject {
    void accept(String why);
  }

  @JSFunctor
  private interface Action extends JSObject {
    void run();
  }
}
