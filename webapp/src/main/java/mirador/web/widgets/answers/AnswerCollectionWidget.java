package mirador.web.widgets.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.course.AnswerSheet;
import mirador.concepts.text.FileNames;
import mirador.web.course.Entries;
import mirador.web.dom.Dom;
import mirador.web.dom.Files;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;
import org.teavm.jso.file.File;

/**
 * Everything the learner wrote, gathered from all lessons: to read, print, export as Markdown or
 * JSON, import again, and erase. An import and an erasure can be undone until the page is closed.
 */
public final class AnswerCollectionWidget implements Widget {
  private static final double MAX_FILE = 5e6;
  private static final int LONGEST_NAME = 80;

  private final HTMLElement sheet = Dom.el("div", "answer-sheet");
  private final HTMLElement question = Dom.el("div", "answer-question");
  private final HTMLElement onlyWritten = Dom.el("input", "");
  private final HTMLElement name = Dom.el("input", "");
  private WidgetFrame frame;
  private Map<String, String> before;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    frame.lay(question, sheet);
    // The sheet is long: what can be done with it stands over it.
    HTMLElement controls = Dom.find(frame.section(), "[data-controls]");
    frame.section().insertBefore(controls, frame.play());
    question.setHidden(true);
    frame.controls().add(nameField());
    onlyWritten.setAttribute("type", "checkbox");
    Dom.on(onlyWritten, "change", this::update);
    HTMLElement filter =
        Dom.el("label", "check-item", onlyWritten, Dom.text("span", "", say("only-written")));
    frame.controls().add(filter);
    frame.controls().button(say("print"), () -> Window.current().print());
    frame.controls().button(say("markdown"), this::exportMarkdown);
    frame.controls().button(say("json"), this::exportJson);
    frame.controls().add(importField());
    frame.controls().button(say("erase"), this::askErase);
    frame.follow("");
  }

  private HTMLElement nameField() {
    name.setAttribute("type", "text");
    name.setAttribute("autocomplete", "name");
    name.setAttribute("maxlength", Integer.toString(LONGEST_NAME));
    Dom.on(
        name,
        "input",
        () -> {
          if (Dom.value(name).isBlank()) {
            frame.state().remove(Entries.NAME);
          } else {
            frame.state().put(Entries.NAME, Dom.value(name));
          }
        });
    return frame.controls().wrap(say("name"), "name", name);
  }

  private String fileName(String ending) {
    String words = FileNames.safe(frame.state().get(Entries.NAME, ""));
    return say("file") + (words.isEmpty() ? "" : "-" + words) + ending;
  }

  private HTMLElement importField() {
    HTMLElement field = Dom.el("input", "");
    field.setAttribute("type", "file");
    field.setAttribute("accept", ".json,application/json");
    Dom.on(
        field,
        "change",
        () -> {
          File file = Files.chosen(field);
          if (file != null) {
            importFile(file);
          }
          Dom.setValue(field, "");
        });
    return frame.controls().wrap(say("import"), "import", field);
  }

  private void exportMarkdown() {
    Files.download(
        fileName(".md"),
        "text/markdown",
        new AnswerGatherer(frame.state()).gather().toMarkdown(say("nothing")));
  }

  private void exportJson() {
    Files.download(fileName(".json"), "application/json", AnswerFile.write(frame.state()));
  }

  private void importFile(File file) {
    frame.error("");
    if (file.getSize() > MAX_FILE) {
      frame.error(frame.say("answers.import.large", file.getName()));
      return;
    }
    Files.readText(
        file,
        text -> importText(file.getName(), text),
        () -> frame.error(frame.say("answers.import.unreadable", file.getName())));
  }

  private void importText(String name, String text) {
    AnswerFile.Reading reading = AnswerFile.read(text);
    if (!reading.problem().isEmpty()) {
      frame.error(frame.say("answers.import." + reading.problem(), name));
      return;
    }
    List<String> fresh = AnswerFile.fresh(reading, frame.state());
    List<String> different = AnswerFile.different(reading, frame.state());
    if (different.isEmpty()) {
      take(reading, fresh);
      return;
    }
    ask(
        frame.say("answers.import.conflict", name, fresh.size(), different.size()),
        Dom.button(say("import.keep"), "", () -> take(reading, fresh)),
        Dom.button(
            say("import.replace"),
            "",
            () -> {
              fresh.addAll(different);
              take(reading, fresh);
            }),
        Dom.button(say("cancel"), "action", this::closeQuestion));
  }

  private void take(AnswerFile.Reading reading, List<String> keys) {
    before = new LinkedHashMap<>(frame.state().startingWith(""));
    for (String key : keys) {
      frame.state().put(key, reading.entries().get(key));
    }
    offerUndo(frame.say("answers.imported", keys.size()));
  }

  private void askErase() {
    ask(
        say("erase.sure"),
        Dom.button(
            say("erase.yes"),
            "",
            () -> {
              before = new LinkedHashMap<>(frame.state().startingWith(""));
              for (String key : before.keySet()) {
                if (!key.startsWith("picture.")) {
                  frame.state().remove(key);
                }
              }
              offerUndo(say("erased"));
            }),
        Dom.button(say("cancel"), "action", this::closeQuestion));
  }

  private void offerUndo(String done) {
    ask(
        done,
        Dom.button(say("undo"), "", this::undo),
        Dom.button(frame.say("notice.close"), "action", this::closeQuestion));
  }

  private void undo() {
    for (String key : frame.state().startingWith("").keySet()) {
      if (!before.containsKey(key)) {
        frame.state().remove(key);
      }
    }
    for (Map.Entry<String, String> entry : before.entrySet()) {
      frame.state().put(entry.getKey(), entry.getValue());
    }
    closeQuestion();
  }

  private void ask(String text, HTMLElement... buttons) {
    HTMLElement line = Dom.text("p", "", text);
    line.setAttribute("role", "alert");
    HTMLElement row = Dom.el("div", "button-row", buttons);
    Dom.replaceChildren(question, line, row);
    question.setHidden(false);
    buttons[0].focus();
  }

  private void closeQuestion() {
    question.setHidden(true);
    Dom.clear(question);
  }

  @Override
  public void update() {
    AnswerSheet gathered = new AnswerGatherer(frame.state()).gather();
    frame.result(frame.say("answers.result", gathered.written(), gathered.asked()));
    Dom.setValue(name, frame.state().get(Entries.NAME, ""));
    SheetView view =
        new SheetView(say("nothing"), Dom.checked(onlyWritten), item -> Optional.empty());
    List<Node> blocks = new ArrayList<>(view.about(gathered));
    for (AnswerSheet.Section section : gathered.sections()) {
      frame.part(() -> view.section(section).ifPresent(blocks::add));
    }
    frame.part(() -> Dom.replaceChildren(sheet, blocks.toArray(new Node[0])));
  }

  private String say(String key) {
    return frame.say("answers." + key);
  }
}
