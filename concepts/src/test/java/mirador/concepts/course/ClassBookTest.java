package mirador.concepts.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.ClassBook.HandIn;
import mirador.concepts.course.ClassBook.Outcome;
import mirador.concepts.course.ClassBook.Seal;
import mirador.concepts.course.ClassBook.State;
import org.junit.jupiter.api.Test;

final class ClassBookTest {
  private static HandIn handIn(String learner, String exported, Outcome... outcomes) {
    return new HandIn(learner, learner + ".json", exported, Seal.WHOLE, List.of(outcomes), 3, 1);
  }

  private static Outcome judged(int right, int cases, int claimed) {
    return new Outcome(State.JUDGED, right, cases, claimed);
  }

  private static List<String> names(boolean byScore, HandIn... handIns) {
    List<HandIn> ordered = new ArrayList<>(List.of(handIns));
    ordered.sort(ClassBook.order(byScore));
    return ordered.stream().map(one -> one.name() + one.exported()).toList();
  }

  @Test
  void onlyAllCasesPassATask() {
    assertTrue(judged(3, 3, 3).isPassed());
    assertFalse(judged(2, 3, 3).isPassed());
    assertFalse(judged(0, 0, -1).isPassed());
    assertFalse(new Outcome(State.WAITING, 3, 3, 3).isPassed());
    HandIn two = handIn("Ana", "", judged(3, 3, 3), judged(2, 3, 3), judged(1, 1, -1));
    assertEquals(2, two.passed());
  }

  @Test
  void aFileIsToldFromWhatCameOut() {
    assertTrue(judged(2, 3, 3).isDifferent());
    assertTrue(judged(3, 3, 2).isDifferent());
    assertFalse(judged(3, 3, 3).isDifferent());
    assertFalse(judged(2, 3, -1).isDifferent(), "it says nothing");
    assertFalse(new Outcome(State.WAITING, 0, 3, 3).isDifferent(), "not judged yet");
    assertEquals(1, handIn("Ana", "", judged(2, 3, 3), judged(3, 3, 3)).different());
  }

  @Test
  void aTaskIsJudgedInItsPlace() {
    HandIn before =
        handIn("Ana", "", new Outcome(State.WAITING, 0, 4, 4), new Outcome(State.EMPTY, 0, 2, -1));
    HandIn after = before.with(0, before.outcomes().get(0).judged(4));
    assertEquals(List.of(judged(4, 4, 4), before.outcomes().get(1)), after.outcomes());
    assertEquals(0, before.passed());
    assertEquals(1, after.passed());
  }

  @Test
  void theBookCountsWhoPasses() {
    ClassBook book =
        new ClassBook(
            List.of(new ClassBook.Task("a", "1", "A"), new ClassBook.Task("b", "1", "B")),
            List.of(
                handIn("Ana", "", judged(1, 1, 1), judged(0, 1, 0)),
                handIn("Beto", "", judged(1, 1, 1), judged(1, 1, 1))));
    assertEquals(List.of(2, 1), book.passing());
  }

  @Test
  void namesStandAsInAClassList() {
    assertEquals(
        List.of("Álvaro", "ana", "Beto 2", "Beto 10", "Ñandú", "Zoe"),
        names(
            false,
            handIn("Zoe", ""),
            handIn("Ñandú", ""),
            handIn("ana", ""),
            handIn("Beto 10", ""),
            handIn("Álvaro", ""),
            handIn("Beto 2", "")));
    assertEquals(
        List.of("Beto", "Ana", "Carla"),
        names(
            true,
            handIn("Carla", "", judged(0, 1, 0)),
            handIn("Ana", "", judged(0, 1, 0)),
            handIn("Beto", "", judged(1, 1, 1))));
    assertEquals(
        List.of("Ana2026-01", "Ana2026-02"),
        names(true, handIn("Ana", "2026-02"), handIn("Ana", "2026-01")));
  }

  @Test
  void whoHasNoNameIsCalledAsTheFile() {
    HandIn nobody = new HandIn(" ", "x.json", "", Seal.NONE, List.of(), 0, 0);
    assertEquals("x.json", nobody.name());
  }

  @Test
  void ofEachLearnerTheLastHandInCounts() {
    HandIn first = handIn("Ana Núñez", "2026-11-01T10:00:00Z", judged(1, 1, 1));
    HandIn second = handIn(" ana nunez ", "2026-11-02T10:00:00Z", judged(0, 1, 0));
    HandIn other = handIn("Ana", "2026-10-03T10:00:00Z", judged(1, 1, 1));
    HandIn nobody = new HandIn("", "x.json", "", Seal.NONE, List.of(judged(1, 1, 1)), 0, 0);
    HandIn another = new HandIn("", "y.json", "9", Seal.NONE, List.of(judged(1, 1, 1)), 0, 0);
    ClassBook book =
        new ClassBook(
            List.of(new ClassBook.Task("a", "1", "A")),
            List.of(first, second, other, nobody, another));
    assertEquals(List.of(second, other, nobody, another), book.latest());
    assertEquals(List.of(3), book.passing());
  }
}
