package mirador.web.dom;

import java.util.LinkedHashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/**
 * Texts kept in the browser's local storage, one item for each key, so that two tabs never
 * overwrite each other's work. Every call survives a storage that is full or forbidden.
 */
public final class LocalEntries {
  private final String prefix;

  public LocalEntries(String prefix) {
    this.prefix = prefix;
  }

  /** Everything kept, without the prefix; empty when the storage is forbidden. */
  public Map<String, String> all() {
    Map<String, String> entries = new LinkedHashMap<>();
    JSArrayReader<JSString> flat = read(prefix);
    for (int i = 0; i + 1 < flat.getLength(); i += 2) {
      entries.put(flat.get(i).stringValue(), flat.get(i + 1).stringValue());
    }
    return entries;
  }

  /** Keeps a text; answers why it could not be kept: "" (kept), "full" or "forbidden". */
  public String put(String key, String value) {
    return write(prefix + key, value);
  }

  public void remove(String key) {
    erase(prefix + key);
  }

  @JSBody(
      params = {"prefix"},
      script =
          "var out = []; try { for (var idx = 0; idx < localStorage.length; idx++) {"
              + "var prop = localStorage.key(idx); if (prop.indexOf(prefix) === 0)"
              + "out.push(prop.substring(prefix.length), localStorage.getItem(prop)); }"
              + "} catch (err) {} return out;")
  private static native JSArrayReader<JSString> read(String prefix);

  @JSBody(
      params = {"key", "value"},
      script =
          "try { localStorage.setItem(key, value); return ''; } catch (err) {"
              + "return err && /quota/i.test(err.name) ? 'full' : 'forbidden'; }")
  private static native String write(String key, String value);

  @JSBody(
      params = {"key"},
      script = "try { localStorage.removeItem(key); } catch (err) {}")
  private static native void erase(String key);
}
