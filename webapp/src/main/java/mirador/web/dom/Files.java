package mirador.web.dom;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.Blob;
import org.teavm.jso.file.File;

/** Files given to and taken from the learner. */
public final class Files {
  private Files() {}

  /** Offers a text as a download. */
  @JSBody(
      params = {"name", "type", "text"},
      script =
          "var url = URL.createObjectURL(new Blob([text], {type: type + ';charset=utf-8'}));"
              + "var anchor = document.createElement('a'); anchor.href = url; anchor.download = name;"
              + "document.body.appendChild(anchor); anchor.click(); anchor.remove();"
              + "setTimeout(function() { URL.revokeObjectURL(url); }, 10000);")
  public static native void download(String name, String type, String text);

  /** The first file of a file field, or null. */
  @JSBody(
      params = {"field"},
      script = "return field.files && field.files.length ? field.files[0] : null;")
  public static native File chosen(HTMLElement field);

  /** Reads a file as UTF-8 text. */
  public static void readText(Blob file, Consumer<String> done, Runnable failed) {
    read(file, done::accept, failed::run);
  }

  @JSBody(
      params = {"file", "done", "failed"},
      script =
          "var reader = new FileReader(); reader.onload = function() { done(reader.result); };"
              + "reader.onerror = failed; reader.readAsText(file);")
  private static native void read(Blob file, TextHandler done, Action failed);

  @JSFunctor
  private interface TextHandler extends JSObject {
    void accept(String text);
  }

  @JSFunctor
  private interface Action extends JSObject {
    void run();
  }
}
