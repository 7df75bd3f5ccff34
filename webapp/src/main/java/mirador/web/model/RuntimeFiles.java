package mirador.web.model;

import java.util.function.Consumer;
import mirador.concepts.inference.RuntimeChoice;
import mirador.web.course.CourseData;
import mirador.web.dom.OfflineFiles;
import mirador.web.model.Message.WireRuntime;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/** Where the chosen build of ONNX Runtime Web is; on file:// what it is. */
final class RuntimeFiles {
  private RuntimeFiles() {}

  /**
   * Gives what the worker needs to load the build.
   *
   * @param missing gets the address of a script that is not there
   */
  static void get(RuntimeChoice choice, Consumer<WireRuntime> done, Consumer<String> missing) {
    JSObject build = build(choice.build().code());
    if (CourseData.fromFile()) {
      packs(
          build,
          packs -> done.accept(WireRuntime.packed(build, packs, choice.gpu(), choice.threads())),
          missing::accept);
    } else {
      OfflineFiles.keep(addresses(choice.build().code()));
      done.accept(WireRuntime.at(build, base(), choice.gpu(), choice.threads()));
    }
  }

  @JSBody(
      params = {"code"},
      script = "return window.mirador.runtime.builds[code];")
  private static native JSObject build(String code);

  /** The worker and what it loads. */
  @JSBody(
      params = {"code"},
      script =
          "var all = window.mirador.runtime, build = all.builds[code];"
              + "return [all.worker, build.script, build.module, build.wasm];")
  private static native JSArrayReader<JSString> addresses(String code);

  @JSBody(script = "return document.baseURI;")
  private static native String base();

  // One script after the other, so that the packs come in their order and the page can breathe.
  @JSBody(
      params = {"build", "done", "missing"},
      script =
          "window.miradorRuntime = [];"
              + "function next(place) {"
              + " if (place === build.packs.length) {"
              + "  var packs = window.miradorRuntime; window.miradorRuntime = null; done(packs);"
              + "  return; }"
              + " var tag = document.createElement('script'); tag.src = build.packs[place];"
              + " tag.onload = function() { tag.remove(); next(place + 1); };"
              + " tag.onerror = function() { tag.remove(); missing(build.packs[place]); };"
              + " document.head.appendChild(tag); }"
              + "next(0);")
  private static native void packs(JSObject build, Packs done, Missing missing);

  @JSFunctor
  private interface Packs extends JSObject {
    void accept(JSObject packs);
  }

  @JSFunctor
  private interface Missing extends JSObject {
    void accept(String address);
  }
}
