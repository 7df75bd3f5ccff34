package mirador.concepts.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mirador.concepts.CourseMessages;
import mirador.concepts.course.ClassBook;
import mirador.concepts.course.ClassBook.HandIn;
import mirador.concepts.course.ClassBook.Outcome;
import mirador.concepts.course.ClassBook.Seal;
import mirador.concepts.course.ClassBook.State;
import mirador.concepts.text.Messages;
import org.junit.jupiter.api.Test;

final class ClassBookWordsTest {
  private static final Messages MESSAGES = CourseMessages.ES;
  private static final Outcome EMPTY = new Outcome(State.EMPTY, 0, 4, -1);
  private static final Outcome WAITING = new Outcome(State.WAITING, 0, 4, 4);
  private static final Outcome PART = new Outcome(State.JUDGED, 3, 4, 4);
  private static final Outcome PASSED = new Outcome(State.JUDGED, 4, 4, 4);
  private static final Outcome FAILED = new Outcome(State.FAILED, 0, 4, 4);

  private static ClassBook book(HandIn... handIns) {
    return new ClassBook(
        List.of(
            new ClassBook.Task("a", "ViT", "Cuenta"), new ClassBook.Task("b", "CLIP", "=Ordena")),
        List.of(handIns));
  }

  private static HandIn handIn(String learner, Seal seal, Outcome... outcomes) {
    return handIn(learner, "2026-11-01", seal, outcomes);
  }

  private static HandIn handIn(String learner, String day, Seal seal, Outcome... outcomes) {
    return new HandIn(learner, "a.json", day, seal, List.of(outcomes), 7, 2);
  }

  @Test
  void theResultTellsWhatMatters() {
    assertEquals(MESSAGES.get("class-book.empty"), ClassBookWords.result(MESSAGES, book()));
    assertEquals(
        "1 entrega. De media, 2.0 de 2 ejercicios correctos.",
        ClassBookWords.result(MESSAGES, book(handIn("Ana", Seal.NONE, PASSED, PASSED))));
    assertEquals(
        "2 entregas. De media, 0.5 de 2 ejercicios correctos."
            + " 1 entrega no coincide con lo que dice su archivo."
            + " 1 archivo cambió después de exportarse.",
        ClassBookWords.result(
            MESSAGES,
            book(
                handIn("Ana", Seal.BROKEN, PASSED, PART),
                handIn("Eva", Seal.WHOLE, EMPTY, EMPTY))));
  }

  @Test
  void anEarlierHandInOfALearnerIsToldAndDoesNotCount() {
    ClassBook book =
        book(
            handIn("Ana", Seal.NONE, EMPTY, EMPTY),
            handIn("Ana", "2026-11-02", Seal.NONE, PASSED, PASSED));
    assertEquals(
        "2 entregas. De media, 2.0 de 2 ejercicios correctos."
            + " 1 entrega tiene otra posterior y no cuenta.",
        ClassBookWords.result(MESSAGES, book));
    List<String> lines = ClassBookWords.csv(MESSAGES, book, ',', 9).lines().toList();
    assertTrue(lines.get(1).contains(",2026-11-01,no,0,"), lines.get(1));
    assertTrue(lines.get(2).contains(",2026-11-02,sí,2,"), lines.get(2));
  }

  @Test
  void everyOutcomeHasItsMarkAndItsWords() {
    List<Outcome> all = List.of(EMPTY, WAITING, PART, PASSED, FAILED);
    assertEquals(
        List.of("–", "…", "3/4", "✓", "?"), all.stream().map(ClassBookWords::mark).toList());
    assertEquals(
        List.of("sin empezar", "por comprobar", "3 de 4", "4 de 4", "no se pudo comprobar"),
        all.stream().map(one -> ClassBookWords.outcome(MESSAGES, one)).toList());
    assertEquals(
        "El archivo dice 4 de 4; al comprobarlo ahora salen 3.",
        ClassBookWords.difference(MESSAGES, PART));
    assertEquals("", ClassBookWords.difference(MESSAGES, PASSED));
  }

  @Test
  void theTableForASpreadsheet() {
    String csv =
        ClassBookWords.csv(MESSAGES, book(handIn(" Ana; Eva ", Seal.WHOLE, PASSED, PART)), ';', 9);
    List<String> lines = csv.lines().toList();
    assertEquals(2, lines.size());
    assertEquals(
        "Nombre;Archivo;Exportado;Es la última entrega;Ejercicios correctos;Ejercicios del curso;"
            + "Porcentaje;Predicciones acertadas;Predicciones del curso;Respuestas escritas;"
            + "Estado del archivo;Ejercicios que no coinciden;ViT: Cuenta;CLIP: =Ordena",
        lines.get(0));
    // «3 de 4», since a spreadsheet reads 3/4 as a date.
    assertEquals(
        "\"Ana; Eva\";a.json;2026-11-01;sí;1;2;50;2;9;7;intacto;1;4 de 4;3 de 4", lines.get(1));
  }
}
