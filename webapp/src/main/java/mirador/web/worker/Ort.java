package mirador.web.worker;

import mirador.web.model.Message.WireRuntime;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** ONNX Runtime Web as this worker loads it: one build for the worker's whole life. */
final class Ort {
  private Ort() {}

  /**
   * Loads the build; a second call does nothing.
   *
   * @throws mirador.concepts.inference.InferenceException when a file is missing or unreadable
   */
  static void load(WireRuntime runtime) {
    if (!isLoaded()) {
      Await.of(start(runtime));
    }
  }

  @JSBody(script = "return 'ort' in self;")
  static native boolean isLoaded();

  // A module's blob must be made in the worker that imports it. Each pack is decoded on its own.
  @JSBody(
      params = {"runtime"},
      script =
          "function use(script, module, wasm, binary) {"
              + " importScripts(script);"
              + " ort.env.logLevel = 'error';"
              + " ort.env.wasm.proxy = false;"
              + " ort.env.wasm.numThreads = runtime.threads;"
              + " ort.env.wasm.wasmPaths = wasm ? {mjs: module, wasm: wasm} : {mjs: module};"
              + " if (binary) ort.env.wasm.wasmBinary = binary; }"
              + "function bytes(text) {"
              + " if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);"
              + " var raw = atob(text), out = new Uint8Array(raw.length);"
              + " for (var idx = 0; idx < raw.length; idx++) out[idx] = raw.charCodeAt(idx);"
              + " return out; }"
              + "function script(buffer) {"
              + " return URL.createObjectURL(new Blob([buffer], {type: 'text/javascript'})); }"
              + "if (!runtime.packs) return Promise.resolve().then(function() {"
              + " use(runtime.script, runtime.module, runtime.wasm, null); });"
              + "var packed = new Blob(runtime.packs.map(bytes)), sizes = runtime.sizes;"
              + "runtime.packs = null;"
              + "return Promise.resolve().then(function() {"
              + " return new Response(packed.stream().pipeThrough(new DecompressionStream('gzip')))"
              + ".arrayBuffer(); }).then(function(whole) {"
              + " var ends = [sizes[0], sizes[0] + sizes[1], sizes[0] + sizes[1] + sizes[2]];"
              + " if (whole.byteLength !== ends[2]) throw new Error('the packs of the runtime hold '"
              + "  + whole.byteLength + ' bytes instead of ' + ends[2]);"
              + " use(script(whole.slice(0, ends[0])), script(whole.slice(ends[0], ends[1])), null,"
              + "  whole.slice(ends[1])); });")
  private static native JSObject start(WireRuntime runtime);
}
