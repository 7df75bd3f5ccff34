package mirador.web.dom;

import java.util.LinkedHashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/** Objects of texts to and from JSON, by the browser's own parser. */
public final class Json {
  private Json() {}

  /** The members of a JSON object, values as texts; empty for null, no text or no object. */
  public static Map<String, String> texts(String json) {
    Map<String, String> members = new LinkedHashMap<>();
    if (json == null || json.isEmpty()) {
      return members;
    }
    JSArrayReader<JSString> flat = members(json);
    for (int i = 0; i + 1 < flat.getLength(); i += 2) {
      members.put(flat.get(i).stringValue(), flat.get(i + 1).stringValue());
    }
    return members;
  }

  /** A JSON string literal. */
  @JSBody(
      params = {"text"},
      script = "return JSON.stringify(text);")
  public static native String quote(String text);

  /** The browser's parse of a text, or null when it is not JSON. */
  @JSBody(
      params = {"json"},
      script = "try { return JSON.parse(json); } catch (err) { return null; }")
  public static native JSObject parse(String json);

  @JSBody(
      params = {"json"},
      script =
          "try { var obj = JSON.parse(json), out = []; for (var prop in obj) {"
              + "out.push(prop, typeof obj[prop] === 'string' ? obj[prop] : JSON.stringify(obj[prop])); }"
              + "return out; } catch (err) { return []; }")
  private static native JSArrayReader<JSString> members(String json);
}
