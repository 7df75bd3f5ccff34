package mirador.web.widgets.vqa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.explain.VqaChatWords;
import mirador.concepts.explain.VqaRuleWords;
import mirador.concepts.vqa.RuleBasedVqa;
import mirador.concepts.vqa.VqaAnswer;
import mirador.concepts.vqa.VqaRule;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.HighlightedText;
import mirador.web.widgets.RuleList;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A chat over a picture in which the rules answer: every answer tells which rule fired, on which
 * words, and what it read (notebook cell 3.1).
 */
public final class VqaChatWidget implements Widget {
  /** Turns kept on the page; an hour of questions must not slow it down. */
  private static final int MAX_TURNS = 50;

  private final List<Turn> turns = new ArrayList<>();
  private final HTMLElement caption = Dom.text("p", "chat-caption", "");
  private final HTMLElement own = Dom.text("p", "chat-own", "");
  private final HTMLElement log = Dom.el("div", "chat-log");
  private final HTMLElement greeting = Dom.text("p", "chat-greeting", "");
  private WidgetFrame frame;
  private PictureView picture;
  private QuestionForm form;
  private FactCard facts;
  private RuleList rules;
  private HTMLElement clear;

  private record Turn(String picture, String question, VqaAnswer answer) {}

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    picture = new PictureView(frame);
    form = new QuestionForm(frame, frame.say("vqa-chat.question"), this::send);
    facts = new FactCard(frame);
    rules = new RuleList(frame, frame.say("vqa.rules"), inWords());
    log.setAttribute("role", "log");
    log.setAttribute("aria-label", frame.say("vqa-chat.log"));
    log.setAttribute("tabindex", "0");
    Dom.setText(greeting, frame.say("vqa-chat.greeting"));
    log.appendChild(greeting);
    HTMLElement seen = Dom.el("div", "chat-seen", picture.element(), caption, own, facts.element());
    HTMLElement talk = Dom.el("div", "chat-talk", log, form.element(), form.chips());
    frame.lay(
        Dom.el("div", "chat", seen, talk),
        Dom.text("p", "rule-heading", frame.say("vqa.rules.heading")),
        rules.element());
    frame.controls().picture("image");
    clear = frame.controls().button(frame.say("vqa-chat.clear"), this::forget);
    frame.table(this::table);
  }

  private List<RuleList.Rule> inWords() {
    List<RuleList.Rule> rules = new ArrayList<>();
    for (VqaRule rule : VqaRule.values()) {
      rules.add(
          new RuleList.Rule(
              VqaRuleWords.title(frame.messages(), rule),
              VqaRuleWords.condition(frame.messages(), rule),
              VqaRuleWords.answers(frame.messages(), rule)));
    }
    return rules;
  }

  private void send(String question) {
    form.fill("");
    ask(question);
    frame.set("question", question);
  }

  private void ask(String question) {
    Turn turn = new Turn(image(), question, RuleBasedVqa.answer(image(), question));
    turns.add(turn);
    greeting.setHidden(true);
    log.appendChild(shown(turn));
    if (turns.size() > MAX_TURNS) {
      turns.remove(0);
      log.removeChild(log.getChildren().item(1)); // the first is the greeting
    }
    toEnd(log);
  }

  private HTMLElement shown(Turn turn) {
    HTMLElement question = Dom.el("p", "chat-question");
    HighlightedText.put(question, turn.question(), turn.answer().matched());
    question.setAttribute("lang", "en");
    HTMLElement gloss =
        Dom.text("p", "chat-gloss", VqaRuleWords.gloss(frame.messages(), turn.question()));
    Dom.show(gloss, !Dom.textOf(gloss).isEmpty());
    HTMLElement answer = Dom.text("p", "chat-answer", turn.answer().text());
    answer.setAttribute("lang", "en");
    HTMLElement why =
        Dom.text(
            "p",
            "chat-why",
            VqaChatWords.result(
                frame.messages(), PictureShelf.shared().name(turn.picture()), turn.answer()));
    return Dom.el("div", "chat-turn", question, gloss, answer, why);
  }

  @Override
  public void update() {
    String asked = frame.settings().text("question").strip();
    Turn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
    boolean standing =
        last != null && last.picture().equals(image()) && last.question().equals(asked);
    // A link, a preset or another picture under the same question asks by itself.
    if (!asked.isEmpty() && !standing) {
      ask(asked);
      last = turns.get(turns.size() - 1);
    }
    Turn shown = asked.isEmpty() ? null : last;
    String name = PictureShelf.shared().name(image());
    frame.result(
        shown == null
            ? VqaChatWords.waiting(frame.messages(), name)
            : VqaChatWords.result(frame.messages(), name, shown.answer()));
    rules.fired(shown == null ? -1 : List.of(VqaRule.values()).indexOf(shown.answer().rule()));
    facts.show(image(), shown == null ? "" : VqaRuleWords.field(shown.answer().rule()));
    Dom.setText(caption, name);
    Dom.setText(own, frame.say("vqa-chat.own", image()));
    Dom.show(own, PictureShelf.shared().isOwn(image()));
    Dom.setDisabled(clear, turns.isEmpty());
    picture.show(image());
  }

  @Override
  public void reset() {
    turns.clear();
    Dom.replaceChildren(log, greeting);
    greeting.setHidden(false);
    form.fill("");
  }

  private void forget() {
    reset();
    frame.set(Map.of("question", ""));
    form.focus();
  }

  private String image() {
    return frame.settings().picture("image");
  }

  private DataTable table() {
    DataTable table =
        new DataTable(
            frame.say("vqa-chat.log"),
            frame.say("vqa-chat.question"),
            frame.say("control.picture"),
            frame.say("vqa.answer"),
            frame.say("vqa.rule.column"));
    for (Turn turn : turns) {
      table.row(
          turn.question(),
          PictureShelf.shared().name(turn.picture()),
          turn.answer().text(),
          VqaRuleWords.name(frame.messages(), turn.answer().rule()));
    }
    return table;
  }

  @JSBody(
      params = {"log"},
      script = "log.scrollTop = log.scrollHeight;")
  private static native void toEnd(HTMLElement log);
}
