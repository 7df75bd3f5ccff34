package mirador.web.dom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/**
 * A hidden page of the course that keeps texts and files for all its pages when they are opened
 * from a disk: Firefox gives every file:// page a storage of its own (measured with Firefox ESR
 * 153), but the hub, reached by messages, is one page and so has one storage. Elsewhere the hub is
 * not used.
 */
public final class FileHub {
  private FileHub() {}

  /**
   * Opens the hub and gives the texts it keeps, or null when it keeps none because the browser
   * forbids it. Never calls back when the hub's file is missing.
   *
   * @param address of the hub's page, relative to the present one
   * @param prefix of the keys that are the course's
   */
  public static void open(String address, String prefix, Consumer<Map<String, String>> ready) {
    connect(
        address,
        prefix,
        flat -> {
          Map<String, String> entries = new LinkedHashMap<>();
          for (int i = 0; i + 1 < flat.getLength(); i += 2) {
            entries.put(flat.get(i).stringValue(), flat.get(i + 1).stringValue());
          }
          ready.accept(entries);
        });
  }

  /** Keeps a text in the hub, or removes it when the value is null; does nothing without a hub. */
  @JSBody(
      params = {"key", "value"},
      script = "if (window.miradorHub) window.miradorHub({put: key, value: value}, null);")
  public static native void put(String key, String value);

  @JSBody(
      params = {"address", "prefix", "ready"},
      script =
          "if (window.miradorHub) return;"
              + "var frame = document.createElement('iframe'), waiting = {}, next = 1;"
              + "frame.hidden = true; frame.tabIndex = -1; frame.title = 'Mirador';"
              + "frame.setAttribute('aria-hidden', 'true'); frame.src = address;"
              + "addEventListener('message', function(event) {"
              + " if (event.source !== frame.contentWindow || !event.data) return;"
              + " if (event.data.hub === 'ready') {"
              + "  window.miradorHub = function(message, answer) {"
              + "   if (answer) { message.number = next; waiting[next++] = answer; }"
              + "   frame.contentWindow.postMessage(message, '*'); };"
              + "  window.miradorHub({all: prefix}, function(data) { ready(data.entries); });"
              + "  return; }"
              + " var answer = waiting[event.data.number]; if (answer) {"
              + "  delete waiting[event.data.number]; answer(event.data); } });"
              + "document.body.appendChild(frame);")
  private static native void connect(String address, String prefix, Entries ready);

  @JSFunctor
  private interface Entries extends JSObject {
    void accept(JSArrayReader<JSString> flat);
  }
}
