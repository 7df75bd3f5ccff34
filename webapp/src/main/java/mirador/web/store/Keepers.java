package mirador.web.store;

import org.teavm.jso.JSBody;

/** The two storages of a browser as keepers. */
final class Keepers {
  private Keepers() {}

  /** The better one of those that this page has. */
  static Keeper best() {
    return hasCaches() ? caches() : database();
  }

  private static final String WHY =
      "function why(error) { return error && /quota/i.test(error.name) ? 'full' : 'forbidden'; }";

  @JSBody(script = "return /^http/.test(location.protocol) && 'caches' in window;")
  private static native boolean hasCaches();

  // A cache takes web addresses only; this host cannot exist (RFC 6761).
  @JSBody(
      script =
          WHY
              + "var base = 'https://models.invalid/';"
              + "function open() { return window.caches.open('mirador-models'); }"
              + "function at(name) { return base + encodeURIComponent(name); }"
              + "return {put: function(name, blob, done) { open().then(function(cache) {"
              + " return cache.put(at(name), new Response(blob, {headers: {'Content-Length':"
              + " String(blob.size)}})); }).then(function() { done(''); }, function(error) {"
              + " done(why(error)); }); },"
              + "get: function(name, done) { open().then(function(cache) {"
              + " return cache.match(at(name)); }).then(function(hit) { return hit ? hit.blob() : null;"
              + " }).then(done, function() { done(null); }); },"
              + "list: function(done) { open().then(function(cache) {"
              + " return cache.keys().then(function(keys) { return Promise.all(keys.map(function(key) {"
              + " return cache.match(key).then(function(hit) { return ["
              + "decodeURIComponent(key.url.slice(base.length)), hit.headers.get('Content-Length')];"
              + " }); })); }); }).then(function(pairs) { done([].concat.apply([], pairs)); },"
              + " function() { done([]); }); },"
              + "remove: function(name, done) { open().then(function(cache) {"
              + " return cache.delete(at(name)); }).then(done, done); }};")
  private static native Keeper caches();

  @JSBody(
      script =
          WHY
              + "function run(mode, use, done, fail) { try {"
              + " var opening = indexedDB.open('mirador-models', 1);"
              + " opening.onupgradeneeded = function() { opening.result.createObjectStore('pieces'); };"
              + " opening.onerror = function() { fail(opening.error); };"
              + " opening.onsuccess = function() { try { var base = opening.result,"
              + " change = base.transaction('pieces', mode), wanted = use(change.objectStore('pieces'));"
              + " change.oncomplete = function() { base.close(); done(wanted); };"
              + " change.onabort = function() { base.close(); fail(change.error); };"
              + " } catch (error) { fail(error); } }; } catch (error) { fail(error); } }"
              + "return {put: function(name, blob, done) { run('readwrite', function(store) {"
              + " return store.put(blob, name); }, function() { done(''); }, function(error) {"
              + " done(why(error)); }); },"
              + "get: function(name, done) { run('readonly', function(store) { return store.get(name); },"
              + " function(wanted) { done(wanted.result || null); }, function() { done(null); }); },"
              + "list: function(done) { run('readonly', function(store) {"
              + " return [store.getAllKeys(), store.getAll()]; }, function(wanted) { var flat = [];"
              + " wanted[0].result.forEach(function(name, idx) {"
              + " flat.push(name, String(wanted[1].result[idx].size)); }); done(flat); },"
              + " function() { done([]); }); },"
              + "remove: function(name, done) { run('readwrite', function(store) {"
              + " return store.delete(name); }, done, done); }};")
  private static native Keeper database();
}
