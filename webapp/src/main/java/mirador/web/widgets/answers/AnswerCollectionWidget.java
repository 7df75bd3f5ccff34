package mirador.web.widgets.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.course.AnswerSheet;
import mirador.web.course.CourseData;
import mirador.web.course.CourseState;
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

  private final HTMLElement sheet = Dom.el("div", "answer-sheet");
  private final HTMLElement question = Dom.el("div", "answer-question");
  private final HTMLElement onlyWritten = Dom.el("input", "");
  private WidgetFrame frame;
  private Map<String, String> before;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    frame.lay(question, sheet);
    question.setHidden(true);
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
        say("file") + ".md",
        "text/markdown",
        new AnswerGatherer().gather().toMarkdown(say("nothing")));
  }

  private void exportJson() {
    Files.download(
        say("file") + ".json", "application/json", AnswerFile.write(CourseState.shared()));
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
    AnswerSheet gathered = new AnswerGatherer().gather();
    frame.result(frame.say("answers.result", gathered.written(), gathered.asked()));
    List<Node> blocks = new ArrayList<>();
    for (AnswerSheet.Section section : gathered.sections()) {
      frame.part(() -> add(section, blocks));
    }
    frame.part(() -> Dom.replaceChildren(sheet, blocks.toArray(new Node[0])));
  }

  private void add(AnswerSheet.Section section, List<Node> blocks) {
    HTMLElement block = Dom.el("section", "answer-section", Dom.text("h3", "", section.title()));
    boolean any = false;
    for (AnswerSheet.Item item : section.items()) {
      if (!Dom.checked(onlyWritten) || !item.text().isBlank()) {
        block.appendChild(item(item));
        any = true;
      }
    }
    if (any) {
      blocks.add(block);
    }
  }

  private HTMLElement item(AnswerSheet.Item item) {
    HTMLElement prompt = Dom.el("p", "answer-prompt");
    if (item.href().isEmpty()) {
      Dom.setText(prompt, item.prompt());
    } else {
      HTMLElement link = Dom.text("a", "", item.prompt());
      link.setAttribute("href", CourseData.root() + item.href());
      prompt.appendChild(link);
    }
    HTMLElement block = Dom.el("div", "answer-item", prompt);
    block.appendChild(
        item.text().isBlank()
            ? Dom.text("p", "answer-nothing", say("nothing"))
            : Dom.text("p", "answer-text", item.text()));
    if (!item.remark().isEmpty()) {
      block.appendChild(Dom.text("p", "answer-remark", item.remark()));
    }
    return block;
  }

  private String say(String key) {
    return frame.say("answers." + key);
  }
}
