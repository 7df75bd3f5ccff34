package mirador.web.widgets.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirador.concepts.cells.CellCheck;
import mirador.concepts.cells.CellRun;
import mirador.concepts.cells.Finding;
import mirador.concepts.cells.SourceText;
import mirador.concepts.explain.CodeWords;
import mirador.concepts.text.Numbers;
import mirador.web.dom.Dom;
import mirador.web.python.Editor;
import mirador.web.python.PythonService;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.answers.ModelAnswer;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * A program that the learner completes, runs and checks in the page. Every case is in sight; what
 * is typical of a mistake is said in its own words. The solution opens when all cases are right,
 * after two tries, or on request; what the learner wrote is kept as it is written.
 */
public final class CodeWidget implements Widget {
  private static final int TRIES_BEFORE_SOLUTION = 2;
  private static final int FEWEST_LINES = 6;
  private static final int MOST_LINES = 24;

  private final List<CaseItem> cases = new ArrayList<>();
  private final List<HTMLElement> mistakes = new ArrayList<>();
  private final HTMLElement output = Dom.el("pre", "code-out");
  private final HTMLElement drawings = Dom.el("div", "code-drawing");
  private final HTMLElement mistake = Dom.el("div", "code-mistake");
  private final HTMLElement error = Dom.el("p", "code-error");
  private WidgetFrame frame;
  private String key;
  private String starter;
  private Editor editor;
  private CellCheck check;
  private ModelAnswer solution;
  private HTMLElement run;
  private HTMLElement stop;
  private HTMLElement recover;

  /** What came out last, as long as the program is the one that ran. */
  private Optional<Judged> last = Optional.empty();

  private String told = "";

