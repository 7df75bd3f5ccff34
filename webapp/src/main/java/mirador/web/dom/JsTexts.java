package mirador.web.dom;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/**
 * A JavaScript object of texts as a map. A text becomes a Java string when it is asked for, since
 * of many hundreds a page needs few.
 */
public final class JsTexts extends AbstractMap<String, String> {
  private final JSObject object;

  public JsTexts(JSObject object) {
    this.object = object;
  }

  @Override
  public String get(Object key) {
    return key instanceof String name ? get(object, name) : null;
  }

  @Override
  public boolean containsKey(Object key) {
    return get(key) != null;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    Map<String, String> all = new LinkedHashMap<>();
    JSArrayReader<JSString> names = names(object);
    for (int i = 0; i < names.getLength(); i++) {
      String name = names.get(i).stringValue();
      all.put(name, get(object, name));
    }
    return all.entrySet();
  }

  @JSBody(
      params = {"object", "name"},
      script = "return Object.prototype.hasOwnProperty.call(object, name) ? object[name] : null;")
  private static native String get(JSObject object, String name);

  @JSBody(
      params = {"object"},
      script = "return Object.keys(object);")
  private static native JSArrayReader<JSString> names(JSObject object);
}
