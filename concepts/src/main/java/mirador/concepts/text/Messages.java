package mirador.concepts.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Texts for learners by key, with places for values.
 *
 * <p>{@code {0}} is the first value; {@code {0#patch#patches}} is the first form when the value is
 * 1 and the second otherwise, and a form may hold places itself: {@code {0#queda uno#quedan {0}}}.
 * Whole numbers are written by {@link Numbers#integer}, other numbers with two decimals; a caller
 * who wants more or fewer passes the text {@link Numbers#fixed} gives.
 *
 * <p>The file format is that of {@code .properties} in UTF-8, without escapes: {@code key = text},
 * {@code #} starts a comment line, a line that ends in a backslash goes on in the next one.
 */
public final class Messages {
  private final Map<String, String> texts;

  private Messages(Map<String, String> texts) {
    this.texts = texts;
  }

  /** Messages from pairs of key and text; the map is not copied and may look its texts up late. */
  public static Messages of(Map<String, String> texts) {
    return new Messages(texts);
  }

  /**
   * Messages from the text of a properties file.
   *
   * @throws IllegalArgumentException on a line without {@code =} and on a repeated key, with the
   *     line's number
   */
  public static Messages parse(String file) {
    Map<String, String> texts = new LinkedHashMap<>();
    int lineNumber = 0;
    int start = 0;
    while (start < file.length()) {
      StringBuilder entry = new StringBuilder();
      boolean goesOn = true;
      int firstLine = lineNumber + 1;
      while (goesOn && start < file.length()) {
        int newline = file.indexOf('\n', start);
        int end = newline < 0 ? file.length() : newline;
        String line = file.substring(start, end).strip();
        start = end + 1;
        lineNumber++;
        boolean comment = entry.length() == 0 && line.startsWith("#");
        goesOn = !comment && line.endsWith("\\");
        if (!comment) {
          entry.append(goesOn ? line.substring(0, line.length() - 1) : line);
        }
      }
      add(texts, entry.toString(), firstLine);
    }
    return new Messages(texts);
  }

  private static void add(Map<String, String> texts, String entry, int line) {
    if (entry.isEmpty()) {
      return;
    }
    int equals = entry.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("line " + line + ": expected key = text: " + entry);
    }
    String key = entry.substring(0, equals).strip();
    if (texts.put(key, entry.substring(equals + 1).strip()) != null) {
      throw new IllegalArgumentException("line " + line + ": the key is repeated: " + key);
    }
  }

  /**
   * These messages and {@code others} together.
   *
   * @throws IllegalArgumentException when both have a key
   */
  public Messages and(Messages others) {
    Map<String, String> all = new LinkedHashMap<>(texts);
    for (Map.Entry<String, String> other : others.texts.entrySet()) {
      if (all.put(other.getKey(), other.getValue()) != null) {
        throw new IllegalArgumentException("two messages have the key " + other.getKey());
      }
    }
    return new Messages(all);
  }

  /** Whether there is a text with this key. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** All texts with their places unfilled, in the order of the file. */
  public Map<String, String> asMap() {
    return Collections.unmodifiableMap(texts);
  }

  /**
   * The text of {@code key} with its places filled.
   *
   * @throws IllegalArgumentException when there is no such key, or a place has no value
   */
  public String get(String key, Object... args) {
    String pattern = texts.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no message with the key " + key);
    }
    return fill(key, pattern, args);
  }

  private static String fill(String key, String pattern, Object[] args) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c != '{') {
        out.append(c);
        at++;
        continue;
      }
      int close = closingBrace(key, pattern, at);
      out.append(place(key, pattern.substring(at + 1, close), args));
      at = close + 1;
    }
    return out.toString();
  }

  private static int closingBrace(String key, String pattern, int open) {
    int depth = 0;
    for (int i = open; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("message " + key + ": a { is not closed: " + pattern);
  }

  private static String place(String key, String inside, Object[] args) {
    int hash = topLevelHash(inside, 0);
    Object value = value(key, hash < 0 ? inside : inside.substring(0, hash), args);
    if (hash < 0) {
      return written(value);
    }
    int second = topLevelHash(inside, hash + 1);
    if (second < 0 || !(value instanceof Number number)) {
      throw new IllegalArgumentException(
          "message " + key + ": {" + inside + "} needs two forms and a number, got " + value);
    }
    String form =
        number.doubleValue() == 1
            ? inside.substring(hash + 1, second)
            : inside.substring(second + 1);
    return fill(key, form, args);
  }

  private static int topLevelHash(String inside, int from) {
    int depth = 0;
    for (int i = from; i < inside.length(); i++) {
      char c = inside.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (c == '#' && depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static Object value(String key, String index, Object[] args) {
    int place;
    try {
      place = Integer.parseInt(index);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("message " + key + ": not a place: {" + index + "}", e);
    }
    if (place < 0 || place >= args.length) {
      throw new IllegalArgumentException(
          "message " + key + ": no value for {" + place + "}, " + args.length + " given");
    }
    return args[place];
  }

  private static String written(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return Numbers.integer(((Number) value).longValue());
    }
    if (value instanceof Number number) {
      return Numbers.fixed(number.doubleValue(), 2);
    }
    return String.valueOf(value);
  }
}
