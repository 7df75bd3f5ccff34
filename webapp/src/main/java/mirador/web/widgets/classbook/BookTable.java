package mirador.web.widgets.classbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.course.ClassBook;
import mirador.concepts.course.ClassBook.HandIn;
import mirador.concepts.course.ClassBook.Outcome;
import mirador.concepts.explain.ClassBookWords;
import mirador.concepts.text.Messages;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The table of the class: a row for each file, a column for each task, at its foot how many pass.
 * Every cell of a learner is a button that opens their work at that task.
 */
final class BookTable {
  /** The task of a row's own button: all of the work. */
  static final int WHOLE = -1;

  private final Messages messages;
  private final List<JudgedTask> tasks;
  private final Opener opener;
  private final HTMLElement element = Dom.el("div", "scroll book-frame");
  private final Map<Submission, List<HTMLElement>> marks = new HashMap<>();
  private final Map<Submission, HTMLElement> scores = new HashMap<>();
  private final List<HTMLElement> foot = new ArrayList<>();

  /** Opens a learner's work. */
  interface Opener {
    void open(Submission submission, int task);
  }

  BookTable(Messages messages, List<JudgedTask> tasks, Opener opener) {
    this.messages = messages;
    this.tasks = tasks;
    this.opener = opener;
    element.setAttribute("role", "region");
    element.setAttribute("tabindex", "0");
    element.setAttribute("aria-label", messages.get("class-book.table"));
  }

  HTMLElement element() {
    return element;
  }

  /** Makes the table anew. */
  void show(ClassBook book, List<Submission> rows) {
    marks.clear();
    scores.clear();
    foot.clear();
    List<HandIn> latest = book.latest();
    HTMLElement body = Dom.el("tbody", "");
    for (Submission submission : rows) {
      body.appendChild(row(submission, latest.contains(submission.handIn())));
    }
    HTMLElement table =
        Dom.el(
            "table",
            "book",
            Dom.text("caption", "", messages.get("class-book.table")),
            head(),
            body,
            Dom.el("tfoot", "", footRow()));
    Dom.replaceChildren(element, table);
    rows.forEach(this::mark);
    count(book);
  }

  private HTMLElement head() {
    HTMLElement lessons = Dom.el("tr", "");
    HTMLElement numbers = Dom.el("tr", "");
    lessons.appendChild(spanning(column("class-book.column.name"), "rowspan", 2));
    lessons.appendChild(spanning(column("class-book.column.score"), "rowspan", 2));
    int from = 0;
    while (from < tasks.size()) {
      int to = from;
      String lesson = tasks.get(from).task().lesson();
      while (to < tasks.size() && tasks.get(to).task().lesson().equals(lesson)) {
        numbers.appendChild(number(to - from + 1, tasks.get(to).task().title()));
        to++;
      }
      HTMLElement heading = Dom.text("th", "book-lesson", lesson);
      heading.setAttribute("scope", "colgroup");
      lessons.appendChild(spanning(heading, "colspan", to - from));
      from = to;
    }
    return Dom.el("thead", "", lessons, numbers);
  }

  private HTMLElement column(String key) {
    HTMLElement heading = Dom.text("th", "", messages.get(key));
    heading.setAttribute("scope", "col");
    return heading;
  }

  private static HTMLElement spanning(HTMLElement cell, String what, int cells) {
    cell.setAttribute(what, Integer.toString(cells));
    return cell;
  }

  /** A number for the eye, the title for all others and for a pointer that rests there. */
  private static HTMLElement number(int number, String title) {
    HTMLElement shown = Dom.text("span", "", Integer.toString(number));
    shown.setAttribute("aria-hidden", "true");
    HTMLElement heading =
        Dom.el("th", "book-number", shown, Dom.text("span", "visually-hidden", title));
    heading.setAttribute("scope", "col");
    heading.setAttribute("title", title);
    return heading;
  }

  private HTMLElement row(Submission submission, boolean counts) {
    HandIn handIn = submission.handIn();
    HTMLElement head =
        Dom.el(
            "th",
            "book-learner",
            Dom.button(handIn.name(), "action", () -> opener.open(submission, WHOLE)));
    head.setAttribute("scope", "row");
    if (!handIn.name().equals(handIn.file())) {
      head.appendChild(Dom.text("span", "book-file", handIn.file()));
    }
    if (handIn.seal() == ClassBook.Seal.BROKEN) {
      head.appendChild(Dom.text("span", "book-careful", messages.get("class-book.seal.broken")));
    }
    if (!counts) {
      head.appendChild(Dom.text("span", "book-careful", messages.get("class-book.superseded")));
    }
    HTMLElement score = Dom.el("td", "book-score");
    scores.put(submission, score);
    HTMLElement row = Dom.el("tr", "", head, score);
    List<HTMLElement> cells = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      int task = i;
      HTMLElement mark = Dom.button("", "book-mark", () -> opener.open(submission, task));
      cells.add(mark);
      row.appendChild(Dom.el("td", "", mark));
    }
    marks.put(submission, cells);
    return row;
  }

  private HTMLElement footRow() {
    HTMLElement head = Dom.text("th", "", messages.get("class-book.passing"));
    head.setAttribute("scope", "row");
    HTMLElement row = Dom.el("tr", "", head, Dom.el("td", ""));
    for (int i = 0; i < tasks.size(); i++) {
      HTMLElement cell = Dom.el("td", "");
      foot.add(cell);
      row.appendChild(cell);
    }
    return row;
  }

  /** Shows what has become of one file's tasks, and how many pass each. */
  void show(ClassBook book, Submission submission) {
    mark(submission);
    count(book);
  }

  private void count(ClassBook book) {
    List<Integer> passing = book.passing();
    for (int i = 0; i < foot.size(); i++) {
      Dom.setText(foot.get(i), passing.get(i).toString());
    }
  }

  private void mark(Submission submission) {
    HandIn handIn = submission.handIn();
    List<HTMLElement> cells = marks.get(submission);
    if (cells == null) {
      // It came while programs ran; the table that holds it is yet to be made.
      return;
    }
    for (int i = 0; i < tasks.size(); i++) {
      Outcome outcome = handIn.outcomes().get(i);
      HTMLElement mark = cells.get(i);
      boolean different = outcome.isDifferent();
      Dom.setText(mark, ClassBookWords.mark(outcome) + (different ? " ≠" : ""));
      mark.setAttribute("data-state", state(outcome));
      String said = ClassBookWords.outcome(messages, outcome);
      mark.setAttribute(
          "aria-label",
          messages.get(
              "class-book.mark",
              handIn.name(),
              tasks.get(i).task().title(),
              different ? said + ". " + ClassBookWords.difference(messages, outcome) : said));
    }
    Dom.setText(scores.get(submission), handIn.passed() + "/" + tasks.size());
  }

  private static String state(Outcome outcome) {
    return switch (outcome.state()) {
      case EMPTY -> "empty";
      case WAITING -> "waiting";
      case FAILED -> "failed";
      case JUDGED -> outcome.isPassed() ? "passed" : "part";
    };
  }
}
