package mirador.web.widgets.classbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.course.ClassBook;
import mirador.concepts.course.ClassBook.State;
import mirador.concepts.explain.ClassBookWords;
import mirador.concepts.text.Letters;
import mirador.web.course.CourseData;
import mirador.web.dom.Dom;
import mirador.web.dom.Files;
import mirador.web.store.PickedFiles;
import mirador.web.store.PickedFiles.Picked;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.answers.AnswerFile;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The work of a class: whoever teaches opens the files that learners exported, all at once; every
 * exercise is judged anew, every program run again. Nothing is kept and nothing leaves the browser.
 */
public final class ClassBookWidget implements Widget {
  private static final double MAX_FILE = 5e6;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final List<JudgedTask> tasks = new ArrayList<>();
  private final List<Submission> submissions = new ArrayList<>();

  /** Texts of the files that are open: the same one is not counted twice. */
  private final Map<String, String> known = new HashMap<>();

  private final Deque<Picked> unread = new ArrayDeque<>();
  private final HTMLElement problems = Dom.el("ul", "book-problems");

  /** Grows when all files are put away: what is still being read then comes too late. */
  private int round;

  private WidgetFrame frame;
  private HTMLElement files;
  private HTMLElement folder;
  private HTMLElement halt;
  private HTMLElement proceed;
  private HTMLElement export;
  private HTMLElement columns;
  private BookTable table;
  private HandInDetail detail;
  private Judge judge;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    files = field(false);
    folder = field(true);
    table = new BookTable(frame.messages(), tasks, this::open);
    detail = new HandInDetail(frame.messages(), tasks, submissions, this::backToTable);
    judge = new Judge(tasks, submissions, new Progress());
    halt = Dom.button(say("stop"), "", () -> judge.stop());
    proceed = Dom.button(say("continue"), "primary", this::judge);
    columns = Dom.el("details", "book-columns");
    problems.setAttribute("role", "alert");
    HTMLElement drop =
        Dom.el(
            "div",
            "book-files",
            Dom.el(
                "div",
                "clip-fields",
                frame.controls().wrap(say("files"), "files", files),
                frame.controls().wrap(say("folder"), "folder", folder)),
            Dom.text("p", "widget-hint", say("drop")));
    frame.lay(
        drop,
        problems,
        Dom.el("div", "button-row", halt, proceed),
        table.element(),
        columns,
        detail.element());
    Dom.on(frame.section(), "dragover", Event::preventDefault);
    Dom.on(
        frame.section(),
        "drop",
        event -> {
          event.preventDefault();
          PickedFiles.dropped(event, this::take);
        });
    frame.controls().choice("order", say("order"), choice -> say("order." + choice));
    frame.controls().choice("separator", say("separator"), choice -> say("separator." + choice));
    export = frame.controls().button(say("csv"), this::exportTable);
  }

  private HTMLElement field(boolean whole) {
    HTMLElement field = Dom.el("input", "");
    field.setAttribute("type", "file");
    field.setAttribute("multiple", "");
    field.setAttribute(whole ? "webkitdirectory" : "accept", whole ? "" : ".json,application/json");
    Dom.on(field, "change", () -> take(PickedFiles.chosen(field)));
    return field;
  }

  private void take(List<Picked> picked) {
    Dom.clear(problems);
    boolean idle = unread.isEmpty();
    int others = 0;
    for (Picked one : picked) {
      if (Letters.plain(one.path()).endsWith(".json")) {
        unread.add(one);
      } else {
        others++;
      }
    }
    if (others > 0) {
      problem(say("others", others));
    }
    if (idle && !unread.isEmpty()) {
      CheckFile.load(
          () -> {
            collect();
            read();
          },
          () -> {
            unread.clear();
            problem(say("no-checks"));
          });
    }
  }

  /** The tasks of the course, once. */
  private void collect() {
    if (!tasks.isEmpty()) {
      return;
    }
    Map<String, String> lessons = new HashMap<>();
    CourseData.lessons().forEach(lesson -> lessons.put(lesson.getId(), lesson.getTitle()));
    for (CourseData.Item item : CourseData.exercises()) {
      ClassBook.Task task =
          new ClassBook.Task(item.getId(), lessons.get(item.getPage()), item.getPrompt());
      tasks.add(new JudgedTask(task, item.getKind().equals("code"), CheckFile.of(item.getId())));
    }
    legend();
  }

  /** What the numbers over the columns stand for. */
  private void legend() {
    columns.appendChild(Dom.text("summary", "", say("columns")));
    String lesson = "";
    HTMLElement list = null;
    for (JudgedTask task : tasks) {
      if (!task.task().lesson().equals(lesson)) {
        lesson = task.task().lesson();
        list = Dom.el("ol", "");
        columns.appendChild(Dom.text("p", "", lesson));
        columns.appendChild(list);
      }
      list.appendChild(Dom.text("li", "", task.task().title()));
    }
  }

  /** One file after the other; the page breathes between two. */
  private void read() {
    Picked next = unread.peek();
    if (next == null) {
      frame.refresh();
      judge();
      return;
    }
    Runnable done =
        () -> {
          unread.poll();
          read();
        };
    if (next.file().getSize() > MAX_FILE) {
      problem(say("problem.large", next.path()));
      done.run();
      return;
    }
    int begun = round;
    Files.readText(
        next.file(),
        text -> {
          if (round == begun) {
            add(next.path(), text);
            done.run();
          }
        },
        () -> {
          if (round == begun) {
            problem(say("problem.unreadable", next.path()));
            done.run();
          }
        });
  }

  private void judge() {
    judge.start();
    tell();
  }

  private void add(String path, String text) {
    if (known.containsKey(text)) {
      problem(say("problem.same", path, known.get(text)));
      return;
    }
    AnswerFile.Reading reading = AnswerFile.read(text);
    if (!reading.problem().isEmpty()) {
      problem(say("problem." + reading.problem(), path));
      return;
    }
    known.put(text, path);
    submissions.add(new Submission(path, reading, tasks));
    tell();
  }

  private void problem(String text) {
    problems.appendChild(Dom.text("li", "", text));
  }

  private ClassBook book() {
    return new ClassBook(
        tasks.stream().map(JudgedTask::task).toList(),
        ordered().stream().map(Submission::handIn).toList());
  }

  private List<Submission> ordered() {
    Comparator<ClassBook.HandIn> order =
        ClassBook.order(frame.settings().choice("order").equals("score"));
    List<Submission> ordered = new ArrayList<>(submissions);
    ordered.sort((one, other) -> order.compare(one.handIn(), other.handIn()));
    return ordered;
  }

  private void open(Submission submission, int task) {
    detail.open(submission, task);
  }

  private void backToTable() {
    table.element().focus();
  }

  private void exportTable() {
    int predictions = 0;
    for (CourseData.Item item : CourseData.items()) {
      predictions += item.getKind().equals("prediction") ? 1 : 0;
    }
    char separator =
        switch (frame.settings().choice("separator")) {
          case "comma" -> ',';
          case "tab" -> '\t';
          default -> ';';
        };
    // The mark tells spreadsheets that the letters are UTF-8.
    Files.download(
        say("file-name"),
        "text/csv",
        BYTE_ORDER_MARK + ClassBookWords.csv(frame.messages(), book(), separator, predictions));
  }

  @Override
  public void update() {
    boolean any = !submissions.isEmpty();
    Dom.show(table.element(), any);
    Dom.show(columns, any);
    Dom.setDisabled(export, !any);
    if (any) {
      table.show(book(), ordered());
    }
    tell();
  }

  /** How far it is. */
  private void tell() {
    int programs = 0;
    int waiting = 0;
    for (Submission submission : submissions) {
      for (int i = 0; i < tasks.size(); i++) {
        State state = submission.handIn().outcomes().get(i).state();
        programs += tasks.get(i).isProgram() && state != State.EMPTY ? 1 : 0;
        waiting += state == State.WAITING ? 1 : 0;
      }
    }
    halt.setHidden(!judge.isRunning());
    proceed.setHidden(judge.isRunning() || waiting == 0);
    frame.result(
        waiting > 0
            ? ClassBookWords.checking(
                frame.messages(), submissions.size(), programs - waiting, programs)
            : ClassBookWords.result(frame.messages(), book()));
  }

  /** All files are put away; they stay where they are on the disk. */
  @Override
  public void reset() {
    round++;
    unread.clear();
    submissions.clear();
    known.clear();
    judge.stop();
    detail.close();
    Dom.clear(problems);
  }

  private String say(String key, Object... args) {
    return frame.say("class-book." + key, args);
  }

  /** How the judging goes. */
  private final class Progress implements Judge.Listener {
    @Override
    public void judged(Submission submission, int task) {
      table.show(book(), submission);
      detail.refresh(submission, task);
      tell();
    }

    @Override
    public void rests() {
      if (frame.settings().choice("order").equals("score")) {
        frame.refresh();
      } else {
        tell();
      }
    }

    @Override
    public void broken(String reason) {
      problem(say("no-python", reason));
    }
  }
}
