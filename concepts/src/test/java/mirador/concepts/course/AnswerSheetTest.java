package mirador.concepts.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AnswerSheetTest {
  private static AnswerSheet sheet(AnswerSheet.Item... items) {
    return new AnswerSheet(
        "Mis respuestas",
        List.of("Nombre: Ana", "Huella: 12"),
        List.of(new AnswerSheet.Section("Lección", List.of(items))));
  }

  @Test
  void aSheetInMarkdown() {
    AnswerSheet sheet =
        sheet(
            new AnswerSheet.Item("¿Qué es\nun patch?", "# Un recorte\n- cuadrado", "", "x"),
            new AnswerSheet.Item("¿Y un token?", " ", "", ""),
            new AnswerSheet.Item("Suma", "def suma(a):\n    return a\n", "1 de 2.", "", true));
    assertEquals(
        """
        # Mis respuestas

        Nombre: Ana

        Huella: 12

        ## Lección

        **¿Qué es un patch?**

        > # Un recorte
        > - cuadrado

        **¿Y un token?**

        _Nada._

        **Suma**

        ```python
        def suma(a):
            return a
        ```

        _1 de 2._
        """,
        sheet.toMarkdown("Nada."));
    assertEquals(2, sheet.written());
    assertEquals(3, sheet.asked());
  }

  @Test
  void aProgramCannotEndItsBlock() {
    String code = "'''\n````\n# fin\n'''";
    String markdown = sheet(new AnswerSheet.Item("P", code, "", "", true)).toMarkdown("");
    assertEquals(
        "\n`````python\n" + code + "\n`````\n",
        markdown.substring(markdown.indexOf("**P**") + "**P**\n".length()));
  }
}
