package mirador.concepts.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private final Messages messages =
      Messages.parse(
          """
          # a comment
          hello = Hola, {0}

          patches = {0} {0#patch#patches}
          left = {0#queda {0} token#quedan {0} tokens} de {1}
          long = una \\
            línea = larga
          """);

  @Test
  void fillsPlaces() {
    assertEquals("Hola, Ana", messages.get("hello", "Ana"));
    assertEquals("12\u202f345 patches", messages.get("patches", 12345));
    assertEquals("1 patch", messages.get("patches", 1));
    assertEquals("0 patches", messages.get("patches", 0));
    assertEquals("queda 1 token de 3", messages.get("left", 1, 3));
    assertEquals("quedan 2 tokens de 3", messages.get("left", 2, 3));
    assertEquals("una línea = larga", messages.get("long"));
  }

  @Test
  void saysWhatIsWrong() {
    assertMessage("no message with the key nope", () -> messages.get("nope"));
    assertMessage("no value for {0}", () -> messages.get("hello"));
    assertMessage("needs two forms and a number", () -> messages.get("patches", "x"));
    assertMessage("line 2: the key is repeated: a", () -> Messages.parse("a = 1\na = 2"));
    assertMessage("line 1: expected key = text", () -> Messages.parse("nothing"));
    assertMessage("two messages have the key hello", () -> messages.and(messages));
    assertMessage("is not closed", () -> Messages.of(Map.of("a", "x {0")).get("a", 1));
  }

  private static void assertMessage(
      String expected, org.junit.jupiter.api.function.Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(expected), message);
  }
}
