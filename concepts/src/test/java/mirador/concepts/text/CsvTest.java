package mirador.concepts.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvTest {
  private static String one(String cell, char separator) {
    return Csv.of(List.of(List.of(cell)), separator);
  }

  @Test
  void cellsAndRowsStandApart() {
    assertEquals("a;b\r\n1;2\r\n", Csv.of(List.of(List.of("a", "b"), List.of("1", "2")), ';'));
  }

  @Test
  void whatWouldBreakTheTableIsQuoted() {
    assertEquals("\"a;b\"\r\n", one("a;b", ';'));
    assertEquals("a;b\r\n", one("a;b", ','));
    assertEquals("\"dice \"\"no\"\"\"\r\n", one("dice \"no\"", ';'));
    assertEquals("\"dos\nlíneas\"\r\n", one("dos\nlíneas", ';'));
    assertEquals("\"a\tb\"\r\n", one("a\tb", '\t'));
  }

  /** A name such as =HYPERLINK(…) must stay a name in the teacher's spreadsheet. */
  @Test
  void nothingBecomesAFormula() {
    assertEquals("'=1+1\r\n", one("=1+1", ';'));
    assertEquals("'@suma\r\n", one("@suma", ';'));
    assertEquals("'+cmd|' /C calc'!A0\r\n", one("+cmd|' /C calc'!A0", ';'));
    assertEquals("'-x\r\n", one("-x", ';'));
    assertEquals("-1.5\r\n", one("-1.5", ';'));
    assertEquals("\r\n", one("", ';'));
  }
}
