package mirador.training.language;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words in rows, {@code key: one / another}, the first being the plainest. */
final class Table {
  private final Map<String, List<String>> rows;

  private Table(Map<String, List<String>> rows) {
    this.rows = Collections.unmodifiableMap(rows);
  }

  static Table of(String text) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String line : text.strip().split("\n", -1)) {
      int colon = line.indexOf(':');
      rows.put(
          line.substring(0, colon).strip(),
          Arrays.stream(line.substring(colon + 1).split(" / ", -1)).map(String::strip).toList());
    }
    return new Table(rows);
  }

  /**
   * The words of a row.
   *
   * @throws IllegalArgumentException when there is no such row
   */
  List<String> row(String key) {
    List<String> row = rows.get(key);
    if (row == null) {
      throw new IllegalArgumentException(
          "There are no words for '" + key + "': use one of " + rows.keySet() + ".");
    }
    return row;
  }

  Map<String, List<String>> rows() {
    return rows;
  }
}
