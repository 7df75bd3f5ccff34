package mirador.web.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mirador.concepts.inference.Sha256;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.typedarrays.Uint8Array;

/** What the store needs of the browser: answers as streams, hashes, folders, scripts. */
final class Browser {
  /** A slice small enough to be hashed between two frames on a slow machine, 256 KiB. */
  private static final int HASH_SLICE = 1 << 18;

  /** The browser's own hash needs all bytes at once, and no array holds 2 GiB everywhere. */
  private static final double LARGEST_DIGEST = 1 << 30;

  private Browser() {}

  /** An answer that is being read. */
  interface Stream extends JSObject {
    /** Reads on after a pause. */
    void go();

    /** Ends it; nothing is called any more. */
    void stop();
  }

  /** Gets an answer part by part. */
  interface Reader {
    /**
     * The answer has begun.
     *
     * @param total bytes of the whole file as far as the server tells, or -1
     * @return whether to read it
     */
    boolean head(int status, double total, String etag);

    /** Takes the next bytes; answers whether to read on at once. */
    boolean chunk(Uint8Array bytes);

    /** All has come. */
    void end();

    /**
     * It ended too early.
     *
     * @param kind "unreachable" (no answer), "status" or "cut"
     * @param detail the status, or the browser's words
     */
    void failed(String kind, String detail);
  }

  /**
   * Asks a server.
   *
   * @param range of bytes that are wanted, as the header has it, or ""
   */
  static Stream read(String address, String range, Reader reader) {
    return fetch(address, range, reader::head, reader::chunk, reader::end, reader::failed);
  }

  // Without the browser's own cache, which would hold every piece a second time. Chunks that are
  // there already follow each other without a task between them, so one is put in now and then.
  @JSBody(
      params = {"address", "range", "head", "chunk", "end", "failed"},
      script =
          "var stop = new AbortController(), reader, over = false, turns = 0;"
              + "function fail(kind, detail) { if (!over) { over = true; failed(kind, detail); } }"
              + "function read() { reader.read().then(function(part) { if (over) return;"
              + " if (part.done) { over = true; end(); } else if (chunk(part.value)) go(); },"
              + " function(error) { fail('cut', String(error)); }); }"
              + "function go() { if (++turns % 8) read(); else setTimeout(read, 0); }"
              + "fetch(address, {signal: stop.signal, headers: range ? {Range: range} : {},"
              + " cache: 'no-store', referrerPolicy: 'no-referrer'}).then(function(answer) {"
              + " if (over) return;"
              + " if (!answer.ok) { stop.abort(); fail('status', String(answer.status)); return; }"
              + " var span = /\\/(\\d+)$/.exec(answer.headers.get('content-range') || '');"
              + " reader = answer.body.getReader();"
              + " if (head(answer.status, span ? +span[1] : -1, answer.headers.get('etag') || ''))"
              + " go(); }, function(error) { fail('unreachable', String(error)); });"
              + "return {go: go, stop: function() { over = true; stop.abort(); }};")
  private static native Stream fetch(
      String address, String range, Head head, Chunk chunk, Action end, Failed failed);

  /** Reads an address as text, whole. */
  static void readText(String address, Consumer<String> done, Failed failed) {
    fetchText(address, done::accept, failed);
  }

  @JSBody(
      params = {"address", "done", "failed"},
      script =
          "fetch(address, {cache: 'no-cache', referrerPolicy: 'no-referrer'}).then(function(answer) {"
              + " if (!answer.ok) { failed('status', String(answer.status)); return; }"
              + " answer.text().then(done, function(error) { failed('cut', String(error)); }); },"
              + " function(error) { failed('unreachable', String(error)); });")
  private static native void fetchText(String address, Text done, Failed failed);

  @JSBody(
      params = {"parts"},
      script = "return new Blob(parts);")
  static native Blob join(JSArrayReader<? extends JSObject> parts);

  static Blob joined(List<Blob> parts) {
    JSArray<Blob> array = new JSArray<>();
    for (Blob part : parts) {
      array.push(part);
    }
    return array.getLength() == 1 ? array.get(0) : join(array);
  }

  @JSBody(
      params = {"text"},
      script = "return new Blob([text], {type: 'application/json'});")
  static native Blob textBlob(String text);

  // Blob's own methods have int sizes; a file may be larger.
  @JSBody(
      params = {"blob"},
      script = "return blob.size;")
  static native double size(Blob blob);

  @JSBody(
      params = {"blob", "from", "to"},
      script = "return blob.slice(from, to);")
  static native Blob slice(Blob blob, double from, double to);

  @JSBody(
      params = {"bytes", "from", "to"},
      script = "return bytes.subarray(from, to);")
  static native Uint8Array part(Uint8Array bytes, int from, int to);

  /** Reads a blob as UTF-8 text. */
  static void text(Blob blob, Consumer<String> done, Runnable failed) {
    blobText(blob, done::accept, failed::run);
  }

  @JSBody(
      params = {"blob", "done", "failed"},
      script = "blob.text().then(done, failed);")
  private static native void blobText(Blob blob, Text done, Action failed);

