package mirador.concepts.explain;

import static mirador.concepts.CourseMessages.ES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import mirador.concepts.course.WidgetCatalogue;
import org.junit.jupiter.api.Test;

class SettingProblemWordsTest {
  @Test
  void saysWhichSettingWhichValueAndWhatIsAllowed() {
    assertEquals(
        "No se pudo usar patch = «7»: se espera un número entero de 8 a 128.",
        problem("patch-grid", "patch", "7"));
    assertEquals(
        "No se pudo usar image = «bird»: se espera una de estas opciones: car, cat, puppy,"
            + " (ninguna).",
        problem("multimodal-responder", "image", "bird"));
    assertEquals(
        "No se pudo usar sizes = «x»: se esperan números enteros de 4 a 512, separados por"
            + " espacios.",
        problem("patch-size-table", "sizes", "x"));
    assertEquals(
        "No se pudo usar weights = «x»: se esperan números de −9 a 9, separados por espacios.",
        problem("conv-attention", "weights", "x"));
    assertEquals(
        "No se pudo usar matrix = «1 2»: se espera una matriz cuadrada con valores de −1 a 1,"
            + " como «0.9 0.1; 0.2 0.8».",
        problem("retrieval-metrics", "matrix", "1 2"));
    assertEquals(
        "No se pudo usar query = «"
            + "x".repeat(59)
            + "…»: se espera un texto de 500 caracteres"
            + " como máximo.",
        problem("query-retrieval", "query", "x".repeat(501)));
  }

  @Test
  void suggestsTheSettingThatWasMeant() {
    assertEquals(
        "El experimento patch-grid no tiene un ajuste llamado «pacth». ¿Querías decir «patch»?",
        problem("patch-grid", "pacth", "8"));
    assertEquals(
        "El experimento patch-grid no tiene un ajuste llamado «xxxxxxxxx».",
        problem("patch-grid", "xxxxxxxxx", "8"));
  }

  private static String problem(String widget, String setting, String value) {
    return SettingProblemWords.sentence(
        ES, WidgetCatalogue.get(widget).readLeniently(Map.of(setting, value)).ignored().get(0));
  }
}
