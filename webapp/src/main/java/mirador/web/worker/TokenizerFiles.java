package mirador.web.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Int32Array;

/** Reads {@code vocab.json} and {@code merges.txt}. */
final class TokenizerFiles {
  private TokenizerFiles() {}

  static Map<String, Integer> vocabulary(String json) {
    JSObject object = parse(json);
    JSArrayReader<JSString> tokens = keys(object);
    Int32Array ids = values(object);
    Map<String, Integer> vocabulary = new HashMap<>(2 * ids.getLength());
    for (int i = 0; i < ids.getLength(); i++) {
      vocabulary.put(tokens.get(i).stringValue(), ids.get(i));
    }
    return vocabulary;
  }

  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); start < text.length(); end = text.indexOf('\n', start)) {
      int stop = end < 0 ? text.length() : end;
      int trimmed = stop > start && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
      lines.add(text.substring(start, trimmed));
      start = stop + 1;
    }
    return lines;
  }

  @JSBody(
      params = {"json"},
      script = "return JSON.parse(json);")
  private static native JSObject parse(String json);

  @JSBody(
      params = {"object"},
      script = "return Object.keys(object);")
  private static native JSArrayReader<JSString> keys(JSObject object);

  @JSBody(
      params = {"object"},
      script = "return Int32Array.from(Object.values(object));")
  private static native Int32Array values(JSObject object);
}
