package mirador.concepts.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.CourseMessages;
import mirador.concepts.cells.CaseRun;
import mirador.concepts.cells.CellError;
import mirador.concepts.cells.Finding;
import mirador.concepts.cells.PythonValue;
import mirador.concepts.text.Messages;
import org.junit.jupiter.api.Test;

final class CodeWordsTest {
  private static final Messages MESSAGES = CourseMessages.ES;

  private static CaseRun run(Optional<CellError> error) {
    return new CaseRun(
        error.isPresent() ? Optional.empty() : Optional.of(new PythonValue.Row("tuple", List.of())),
        "197",
        new PythonValue.Row("list", List.of()),
        "196",
        "",
        error);
  }

  @Test
  void everyFindingHasItsOwnWords() {
    Map<Finding, String> told = new EnumMap<>(Finding.class);
    for (Finding finding : Finding.values()) {
      boolean failed = finding == Finding.ERROR || finding == Finding.MISSING;
      CellError error = new CellError("NameError", "name 'sumar' isn't defined", 0, "");
      told.put(
          finding,
          CodeWords.finding(
              MESSAGES,
              finding,
              run(failed ? Optional.of(error) : Optional.empty()),
              Optional.empty()));
    }
    assertEquals(told.size(), told.values().stream().distinct().count(), told.toString());
    assertTrue(told.get(Finding.MISSING).contains("«sumar»"), told.toString());
    assertTrue(told.get(Finding.KIND).contains("una tupla"), told.toString());
    assertTrue(
        CodeWords.finding(
                MESSAGES, Finding.WRONG, run(Optional.empty()), Optional.of("Divide antes."))
            .contains("Divide antes."));
  }

  @Test
  void anErrorTellsLineNameAndMeaning() {
    String told =
        CodeWords.error(
            MESSAGES, new CellError("ZeroDivisionError", "divide by zero", 3, "num_patches"));
    assertTrue(told.startsWith("Línea 3, en num_patches. ZeroDivisionError"), told);
    assertTrue(
        CodeWords.error(MESSAGES, new CellError("KeyError", "b", 0, "")).contains("la clave b"));
    assertEquals(
        "Línea 1. Raro: algo", CodeWords.error(MESSAGES, new CellError("Raro", "algo", 1, "")));
    String recursion =
        CodeWords.error(
            MESSAGES, new CellError("RuntimeError", "maximum recursion depth exceeded", 2, "f"));
    assertTrue(recursion.contains("se llama a sí misma"), recursion);
    assertEquals(
        "Línea 1. " + MESSAGES.get("code.error.input"),
        CodeWords.error(MESSAGES, new CellError("RuntimeError", "input", 1, "")));
  }
}
