package mirador.web.course;

import java.util.Map;
import java.util.TreeMap;

/** A learner's texts by key, as {@link CourseState} names them: of this browser, or of a file. */
public interface Entries {
  /** The key of the learner's name. */
  String NAME = "learner.name";

  /** The text under a key, or the fallback when the learner has written none. */
  String get(String key, String fallback);

  boolean has(String key);

  /** All entries whose key begins with the prefix, ordered by key. */
  Map<String, String> startingWith(String prefix);

  /** What a file holds. */
  static Entries of(Map<String, String> texts) {
    return new Entries() {
      @Override
      public String get(String key, String fallback) {
        return texts.getOrDefault(key, fallback);
      }

      @Override
      public boolean has(String key) {
        return texts.containsKey(key);
      }

      @Override
      public Map<String, String> startingWith(String prefix) {
        return withPrefix(texts, prefix);
      }
    };
  }

  /** The part of a table under a prefix, ordered by key. */
  static Map<String, String> withPrefix(Map<String, String> texts, String prefix) {
    Map<String, String> found = new TreeMap<>();
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      if (entry.getKey().startsWith(prefix)) {
        found.put(entry.getKey(), entry.getValue());
      }
    }
    return found;
  }
}
