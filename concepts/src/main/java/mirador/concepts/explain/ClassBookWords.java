package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.ClassBook;
import mirador.concepts.course.ClassBook.HandIn;
import mirador.concepts.course.ClassBook.Outcome;
import mirador.concepts.text.Csv;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** What the table of a class's work says. */
public final class ClassBookWords {
  private ClassBookWords() {}

  /** The result when everything is judged, or none was opened. */
  public static String result(Messages messages, ClassBook book) {
    List<HandIn> all = book.handIns();
    if (all.isEmpty()) {
      return messages.get("class-book.empty");
    }
    List<HandIn> latest = book.latest();
    double passed = latest.stream().mapToInt(HandIn::passed).average().orElse(0);
    int different = (int) all.stream().filter(one -> one.different() > 0).count();
    int changed = (int) all.stream().filter(one -> one.seal() == ClassBook.Seal.BROKEN).count();
    StringBuilder text = new StringBuilder();
    text.append(
        messages.get(
            "class-book.result", all.size(), Numbers.fixed(passed, 1), book.tasks().size()));
    if (latest.size() < all.size()) {
      text.append(' ').append(messages.get("class-book.result.older", all.size() - latest.size()));
    }
    if (different > 0) {
      text.append(' ').append(messages.get("class-book.result.different", different));
    }
    if (changed > 0) {
      text.append(' ').append(messages.get("class-book.result.changed", changed));
    }
    return text.toString();
  }

  /** While programs run. */
  public static String checking(Messages messages, int handIns, int done, int programs) {
    return messages.get("class-book.checking", handIns, done, programs);
  }

  /** What became of a task, in the room of a cell. */
  public static String mark(Outcome outcome) {
    return switch (outcome.state()) {
      case EMPTY -> "–";
      case WAITING -> "…";
      case FAILED -> "?";
      case JUDGED -> outcome.isPassed() ? "✓" : outcome.right() + "/" + outcome.cases();
    };
  }

  /** The same in words. */
  public static String outcome(Messages messages, Outcome outcome) {
    return switch (outcome.state()) {
      case EMPTY -> messages.get("class-book.outcome.empty");
      case WAITING -> messages.get("class-book.outcome.waiting");
      case FAILED -> messages.get("class-book.outcome.failed");
      case JUDGED -> messages.get("class-book.outcome.judged", outcome.right(), outcome.cases());
    };
  }

  /** That a file says something else than came out; empty when it does not. */
  public static String difference(Messages messages, Outcome outcome) {
    return outcome.isDifferent()
        ? messages.get("class-book.different", outcome.claimed(), outcome.cases(), outcome.right())
        : "";
  }

  /**
   * The book for a spreadsheet: a line of headings, one line for each hand-in.
   *
   * @param separator between two cells
   * @param predictions how many the course has
   */
  public static String csv(Messages messages, ClassBook book, char separator, int predictions) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>();
    for (String column :
        List.of(
            "name",
            "file",
            "exported",
            "latest",
            "passed",
            "tasks",
            "percent",
            "hits",
            "predictions",
            "written",
            "seal",
            "differences")) {
      head.add(messages.get("class-book.csv." + column));
    }
    book.tasks().forEach(task -> head.add(task.lesson() + ": " + task.title()));
    rows.add(head);
    List<HandIn> latest = book.latest();
    for (HandIn one : book.handIns()) {
      List<String> row = new ArrayList<>();
      row.add(one.learner().strip());
      row.add(one.file());
      row.add(one.exported());
      row.add(yes(messages, latest.contains(one)));
      row.add(Integer.toString(one.passed()));
      row.add(Integer.toString(book.tasks().size()));
      row.add(Long.toString(Math.round(100.0 * one.passed() / Math.max(1, book.tasks().size()))));
      row.add(Integer.toString(one.hits()));
      row.add(Integer.toString(predictions));
      row.add(Integer.toString(one.written()));
      row.add(seal(messages, one.seal()));
      row.add(Integer.toString(one.different()));
      one.outcomes().forEach(outcome -> row.add(outcome(messages, outcome)));
      rows.add(row);
    }
    return Csv.of(rows, separator);
  }

  /** Whether a file is as it was exported. */
  public static String seal(Messages messages, ClassBook.Seal seal) {
    return switch (seal) {
      case WHOLE -> messages.get("class-book.seal.whole");
      case BROKEN -> messages.get("class-book.seal.broken");
      case NONE -> messages.get("class-book.seal.none");
    };
  }

  private static String yes(Messages messages, boolean yes) {
    return messages.get(yes ? "class-book.yes" : "class-book.no");
  }
}
