package mirador.concepts.text;

import java.util.ArrayList;
import java.util.List;

/** A table as comma-separated values (RFC 4180), safe to open in a spreadsheet. */
public final class Csv {
  /** What makes a spreadsheet take a text for a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  /**
   * The rows as text, with line ends of Windows.
   *
   * @param separator between two cells
   */
  public static String of(List<List<String>> rows, char separator) {
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell(cell, separator)));
      out.append(String.join(String.valueOf(separator), cells)).append("\r\n");
    }
    return out.toString();
  }

  private static String cell(String text, char separator) {
    boolean formula =
        !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && Numbers.parse(text).isEmpty();
    String safe = formula ? "'" + text : text;
    boolean quoted =
        safe.indexOf(separator) >= 0
            || safe.indexOf('"') >= 0
            || safe.indexOf('\n') >= 0
            || safe.indexOf('\r') >= 0;
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
