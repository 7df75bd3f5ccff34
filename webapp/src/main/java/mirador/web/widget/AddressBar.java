package mirador.web.widget;

import java.util.LinkedHashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;

/**
 * The address as the place of widgets' settings: {@code ?patch-grid.patch=32#patch-grid}. Other
 * parameters, as those of the teacher's mode, are left as they are.
 */
public final class AddressBar {
  private AddressBar() {}

  /** The settings the address holds for a widget: setting -> text. */
  public static Map<String, String> read(String widgetId) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : parse(search()).entrySet()) {
      if (entry.getKey().startsWith(widgetId + ".")) {
        settings.put(entry.getKey().substring(widgetId.length() + 1), entry.getValue());
      }
    }
    return settings;
  }

  /** The value of a parameter that is not a widget's, or "". */
  public static String parameter(String name) {
    String search = search();
    String value = search.isEmpty() ? null : parse(search).get(name);
    return value == null ? "" : value;
  }

  /**
   * Puts a widget's settings into the address in place of its old ones, without a new history
   * entry.
   */
  public static void write(String widgetId, Map<String, String> settings) {
    replace(query(widgetId, settings) + hash());
  }

  /** A whole address that opens the page at the widget with these settings. */
  public static String link(String widgetId, Map<String, String> settings) {
    return base() + query(widgetId, settings) + "#" + widgetId;
  }

  private static String query(String widgetId, Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : parse(search()).entrySet()) {
      if (!entry.getKey().startsWith(widgetId + ".")) {
        all.put(entry.getKey(), entry.getValue());
      }
    }
    for (Map.Entry<String, String> entry : settings.entrySet()) {
      all.put(widgetId + "." + entry.getKey(), entry.getValue());
    }
    StringBuilder query = new StringBuilder();
    for (Map.Entry<String, String> entry : all.entrySet()) {
      query
          .append(query.length() == 0 ? '?' : '&')
          .append(Window.encodeURIComponent(entry.getKey()))
          .append('=')
          .append(Window.encodeURIComponent(entry.getValue()));
    }
    return query.toString();
  }

  private static Map<String, String> parse(String search) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int start = search.startsWith("?") ? 1 : 0;
    while (start < search.length()) {
      int end = search.indexOf('&', start);
      if (end < 0) {
        end = search.length();
      }
      String pair = search.substring(start, end);
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
      start = end + 1;
    }
    return parameters;
  }

  /** Decodes a parameter; text that is not valid percent-encoding stays as it is. */
  @JSBody(
      params = {"text"},
      script =
          "try { return decodeURIComponent(text.replace(/\\+/g, ' ')); } catch (err) { return text; }")
  private static native String decode(String text);

  @JSBody(script = "return location.search;")
  private static native String search();

  @JSBody(script = "return location.hash;")
  private static native String hash();

  @JSBody(script = "return location.href.split(/[?#]/)[0];")
  private static native String base();

  // Some browsers forbid it on file://; the link button still gives the address.
  @JSBody(
      params = {"tail"},
      script =
          "try { history.replaceState(history.state, '', location.href.split(/[?#]/)[0] + tail); }"
              + " catch (err) {}")
  private static native void replace(String tail);
}
