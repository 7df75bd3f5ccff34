package mirador.web.widgets.vqa;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.VqaRuleWords;
import mirador.concepts.explain.VqaTableWords;
import mirador.concepts.vqa.RuleBasedVqa;
import mirador.concepts.vqa.VqaAnswer;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.HighlightedText;
import org.teavm.jso.dom.html.HTMLElement;

/** All answers to the sample questions; a cell, when pressed, tells why it says what it says. */
public final class VqaTableWidget implements Widget {
  private record Cell(String picture, String question, VqaAnswer answer, HTMLElement button) {}

  private final List<Cell> cells = new ArrayList<>();
  private final List<HTMLElement> headings = new ArrayList<>();
  private final HTMLElement question = Dom.el("p", "cell-question");
  private final HTMLElement condition = Dom.text("p", "cell-condition", "");
  private WidgetFrame frame;
  private FactCard facts;
  private HTMLElement explained;
  private Cell chosen;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    facts = new FactCard(frame);
    explained = Dom.el("div", "cell-explained", question, condition, facts.element());
    question.setAttribute("lang", "en");
    HTMLElement scroll = Dom.el("div", "scroll", table());
    scroll.setAttribute("role", "group");
    scroll.setAttribute("tabindex", "0");
    scroll.setAttribute("aria-label", frame.say("vqa-table.caption"));
    frame.lay(scroll, Dom.text("p", "hint-line", frame.say("vqa-table.hint")), explained);
    frame.follow(PictureShelf.TOPIC);
  }

  private HTMLElement table() {
    HTMLElement head = Dom.el("tr", "", heading(frame.say("vqa-table.question"), "col"));
    for (int i = 0; i < Notebook.PICTURES.size(); i++) {
      HTMLElement column = heading("", "col");
      headings.add(column);
      head.appendChild(column);
    }
    HTMLElement body = Dom.el("tbody", "");
    for (String asked : Notebook.SAMPLE_QUESTIONS) {
      HTMLElement row = heading("", "row");
      HTMLElement english = Dom.text("span", "chip-text", asked);
      english.setAttribute("lang", "en");
      Dom.replaceChildren(
          row,
          english,
          Dom.text("span", "chip-gloss", VqaRuleWords.gloss(frame.messages(), asked)));
      HTMLElement line = Dom.el("tr", "", row);
      for (String picture : Notebook.PICTURES) {
        line.appendChild(Dom.el("td", "", cell(picture, asked)));
      }
      body.appendChild(line);
    }
    return Dom.el(
        "table",
        "data-table vqa-answers",
        Dom.text("caption", "", frame.say("vqa-table.caption")),
        Dom.el("thead", "", head),
        body);
  }

  private HTMLElement cell(String picture, String asked) {
    VqaAnswer answer = RuleBasedVqa.answer(picture, asked);
    HTMLElement text = Dom.text("span", "cell-answer", answer.text());
    text.setAttribute("lang", "en");
    HTMLElement button = Dom.button("", "vqa-cell", () -> {});
    Dom.replaceChildren(
        button,
        text,
        Dom.text("span", "cell-rule", VqaRuleWords.name(frame.messages(), answer.rule())));
    Cell cell = new Cell(picture, asked, answer, button);
    Dom.on(
        button,
        "click",
        () -> {
          chosen = cell;
          frame.refresh();
        });
    cells.add(cell);
    return button;
  }

  @Override
  public void update() {
    for (int i = 0; i < headings.size(); i++) {
      Dom.setText(headings.get(i), PictureShelf.shared().name(Notebook.PICTURES.get(i)));
    }
    for (Cell cell : cells) {
      cell.button().setAttribute("aria-pressed", cell.equals(chosen) ? "true" : "false");
    }
    Dom.show(explained, chosen != null);
    if (chosen == null) {
      frame.result(VqaTableWords.result(frame.messages()));
      return;
    }
    VqaAnswer answer = chosen.answer();
    frame.result(
        VqaTableWords.cell(
            frame.messages(),
            chosen.question(),
            PictureShelf.shared().name(chosen.picture()),
            answer));
    HighlightedText.put(question, chosen.question(), answer.matched());
    Dom.setText(
        condition,
        frame.say(
            "vqa-table.rule",
            VqaRuleWords.name(frame.messages(), answer.rule()),
            VqaRuleWords.condition(frame.messages(), answer.rule()),
            VqaRuleWords.answers(frame.messages(), answer.rule())));
    facts.show(chosen.picture(), VqaRuleWords.field(answer.rule()));
  }

  @Override
  public void reset() {
    chosen = null;
  }

  private static HTMLElement heading(String text, String scope) {
    HTMLElement cell = Dom.text("th", "", text);
    cell.setAttribute("scope", scope);
    return cell;
  }
}