  private record Judged(CellRun run, CellCheck.Verdict verdict) {}

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    key = "exercise." + frame.section().getAttribute("data-exercise");
    collect();
    HTMLElement cell = Dom.find(frame.section(), "[data-cell]");
    starter = Dom.textOf(Dom.find(cell, "[data-starter]"));
    editor =
        new Editor(
            new Editor.Options(
                frame.say("code.editor"), frame.say("code.escape"), this::write, this::run),
            code(),
            lines(starter));
    run = Dom.button(frame.say("code.run"), "primary", this::run);
    stop = Dom.button(frame.say("code.stop"), "", () -> PythonService.shared().stop());
    recover = Dom.button(frame.say("code.recover"), "action", this::recover);
    HTMLElement keys = Dom.text("p", "code-keys", frame.say("code.keys"));
    stop.setHidden(true);
    output.setHidden(true);
    output.setAttribute("tabindex", "0");
    output.setAttribute("role", "region");
    output.setAttribute("aria-label", frame.say("code.output"));
    error.setHidden(true);
    mistake.setHidden(true);
    Dom.replaceChildren(
        cell,
        editor.element(),
        Dom.el("div", "code-bar", run, stop, recover, keys),
        error,
        output,
        drawings,
        mistake);
    solution = new ModelAnswer(frame, frame.say("code.reveal"));
    frame.follow(key);
  }

  private void collect() {
    NodeList<? extends HTMLElement> items = frame.section().querySelectorAll("[data-case]");
    List<Double> tolerances = new ArrayList<>();
    for (int i = 0; i < items.getLength(); i++) {
      CaseItem item = new CaseItem(items.get(i));
      cases.add(item);
      tolerances.add(item.tolerance());
    }
    NodeList<? extends HTMLElement> said = frame.section().querySelectorAll("[data-signature]");
    List<String> signatures = new ArrayList<>();
    for (int i = 0; i < said.getLength(); i++) {
      mistakes.add(said.get(i));
      signatures.add(said.get(i).getAttribute("data-signature"));
    }
    check = new CellCheck(tolerances, signatures);
  }

  private static int lines(String text) {
    int lines = 2;
    for (int i = 0; i < text.length(); i++) {
      lines += text.charAt(i) == '\n' ? 1 : 0;
    }
    return Math.max(FEWEST_LINES, Math.min(MOST_LINES, lines));
  }

  private String code() {
    return frame.state().get(key + ".code", starter);
  }

  private void write(String text) {
    editor.mark(0);
    // What came out no longer belongs to the program that now stands there.
    last = Optional.empty();
    if (text.equals(starter)) {
      frame.state().remove(key + ".code");
    } else {
      frame.state().put(key + ".code", text);
    }
    frame.state().remove(key + ".checked");
    frame.refresh();
  }

  private void run() {
    String text = editor.text();
    last = Optional.empty();
    clear();
    busy(true);
    tell(frame.say("code.starting"));
    PythonService.shared()
        .run(
            SourceText.clean(text),
            cases.stream().map(CaseItem::request).toList(),
            PageData.all(),
            new Progress());
  }

  private void clear() {
    Dom.setText(output, "");
    output.setHidden(true);
    Dom.clear(drawings);
    error.setHidden(true);
    editor.mark(0);
  }

  private void busy(boolean running) {
    Dom.setDisabled(run, running);
    stop.setHidden(!running);
  }

  private void tell(String text) {
    told = text;
    frame.result(text);
  }

  private void judge(CellRun came) {
    CellCheck.Verdict verdict = check.judge(came);
    last = Optional.of(new Judged(came, verdict));
    told = "";
    frame.state().put(key + ".tries", Integer.toString(tries() + 1));
    frame.state().put(key + ".checked", verdict.passed() + "/" + cases.size());
    if (verdict.isRight()) {
      frame.state().put(key + ".passed", "1");
    }
    came.error().ifPresent(failure -> editor.mark(failure.line()));
    frame.refresh();
  }

  private int tries() {
    return (int) Numbers.parse(frame.state().get(key + ".tries", "0")).orElse(0);
  }

  @Override
  public void update() {
    editor.text(code());
    recover.setHidden(!frame.state().has(key + ".before"));
    if (last.isPresent()) {
      show(last.get().run(), last.get().verdict());
    } else {
      cases.forEach(CaseItem::clear);
      mistake.setHidden(true);
      error.setHidden(true);
      frame.result(told.isEmpty() ? CodeWords.empty(frame.messages(), cases.size()) : told);
    }
    solution.allow(tries() >= TRIES_BEFORE_SOLUTION || frame.state().has(key + ".passed"));
  }

  private void show(CellRun came, CellCheck.Verdict verdict) {
    List<String> before = new ArrayList<>();
    for (int i = 0; i < came.cases().size(); i++) {
      Finding finding = verdict.findings().get(i);
      String text =
          CodeWords.finding(frame.messages(), finding, came.cases().get(i), cases.get(i).hint());
      boolean known = finding != Finding.PASSED && before.contains(text);
      before.add(text);
      cases.get(i).verdict(finding == Finding.PASSED, known ? frame.say("code.same") : text);
    }
    String result = CodeWords.result(frame.messages(), came, verdict);
    if (verdict.mistake().isPresent()) {
      HTMLElement said = mistakes.get(verdict.mistake().get());
      Dom.replaceChildren(mistake, said.cloneNode(true));
      result = result + " " + Dom.textOf(said).strip();
    }
    Dom.show(mistake, verdict.mistake().isPresent());
    came.error()
        .ifPresent(failure -> Dom.setText(error, CodeWords.error(frame.messages(), failure)));
    Dom.show(error, came.error().isPresent());
    frame.result(result);
  }

  /** The starter comes back; what the learner had written can be had again. */
  @Override
  public void reset() {
    PythonService.shared().stop();
    String written = code();
    solution.close();
    clear();
    last = Optional.empty();
    told = "";
    frame.state().removeAll(key + ".");
    if (!written.equals(starter)) {
      frame.state().put(key + ".before", written);
    }
  }

  private void recover() {
    String before = frame.state().get(key + ".before", starter);
    frame.state().remove(key + ".before");
    editor.text(before);
    write(before);
  }

  /** How the program goes that runs now. */
  private final class Progress implements PythonService.Listener {
    @Override
    public void begun() {
      tell(frame.say("code.running"));
    }

    @Override
    public void printed(String text) {
      output.setHidden(false);
      Dom.setText(output, Dom.textOf(output) + text);
    }

    @Override
    public void drawn(String json) {
      drawings.appendChild(Drawing.of(json, frame.say("code.drawing")));
    }

    @Override
    public void ended(CellRun came) {
      busy(false);
      judge(came);
    }

    @Override
    public void stopped() {
      busy(false);
      tell(frame.say("code.stopped"));
    }

    @Override
    public void broken(String detail) {
      busy(false);
      tell(frame.say("code.broken", detail));
    }
  }
}