  /**
   * The SHA-256 of a blob, 64 lower-case hexadecimal digits. Never blocks the page: the browser's
   * own hash copies all bytes before it begins, so it is asked in a worker; where there is none,
   * which is so by plain http, the bytes are hashed in slices here.
   */
  static void sha256(Blob blob, Consumer<String> done, Runnable failed) {
    if (hasDigest() && size(blob) <= LARGEST_DIGEST) {
      digest(blob, done::accept, failed::run);
    } else {
      hashSlices(blob, 0, new Sha256(), done, failed);
    }
  }

  private static void hashSlices(
      Blob blob, double from, Sha256 hash, Consumer<String> done, Runnable failed) {
    if (from >= size(blob)) {
      done.accept(hash.hex());
      return;
    }
    buffer(
        slice(blob, from, from + HASH_SLICE),
        bytes -> {
          hash.update(new Int8Array(bytes).copyToJavaArray());
          hashSlices(blob, from + HASH_SLICE, hash, done, failed);
        },
        failed::run);
  }

  @JSBody(script = "return !!(window.crypto && crypto.subtle);")
  private static native boolean hasDigest();

  @JSBody(
      params = {"blob", "done", "failed"},
      script = "blob.arrayBuffer().then(done, failed);")
  private static native void buffer(Blob blob, Bytes done, Action failed);

  @JSBody(
      params = {"blob", "done", "failed"},
      script =
          "var hasher = window.miradorHasher; if (!hasher) {"
              + " var source = 'onmessage = function(event) { var number = event.data.number;"
              + " event.data.blob.arrayBuffer().then(function(bytes) {"
              + " return crypto.subtle.digest(\"SHA-256\", bytes); }).then(function(hash) {"
              + " postMessage({number: number, hash: Array.from(new Uint8Array(hash), function(byte) {"
              + " return (byte + 256).toString(16).slice(1); }).join(\"\")}); }, function() {"
              + " postMessage({number: number}); }); };';"
              + " hasher = window.miradorHasher = {waiting: {}, next: 1, worker: new Worker("
              + "URL.createObjectURL(new Blob([source], {type: 'text/javascript'})))};"
              + " hasher.worker.onmessage = function(event) { var data = event.data,"
              + " answer = hasher.waiting[data.number]; delete hasher.waiting[data.number];"
              + " answer(data.hash); }; }"
              + "var number = hasher.next++; hasher.waiting[number] = function(hash) {"
              + " if (hash) done(hash); else failed(); };"
              + "hasher.worker.postMessage({number: number, blob: blob});")
  private static native void digest(Blob blob, Text done, Action failed);

  /** Files with the paths they have in what was picked or dropped. */
  record Given(List<String> paths, List<Blob> files) {
    static Given of(JSArrayReader<JSObject> flat) {
      List<String> paths = new ArrayList<>();
      List<Blob> files = new ArrayList<>();
      for (int i = 0; i + 1 < flat.getLength(); i += 2) {
        paths.add(asText(flat.get(i)));
        files.add(asBlob(flat.get(i + 1)));
      }
      return new Given(paths, files);
    }
  }

  @JSBody(
      params = {"value"},
      script = "return value;")
  private static native String asText(JSObject value);

  @JSBody(
      params = {"value"},
      script = "return value;")
  private static native Blob asBlob(JSObject value);

  /** The files of a file field, which it then forgets, so that they can be chosen again. */
  static Given chosen(JSObject field) {
    return Given.of(chosenFiles(field));
  }

  @JSBody(
      params = {"field"},
      script =
          "var found = []; for (var idx = 0; idx < field.files.length; idx++) {"
              + " var file = field.files[idx]; found.push(file.webkitRelativePath || file.name, file); }"
              + "field.value = ''; return found;")
  private static native JSArrayReader<JSObject> chosenFiles(JSObject field);

  /** The files that were dropped, those of folders included. */
  static void dropped(Event event, Consumer<Given> done) {
    droppedFiles(event, flat -> done.accept(Given.of(flat)));
  }

  @JSBody(
      params = {"event", "done"},
      script =
          "var items = event.dataTransfer.items, found = [], open = 1;"
              + "function close() { if (!--open) done(found); }"
              + "function walk(entry, path) { open++; if (entry.isFile) {"
              + " entry.file(function(file) { found.push(path + entry.name, file); close(); }, close);"
              + " return; } var reader = entry.createReader(); function more() {"
              + " reader.readEntries(function(batch) { if (!batch.length) { close(); return; }"
              + " batch.forEach(function(one) { walk(one, path + entry.name + '/'); }); more(); },"
              + " close); } more(); }"
              + "for (var idx = 0; idx < items.length; idx++) {"
              + " var entry = items[idx].webkitGetAsEntry && items[idx].webkitGetAsEntry();"
              + " if (entry) walk(entry, ''); } close();")
  private static native void droppedFiles(Event event, Found done);

  /**
   * Adds a script that calls {@code miradorPack.manifest} once.
   *
   * @param done gets the manifest
   */
  static void packManifest(String address, Consumer<JSObject> done, Runnable failed) {
    manifestScript(address, done::accept, failed::run);
  }

