package mirador.web.widgets.classbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirador.concepts.cells.CaseRun;
import mirador.concepts.cells.Finding;
import mirador.concepts.course.AnswerSheet;
import mirador.concepts.course.ClassBook.HandIn;
import mirador.concepts.course.ClassBook.Outcome;
import mirador.concepts.course.ClassBook.State;
import mirador.concepts.explain.ClassBookWords;
import mirador.concepts.explain.CodeWords;
import mirador.concepts.text.Messages;
import mirador.web.dom.Dom;
import mirador.web.widgets.answers.SheetView;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/** All that one learner handed in, with what came out when it was judged anew. */
final class HandInDetail {
  private final Messages messages;
  private final List<JudgedTask> tasks;
  private final List<Submission> all;
  private final Runnable onClose;
  private final HTMLElement element = Dom.el("section", "book-detail");
  private final HTMLElement facts = Dom.el("ul", "book-facts");
  private Optional<Submission> shown = Optional.empty();

  /**
   * Nothing yet.
   *
   * @param all files that are open, to look for programs that are alike
   */
  HandInDetail(Messages messages, List<JudgedTask> tasks, List<Submission> all, Runnable onClose) {
    this.messages = messages;
    this.tasks = tasks;
    this.all = all;
    this.onClose = onClose;
    element.setHidden(true);
  }

  HTMLElement element() {
    return element;
  }

  void close() {
    shown = Optional.empty();
    element.setHidden(true);
    Dom.clear(element);
  }

  /** Shows a task anew if its file is the one that is shown. */
  void refresh(Submission submission, int task) {
    if (shown.filter(one -> one == submission).isPresent()) {
      HTMLElement block = place(task);
      Dom.clear(block);
      judged(submission, task, block);
      Dom.replaceChildren(facts, facts(submission.handIn()));
    }
  }

  private HTMLElement place(int task) {
    return Dom.find(element, "[data-task=\"" + tasks.get(task).task().id() + "\"]");
  }

  /** Shows a file, and goes to one of its tasks. */
  void open(Submission submission, int task) {
    shown = Optional.of(submission);
    build(submission);
    element.setHidden(false);
    HTMLElement place = task == BookTable.WHOLE ? null : place(task);
    goTo(place == null ? Dom.find(element, "h3") : place);
  }

  private void build(Submission submission) {
    HTMLElement title = Dom.text("h3", "", submission.handIn().name());
    title.setAttribute("tabindex", "-1");
    Dom.replaceChildren(facts, facts(submission.handIn()));
    List<Node> blocks = new ArrayList<>();
    blocks.add(Dom.button(messages.get("class-book.close"), "action book-close", this::leave));
    blocks.add(title);
    blocks.add(facts);
    SheetView view =
        new SheetView(messages.get("answers.nothing"), true, item -> beside(submission, item));
    for (AnswerSheet.Section section : submission.sheet().sections()) {
      view.section(section).ifPresent(blocks::add);
    }
    Dom.replaceChildren(element, blocks.toArray(new Node[0]));
  }

  private void leave() {
    close();
    onClose.run();
  }

  private Node[] facts(HandIn handIn) {
    String file = messages.get("class-book.fact.file", handIn.file(), moment(handIn.exported()));
    String score =
        messages.get(
            "class-book.fact.score",
            handIn.passed(),
            tasks.size(),
            handIn.hits(),
            handIn.written());
    String seal =
        messages.get("class-book.fact.seal", ClassBookWords.seal(messages, handIn.seal()));
    return new Node[] {
      Dom.text("li", "", file), Dom.text("li", "", seal), Dom.text("li", "", score)
    };
  }

  /** Under an exercise: its cases, judged anew. */
  private Optional<HTMLElement> beside(Submission submission, AnswerSheet.Item item) {
    for (int i = 0; i < tasks.size(); i++) {
      if (item.href().endsWith("#" + tasks.get(i).task().id())) {
        HTMLElement block = Dom.el("div", "book-judged");
        block.setAttribute("data-task", tasks.get(i).task().id());
        block.setAttribute("tabindex", "-1");
        judged(submission, i, block);
        return Optional.of(block);
      }
    }
    return Optional.empty();
  }

