package mirador.concepts.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PythonTextTest {
  @Test
  void writesFloatsAsPythonDoes() {
    assertEquals("2.3", PythonText.repr(2.3));
    assertEquals("1.0", PythonText.repr(1));
    assertEquals("0.0005", PythonText.repr(0.0005));
    assertEquals("0.1", PythonText.repr(0.1));
  }

  @Test
  void writesListsAsPythonDoes() {
    assertEquals("['car', 'sunset']", PythonText.repr(List.of("car", "sunset")));
    assertEquals("[\"it's\", 'a\\'\"b', '\\\\']", PythonText.repr(List.of("it's", "a'\"b", "\\")));
    assertEquals("[]", PythonText.repr(List.of()));
  }

  @Test
  void lowersAndStripsAsPythonDoes() {
    assertEquals("¿qué animal?", PythonText.lower("¿QUÉ ANIMAL?"));
    assertEquals("i\u0307", PythonText.lower("İ"));
    assertEquals("a b", PythonText.strip("\u00a0 a b\n\u2003"));
  }
}
