package mirador.web.widgets.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.cells.SourceText;
import mirador.concepts.course.ClassBook;
import mirador.concepts.text.Fingerprint;
import mirador.web.course.CourseData;
import mirador.web.course.CourseState;
import mirador.web.course.Entries;
import mirador.web.dom.Json;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/** A learner's work as a JSON file: written, and read back with care. */
public final class AnswerFile {
  /** What the file says it is, in its member {@code format}. */
  static final String FORMAT = "mirador-respuestas";

  /** Keys that do not travel: own pictures stay in the browser, progress is counted anew. */
  private static final List<String> LOCAL = List.of("picture.", "progress.");

  private AnswerFile() {}

  /**
   * The whole state as JSON: the entries are what is read back; the results of exercises stand
   * there for other programs and for people.
   */
  static String write(Entries state) {
    StringBuilder out = new StringBuilder("{\n");
    out.append("  \"format\": ").append(Json.quote(FORMAT)).append(",\n");
    out.append("  \"version\": ").append(CourseState.VERSION).append(",\n");
    out.append("  \"exported\": ").append(Json.quote(CourseState.now())).append(",\n");
    out.append("  \"learner\": ").append(Json.quote(state.get(Entries.NAME, ""))).append(",\n");
    out.append("  \"digest\": ").append(Json.quote(digest(state))).append(",\n");
    List<String> results = new ArrayList<>();
    for (CourseData.Item item : CourseData.exercises()) {
      results.add(Json.quote(item.getId()) + ": " + result(state, item.getId()));
    }
    List<String> entries = new ArrayList<>();
    for (Map.Entry<String, String> entry : travelling(state).entrySet()) {
      entries.add(Json.quote(entry.getKey()) + ": " + Json.quote(entry.getValue()));
    }
    out.append("  \"results\": ").append(members(results)).append(",\n");
    out.append("  \"entries\": ").append(members(entries)).append("\n}\n");
    return out.toString();
  }

  private static String members(List<String> lines) {
    return lines.isEmpty() ? "{}" : "{\n    " + String.join(",\n    ", lines) + "\n  }";
  }

  private static String result(Entries state, String id) {
    String key = "exercise." + id;
    StringBuilder out = new StringBuilder("{\"passed\": ").append(state.has(key + ".passed"));
    if (state.has(key + ".checked")) {
      out.append(", \"cases\": ").append(Json.quote(state.get(key + ".checked", "")));
    }
    if (state.has(key + ".code")) {
      String digest = SourceText.digest(state.get(key + ".code", ""));
      out.append(", \"code\": ").append(Json.quote(digest));
    }
    return out.append('}').toString();
  }

  /** What the whole work is known by: a file with another one was changed after its export. */
  static String digest(Entries state) {
    StringBuilder text = new StringBuilder();
    travelling(state)
        .forEach((key, value) -> text.append(key).append('\u0000').append(value).append('\u0001'));
    return Fingerprint.of(text.toString());
  }

  /** Ordered by key. */
  private static Map<String, String> travelling(Entries state) {
    Map<String, String> entries = state.startingWith("");
    entries.keySet().removeIf(AnswerFile::isLocal);
    return entries;
  }

  /**
   * What was read from a file.
   *
   * @param entries key to text
   * @param exported when, as ISO 8601; "" when it does not say
   * @param seal whether its entries are those that were exported
   * @param problem "" or why the file is refused: "json", "format", "version", "entries"
   */
  public record Reading(
      Map<String, String> entries, String exported, ClassBook.Seal seal, String problem) {}

  /** Reads a file; any text that is not a whole file of the course is refused, never half taken. */
  public static Reading read(String json) {
    JSArrayReader<JSString> flat = check(json, FORMAT, CourseState.VERSION);
    Map<String, String> entries = new LinkedHashMap<>();
    if (flat.getLength() == 1) {
      return new Reading(entries, "", ClassBook.Seal.NONE, flat.get(0).stringValue());
    }
    for (int i = 2; i + 1 < flat.getLength(); i += 2) {
      String key = flat.get(i).stringValue();
      if (!isLocal(key)) {
        entries.put(key, flat.get(i + 1).stringValue());
      }
    }
    String digest = flat.get(1).stringValue();
    ClassBook.Seal seal = ClassBook.Seal.NONE;
    if (!digest.isEmpty()) {
      seal =
          digest.equals(digest(Entries.of(entries))) ? ClassBook.Seal.WHOLE : ClassBook.Seal.BROKEN;
    }
    return new Reading(entries, flat.get(0).stringValue(), seal, "");
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

  // One member alone is the problem; else the date, the digest, then keys and texts.
  @JSBody(
      params = {"json", "format", "version"},
      script =
          "var obj; try { obj = JSON.parse(json); } catch (err) { return ['json']; }"
              + "if (!obj || typeof obj !== 'object' || obj.format !== format) return ['format'];"
              + "if (typeof obj.version !== 'number' || obj.version > version) return ['version'];"
              + "var held = obj.entries, out = [obj.exported, obj.digest].map(function(member) {"
              + " return typeof member === 'string' ? member : ''; });"
              + "if (!held || typeof held !== 'object' || Array.isArray(held)) return ['entries'];"
              + "for (var prop of Object.keys(held)) { if (typeof held[prop] !== 'string') return ['entries'];"
              + " out.push(prop, held[prop]); } return out;")
  private static native JSArrayReader<JSString> check(String json, String format, int version);
}