  private void judged(Submission submission, int at, HTMLElement block) {
    JudgedTask task = tasks.get(at);
    Outcome outcome = submission.handIn().outcomes().get(at);
    add(block, messages.get("class-book.now", ClassBookWords.outcome(messages, outcome)));
    add(block, ClassBookWords.difference(messages, outcome));
    HTMLElement cases = Dom.el("ul", "code-cases");
    if (!task.isProgram()) {
      for (int i = 0; i < task.checks().cases().size(); i++) {
        filledIn(task.checks().cases().get(i), submission.value(task, i), cases);
      }
    } else if (outcome.state() == State.JUDGED) {
      program(task, submission.judged(at).orElseThrow(), block, cases);
    }
    block.appendChild(cases);
    alike(submission, task, block);
  }

  private void filledIn(Checks.Case one, String value, HTMLElement cases) {
    boolean right = one.isRight(value);
    String said =
        right
            ? messages.get("exercise.right")
            : messages.get(
                "class-book.wanted",
                value.isBlank() ? messages.get("answers.nothing") : value,
                one.expect());
    cases.appendChild(item(one.run(), said, right));
  }

  private void program(
      JudgedTask task, Submission.Judged judged, HTMLElement block, HTMLElement cases) {
    judged
        .run()
        .error()
        .ifPresent(
            error ->
                block.appendChild(Dom.text("p", "code-error", CodeWords.error(messages, error))));
    judged
        .verdict()
        .mistake()
        .ifPresent(
            mistake ->
                add(
                    block,
                    messages.get(
                        "class-book.mistake", task.checks().mistakes().get(mistake).say())));
    for (int i = 0; i < judged.run().cases().size(); i++) {
      Finding finding = judged.verdict().findings().get(i);
      CaseRun run = judged.run().cases().get(i);
      Checks.Case one = task.checks().cases().get(i);
      cases.appendChild(
          item(
              one.run() + " → " + one.expect(),
              CodeWords.finding(messages, finding, run, Optional.empty()),
              finding == Finding.PASSED));
    }
  }

  private static HTMLElement item(String asked, String said, boolean right) {
    HTMLElement verdict =
        Dom.text("span", "case-verdict " + (right ? "verdict-right" : "verdict-wrong"), said);
    HTMLElement item = Dom.el("li", "code-case", Dom.text("code", "", asked), verdict);
    item.setAttribute("data-state", right ? "passed" : "failed");
    return item;
  }

  /** Who else has written the same program, sign for sign. */
  private void alike(Submission submission, JudgedTask task, HTMLElement block) {
    String digest = submission.digest(task);
    List<String> others = new ArrayList<>();
    for (Submission other : all) {
      if (other != submission && !digest.isEmpty() && digest.equals(other.digest(task))) {
        others.add(other.handIn().name());
      }
    }
    if (!others.isEmpty()) {
      add(block, messages.get("class-book.alike", String.join(", ", others)));
    }
  }

  private static void add(HTMLElement block, String text) {
    if (!text.isEmpty()) {
      block.appendChild(Dom.text("p", "", text));
    }
  }

  private static String moment(String iso) {
    return iso.isEmpty() ? "–" : local(iso);
  }

  /** A time as ISO 8601 in the words of the page's language; what is none stays as it is. */
  @JSBody(
      params = {"iso"},
      script =
          "var time = new Date(iso); if (isNaN(time)) return iso;"
              + "return time.toLocaleString(document.documentElement.lang,"
              + " {dateStyle: 'medium', timeStyle: 'short'});")
  private static native String local(String iso);

  @JSBody(
      params = {"place"},
      script =
          "place.focus({preventScroll: true});"
              + "(place.closest('.answer-item') || place).scrollIntoView({block: 'start'});")
  private static native void goTo(HTMLElement place);
}
