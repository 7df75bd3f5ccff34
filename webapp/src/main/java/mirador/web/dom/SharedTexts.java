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
 * A table of texts that is one for the whole page. A page has more than one compiled script, and
 * each of them has its own copy of every Java class with all its statics; what they must agree on
 * is therefore kept in the page itself, under {@code window.miradorShared}.
 */
public final class SharedTexts {
  private final boolean first;
  private final JSObject table;

  /** The page's table of this name, made when there is none yet. */
  public SharedTexts(String name) {
    first = !isMade(name);
    table = table(name);
  }

  /** Whether this is the first to use the table, and so the one to fill it. */
  public boolean isFirst() {
    return first;
  }

  /** The text under a key, or null. */
  public String get(String key) {
    return get(table, key);
  }

  public void put(String key, String text) {
    put(table, key, text);
  }

  /** Takes a text out; false when there was none. */
  public boolean remove(String key) {
    return remove(table, key);
  }

  /** Everything in the table as it is now, in the order in which it came. */
  public Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    JSArrayReader<JSString> flat = flat(table);
    for (int i = 0; i + 1 < flat.getLength(); i += 2) {
      all.put(flat.get(i).stringValue(), flat.get(i + 1).stringValue());
    }
    return all;
  }

  /** Hears of every key that is told, whichever script tells it. */
  public void follow(Consumer<String> follower) {
    follow(table, follower::accept);
  }

  /** Tells all followers, those in other scripts too, before it comes back. */
  public void tell(String key) {
    tell(table, key);
  }

  @JSBody(
      params = {"name"},
      script = "return !!(window.miradorShared && window.miradorShared[name]);")
  private static native boolean isMade(String name);

  @JSBody(
      params = {"name"},
      script =
          "var shared = window.miradorShared = window.miradorShared || {};"
              + "return shared[name] = shared[name] || {texts: new Map(), followers: []};")
  private static native JSObject table(String name);

  @JSBody(
      params = {"table", "key"},
      script = "return table.texts.has(key) ? table.texts.get(key) : null;")
  private static native String get(JSObject table, String key);

  @JSBody(
      params = {"table", "key", "text"},
      script = "table.texts.set(key, text);")
  private static native void put(JSObject table, String key, String text);

  @JSBody(
      params = {"table", "key"},
      script = "return table.texts.delete(key);")
  private static native boolean remove(JSObject table, String key);

  @JSBody(
      params = {"table"},
      script =
          "var out = []; table.texts.forEach(function(text, key) { out.push(key, text); });"
              + "return out;")
  private static native JSArrayReader<JSString> flat(JSObject table);

  @JSBody(
      params = {"table", "follower"},
      script = "table.followers.push(follower);")
  private static native void follow(JSObject table, Follower follower);

  @JSBody(
      params = {"table", "key"},
      script = "table.followers.slice().forEach(function(follower) { follower(key); });")
  private static native void tell(JSObject table, String key);

  @JSFunctor
  private interface Follower extends JSObject {
    void accept(String key);
  }
}
