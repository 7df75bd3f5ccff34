package mirador.web.widgets.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.web.course.CourseState;
import mirador.web.dom.Json;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/** A learner's work as a JSON file: written, and read back with care. */
final class AnswerFile {
  /** What the file says it is, in its member {@code format}. */
  static final String FORMAT = "mirador-respuestas";

  /** Keys that do not travel: own pictures stay in the browser, progress is counted anew. */
  private static final List<String> LOCAL = List.of("picture.", "progress.");

  private AnswerFile() {}

  /** The whole state as JSON. */
  static String write(CourseState state) {
    StringBuilder out = new StringBuilder("{\n");
    out.append("  \"format\": ").append(Json.quote(FORMAT)).append(",\n");
    out.append("  \"version\": ").append(CourseState.VERSION).append(",\n");
    out.append("  \"exported\": ").append(Json.quote(CourseState.now())).append(",\n");
    out.append("  \"entries\": {");
    String comma = "\n";
    for (Map.Entry<String, String> entry : state.startingWith("").entrySet()) {
      if (!isLocal(entry.getKey())) {
        out.append(comma)
            .append("    ")
            .append(Json.quote(entry.getKey()))
            .append(": ")
            .append(Json.quote(entry.getValue()));
        comma = ",\n";
      }
    }
    return out.append("\n  }\n}\n").toString();
  }

  /**
   * What was read from a file.
   *
   * @param entries key to text
   * @param problem "" or why the file is refused: "json", "format", "version", "entries"
   */
  record Reading(Map<String, String> entries, String problem) {}

  /** Reads a file; any text that is not a whole file of the course is refused, never half taken. */
  static Reading read(String json) {
    JSArrayReader<JSString> flat = check(json, FORMAT, CourseState.VERSION);
    Map<String, String> entries = new LinkedHashMap<>();
    if (flat.getLength() == 1) {
      return new Reading(entries, flat.get(0).stringValue());
    }
    for (int i = 0; i + 1 < flat.getLength(); i += 2) {
      String key = flat.get(i).stringValue();
      if (!isLocal(key)) {
        entries.put(key, flat.get(i + 1).stringValue());
      }
    }
    return new Reading(entries, "");
  }

  /** The keys of the reading whose text differs from what the learner has now. */
  static List<String> different(Reading reading, CourseState state) {
    List<String> keys = new ArrayList<>();
    for (Map.Entry<String, String> entry : reading.entries().entrySet()) {
      if (state.has(entry.getKey()) && !state.get(entry.getKey(), "").equals(entry.getValue())) {
        keys.add(entry.getKey());
      }
    }
    return keys;
  }

  /** The keys of the reading that the learner has nothing under. */
  static List<String> fresh(Reading reading, CourseState state) {
    List<String> keys = new ArrayList<>();
    for (String key : reading.entries().keySet()) {
      if (!state.has(key)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static boolean isLocal(String key) {
    for (String prefix : LOCAL) {
      if (key.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  // One member alone is the problem; an even count is keys and texts.
  @JSBody(
      params = {"json", "format", "version"},
      script =
          "var obj; try { obj = JSON.parse(json); } catch (err) { return ['json']; }"
              + "if (!obj || typeof obj !== 'object' || obj.format !== format) return ['format'];"
              + "if (typeof obj.version !== 'number' || obj.version > version) return ['version'];"
              + "var held = obj.entries, out = [];"
              + "if (!held || typeof held !== 'object' || Array.isArray(held)) return ['entries'];"
              + "for (var prop of Object.keys(held)) { if (typeof held[prop] !== 'string') return ['entries'];"
              + " out.push(prop, held[prop]); } return out;")
  private static native JSArrayReader<JSString> check(String json, String format, int version);
}
