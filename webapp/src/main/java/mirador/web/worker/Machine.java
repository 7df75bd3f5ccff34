package mirador.web.worker;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** What the browser offers to a model, as seen from the worker. */
final class Machine {
  private Machine() {}

  /**
   * A promise of {gpu, detail, float16, suspending, isolated, disk, cores}; see {@link
   * mirador.concepts.inference.Capabilities}.
   */
  @JSBody(
      script =
          "var found = {gpu: 'ready', detail: '', float16: false,"
              + " suspending: 'Suspending' in WebAssembly,"
              + " isolated: self.crossOriginIsolated === true"
              + "  && typeof SharedArrayBuffer !== 'undefined',"
              + " cores: navigator.hardwareConcurrency || 1};"
              + "if (!navigator.gpu) { found.gpu = self.isSecureContext ? 'no-api' : 'insecure';"
              + " return Promise.resolve(found); }"
              + "return navigator.gpu.requestAdapter().then(function(adapter) {"
              + " if (!adapter) found.gpu = 'no-adapter';"
              + " else found.float16 = adapter.features.has('shader-f16');"
              + " return found; }, function(error) {"
              + " found.gpu = 'no-adapter'; found.detail = String(error); return found; });")
  static native JSObject probe();
}
