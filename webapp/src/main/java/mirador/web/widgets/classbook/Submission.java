package mirador.web.widgets.classbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.cells.CellCheck;
import mirador.concepts.cells.CellRun;
import mirador.concepts.cells.SourceText;
import mirador.concepts.course.AnswerSheet;
import mirador.concepts.course.ClassBook;
import mirador.concepts.course.ClassBook.Outcome;
import mirador.concepts.course.ClassBook.State;
import mirador.concepts.text.Numbers;
import mirador.web.course.CourseData;
import mirador.web.course.Entries;
import mirador.web.widgets.answers.AnswerFile;
import mirador.web.widgets.answers.AnswerGatherer;

/** One learner's file that was opened, and what has come out of its programs so far. */
final class Submission {
  private final Entries entries;
  private final AnswerSheet sheet;
  private final Map<Integer, Judged> judged = new HashMap<>();
  private ClassBook.HandIn handIn;

  /** What came out of a program. */
  record Judged(CellRun run, CellCheck.Verdict verdict) {}

  Submission(String file, AnswerFile.Reading reading, List<JudgedTask> tasks) {
    entries = Entries.of(reading.entries());
    sheet = new AnswerGatherer(entries).gather();
    List<Outcome> outcomes = new ArrayList<>();
    tasks.forEach(task -> outcomes.add(task.isProgram() ? program(task) : filledIn(task)));
    handIn =
        new ClassBook.HandIn(
            entries.get(Entries.NAME, ""),
            file,
            reading.exported(),
            reading.seal(),
            outcomes,
            sheet.written(),
            hits());
  }

  private Outcome program(JudgedTask task) {
    int cases = task.checks().cases().size();
    if (code(task).isBlank()) {
      return new Outcome(State.EMPTY, 0, cases, -1);
    }
    String checked = entries.get(task.key() + ".checked", "");
    int slash = Math.max(0, checked.indexOf('/'));
    int claimed = (int) Numbers.parse(checked.substring(0, slash)).orElse(-1);
    return new Outcome(State.WAITING, 0, cases, claimed);
  }

  private Outcome filledIn(JudgedTask task) {
    int right = 0;
    boolean any = false;
    List<Checks.Case> cases = task.checks().cases();
    for (int i = 0; i < cases.size(); i++) {
      String value = value(task, i);
      any |= !value.isBlank();
      right += cases.get(i).isRight(value) ? 1 : 0;
    }
    return new Outcome(any ? State.JUDGED : State.EMPTY, right, cases.size(), -1);
  }

  private int hits() {
    int hits = 0;
    for (CourseData.Item item : CourseData.items()) {
      boolean right =
          item.getKind().equals("prediction")
              && entries.get("prediction." + item.getId(), "").equals(item.getAnswer());
      hits += right ? 1 : 0;
    }
    return hits;
  }

  Entries entries() {
    return entries;
  }

  AnswerSheet sheet() {
    return sheet;
  }

  ClassBook.HandIn handIn() {
    return handIn;
  }

  /** The program of a task; empty when none was written. */
  String code(JudgedTask task) {
    return entries.get(task.key() + ".code", "");
  }

  /** What was filled in for a case, from 0. */
  String value(JudgedTask task, int at) {
    return entries.get(task.key() + "." + (at + 1), "");
  }

  /** What a program is known by; empty when none was written. */
  String digest(JudgedTask task) {
    return code(task).isBlank() ? "" : SourceText.digest(code(task));
  }

  Optional<Judged> judged(int task) {
    return Optional.ofNullable(judged.get(task));
  }

  void judge(int task, CellRun run, CellCheck.Verdict verdict) {
    judged.put(task, new Judged(run, verdict));
    handIn = handIn.with(task, handIn.outcomes().get(task).judged(verdict.passed()));
  }

  /** It could not be run. */
  void fail(int task) {
    handIn = handIn.with(task, handIn.outcomes().get(task).failed());
  }
}