  /**
   * Adds a script that calls {@code miradorPack.shard} once.
   *
   * @param done gets its bytes, or null when the script was another's
   */
  static void packShard(
      String address, String path, int index, Consumer<Blob> done, Runnable failed) {
    shardScript(address, path, index, done::accept, failed::run);
  }

  private static final String ADD_SCRIPT =
      "var tag = document.createElement('script'); tag.src = address;"
          + "tag.onload = function() { tag.remove(); ended(); };"
          + "tag.onerror = function() { tag.remove(); failed(); };"
          + "document.head.appendChild(tag);";

  @JSBody(
      params = {"address", "done", "failed"},
      script =
          "var told = null; window.miradorPack = {manifest: function(name, manifest) {"
              + " told = manifest; }, shard: function() {}};"
              + "function ended() { if (told) done(told); else failed(); }"
              + ADD_SCRIPT)
  private static native void manifestScript(String address, Told done, Action failed);

  // A megabyte a task, so that the page answers meanwhile on slow computers too.
  @JSBody(
      params = {"address", "path", "index", "done", "failed"},
      script =
          "var told = null; window.miradorPack = {manifest: function() {},"
              + " shard: function(file, place, base64) {"
              + " if (file === path && place === index) told = base64; }};"
              + "function bytes(base64) { if (Uint8Array.fromBase64)"
              + "  return Uint8Array.fromBase64(base64);"
              + " return Uint8Array.from(atob(base64), function(one) { return one.charCodeAt(0); }); }"
              + "function decode(parts, from) { try {"
              + "  parts.push(bytes(told.slice(from, from + 1398104)));"
              + "  } catch (error) { done(null); return; }"
              + " if (from + 1398104 >= told.length) done(new Blob(parts));"
              + " else setTimeout(function() { decode(parts, from + 1398104); }, 0); }"
              + "function ended() { if (told === null) done(null); else decode([], 0); }"
              + ADD_SCRIPT)
  private static native void shardScript(
      String address, String path, int index, BlobHandler done, Action failed);

  /** A path as part of an address. */
  @JSBody(
      params = {"path"},
      script = "return path.split('/').map(encodeURIComponent).join('/');")
  static native String encoded(String path);

  /** Milliseconds since 1970. */
  @JSBody(script = "return Date.now();")
  static native double now();

  /** A moment in the words of the page's language. */
  @JSBody(
      params = {"moment"},
      script =
          "return new Date(moment).toLocaleString(document.documentElement.lang || 'es',"
              + " {dateStyle: 'medium', timeStyle: 'short'});")
  static native String moment(double moment);

  /** Runs an action before the next frame is painted, or soon where the page is not seen. */
  static void soon(Runnable action) {
    nextFrame(action::run);
  }

  @JSBody(
      params = {"action"},
      script = "if (document.hidden) setTimeout(action, 200); else requestAnimationFrame(action);")
  private static native void nextFrame(Action action);

  /** How much of the browser's storage the site has and may have, in bytes. */
  interface Room extends JSObject {
    @org.teavm.jso.JSProperty
    double getUsage();

    @org.teavm.jso.JSProperty
    double getQuota();

    /** Whether the browser has promised not to clear it by itself. */
    @org.teavm.jso.JSProperty
    boolean isPersisted();
  }

  /** Tells the room, or null where the browser does not. */
  static void room(Consumer<Room> done) {
    estimate(done::accept);
  }

  @JSBody(
      params = {"done"},
      script =
          "var storage = navigator.storage; if (!storage || !storage.estimate) { done(null); return; }"
              + "Promise.all([storage.estimate(), storage.persisted ? storage.persisted() : false])"
              + ".then(function(both) { done({usage: both[0].usage || 0, quota: both[0].quota || 0,"
              + " persisted: both[1]}); }, function() { done(null); });")
  private static native void estimate(RoomHandler done);

  /** Asks the browser not to clear the site's storage by itself. */
  @JSBody(
      script =
          "var storage = navigator.storage;"
              + "if (storage && storage.persist) storage.persist().catch(function() {});")
  static native void persist();

  @JSFunctor
  interface Head extends JSObject {
    boolean accept(int status, double total, String etag);
  }

  @JSFunctor
  interface Chunk extends JSObject {
    boolean accept(Uint8Array bytes);
  }

  @JSFunctor
  interface Failed extends JSObject {
    void accept(String kind, String detail);
  }

  @JSFunctor
  interface Action extends JSObject {
    void run();
  }

  @JSFunctor
  interface Text extends JSObject {
    void accept(String text);
  }

  @JSFunctor
  interface Bytes extends JSObject {
    void accept(ArrayBuffer bytes);
  }

  @JSFunctor
  interface BlobHandler extends JSObject {
    void accept(Blob blob);
  }

  @JSFunctor
  interface Told extends JSObject {
    void accept(JSObject value);
  }

  @JSFunctor
  interface Found extends JSObject {
    void accept(JSArrayReader<JSObject> flat);
  }

  @JSFunctor
  interface RoomHandler extends JSObject {
    void accept(Room room);
  }
}
