package mirador.web.widgets.blip2;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.Blip2ChatWords;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.vqa.RuleBasedVqa;
import mirador.web.course.CoursePicture;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ShownPicture;
import mirador.web.widgets.vqa.PictureView;
import mirador.web.widgets.vqa.QuestionForm;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A dialogue with BLIP-2 over a picture, with the rules' answers beside its own (notebook cells
 * 3.2, 3.3 and 4.4). Without the model only the rules answer.
 */
public final class Blip2ChatWidget implements Widget {
  /** Turns kept on the page; an hour of questions must not slow it down. */
  private static final int MAX_TURNS = 50;

  private final List<ChatTurn> turns = new ArrayList<>();
  private final HTMLElement caption = Dom.el("p", "chat-caption");
  private final HTMLElement log = Dom.el("div", "chat-log");
  private final HTMLElement greeting = Dom.el("p", "chat-greeting");
  private final HTMLElement handWritten = Dom.el("p", "chat-hand");
  private WidgetFrame frame;
  private Blip2Part blip2;
  private PictureView picture;
  private QuestionForm form;
  private WrittenText text;
  private HTMLElement tokens;
  private HTMLElement restart;
  private HTMLElement forget;
  private CoursePicture shown;
  private HTMLCanvasElement talkedOf;
  private String filled = "";

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    blip2 = new Blip2Part(frame);
    picture = new PictureView(frame);
    form = new QuestionForm(frame, frame.say("blip2-chat.question"), this::ask);
    text = new WrittenText(frame, () -> {});
    log.setAttribute("role", "log");
    log.setAttribute("aria-label", frame.say("blip2-chat.log"));
    log.setAttribute("tabindex", "0");
    Dom.setText(greeting, frame.say("blip2-chat.greeting"));
    log.appendChild(greeting);
    log.appendChild(handWritten);
    tokens =
        Dom.el(
            "div",
            "query-panel",
            Dom.text("p", "panel-title", frame.say("blip2-chat.tokens")),
            text.element());
    HTMLElement panel =
        Dom.el(
            "div",
            "chat",
            Dom.el("div", "chat-seen", picture.element(), caption),
            Dom.el("div", "chat-talk", blip2.model().mark(), log, form.element(), form.chips()));
    frame.lay(blip2.model().bar(), blip2.model().baked(), panel, blip2.model().status(), tokens);
    frame.controls().picture("image");
    frame
        .controls()
        .choice(
            "memory",
            frame.say("blip2-chat.memory"),
            choice -> frame.say("blip2-chat.memory." + choice));
    english(frame.controls().text("before", frame.say("blip2-chat.before")));
    english(frame.controls().text("said", frame.say("blip2-chat.said")));
    restart = frame.controls().button(frame.say("blip2-chat.new"), this::restart);
    forget = frame.controls().button(frame.say("blip2-chat.forget"), this::forgetLast);
    frame.table(this::table);
  }

  private static void english(HTMLElement field) {
    Dom.find(field, "input").setAttribute("lang", "en");
  }

  /** What the model is to know of the dialogue, no question open. */
  private Dialogue before() {
    Dialogue dialogue = Dialogue.EMPTY;
    if (frame.settings().choice("memory").equals("no")) {
      return dialogue;
    }
    if (isHandWritten()) {
      dialogue = dialogue.ask(frame.settings().text("before")).with(frame.settings().text("said"));
    }
    for (ChatTurn turn : turns) {
      if (turn.isAnswered()) {
        dialogue = dialogue.ask(turn.question()).with(turn.text());
      }
    }
    return dialogue;
  }

  private boolean isHandWritten() {
    return !frame.settings().text("before").isBlank() && !frame.settings().text("said").isBlank();
  }

  private void ask(String question) {
    if (shown == null || blip2.writing().isWorking()) {
      return;
    }
    Dialogue open = before().ask(question);
    String image = frame.settings().picture("image");
    ChatTurn turn = new ChatTurn(frame, open, RuleBasedVqa.answer(image, question));
    turns.add(turn);
    log.appendChild(turn.element());
    if (turns.size() > MAX_TURNS) {
      log.removeChild(turns.remove(0).element());
    }
    if (blip2.isReady()) {
      blip2.writing().start(shown, open, GenerationSettings.greedy(Notebook.ANSWER_TOKENS));
    } else {
      turn.without(frame.say("blip2-chat.absent"));
    }
    filled = "";
    form.fill("");
    frame.set("question", "");
    toEnd(log);
  }

  @Override
  public void update() {
    String image = frame.settings().picture("image");
    picture.show(image);
    String asked = frame.settings().text("question");
    if (!asked.equals(filled)) {
      filled = asked;
      form.fill(asked);
    }
    ShownPicture.load(frame, image, this::shown);
  }

  private void shown(CoursePicture now) {
    if (talkedOf != null && talkedOf != now.canvas()) {
      clear();
    }
    shown = now;
    talkedOf = now.canvas();
    blip2.begin();
    Writing writing = blip2.writing();
    tellLast(writing);
    text.show(writing.tokens());
    Dom.show(tokens, !writing.tokens().isEmpty());
    Dom.setText(caption, now.name());
    form.enable(!writing.isWorking());
    Dom.setDisabled(restart, turns.isEmpty());
    Dom.setDisabled(forget, turns.isEmpty());
    Dom.show(greeting, turns.isEmpty());
    String before = frame.settings().text("before");
    String said = frame.settings().text("said");
    Dom.show(handWritten, !before.isBlank() || !said.isBlank());
    Dom.setText(handWritten, Blip2ChatWords.handWritten(frame.messages(), before, said));
    frame.result(result(now.name()));
  }

  /** The last turn hears what has come of its answer. */
  private void tellLast(Writing writing) {
    ChatTurn last = last();
    if (last == null || last.isAnswered()) {
      return;
    }
    switch (writing.state()) {
      case WORKING -> last.wait(writing.text());
      case DONE -> last.answer(writing.text());
      case STOPPED -> last.without(frame.say("blip2-chat.stopped-turn", writing.text()));
      case FAILED -> last.without(writing.status());
      case NONE -> last.without(frame.say("blip2-chat.absent"));
    }
    toEnd(log);
  }

  private ChatTurn last() {
    return turns.isEmpty() ? null : turns.get(turns.size() - 1);
  }

  private String result(String name) {
    ChatTurn last = last();
    if (!blip2.isReady()) {
      return blip2.model().hasBaked()
          ? Blip2ChatWords.baked(frame.messages(), name)
          : Blip2ChatWords.pending(frame.messages(), name, frame.settings().choice("memory"));
    }
    if (last == null) {
      return Blip2ChatWords.ready(frame.messages(), name);
    }
    if (last.isAnswered()) {
      return Blip2ChatWords.result(
          frame.messages(), last.question(), last.text(), last.rules(), last.turnsBefore());
    }
    return switch (blip2.writing().state()) {
      case WORKING -> Blip2ChatWords.writing(frame.messages(), last.question());
      case STOPPED -> Blip2ChatWords.stopped(frame.messages(), last.question());
      case NONE, DONE, FAILED -> Blip2ChatWords.ready(frame.messages(), name);
    };
  }

  private void clear() {
    blip2.writing().forget();
    for (ChatTurn turn : turns) {
      log.removeChild(turn.element());
    }
    turns.clear();
  }

  private void restart() {
    clear();
    frame.refresh();
    form.focus();
  }

  private void forgetLast() {
    blip2.writing().forget();
    log.removeChild(turns.remove(turns.size() - 1).element());
    frame.refresh();
    form.focus();
  }

  @Override
  public void reset() {
    clear();
    filled = "";
    form.fill("");
  }

  private DataTable table() {
    DataTable table =
        new DataTable(
            frame.say("blip2-chat.log"),
            frame.say("blip2-chat.column.question"),
            frame.say("blip2-chat.column.model"),
            frame.say("blip2-chat.column.rules"),
            frame.say("blip2-chat.prompt"));
    for (ChatTurn turn : turns) {
      table.row(turn.question(), turn.text(), turn.rules().text(), turn.prompt());
    }
    return table;
  }

  @JSBody(
      params = {"log"},
      script = "log.scrollTop = log.scrollHeight;")
  private static native void toEnd(HTMLElement log);
}
