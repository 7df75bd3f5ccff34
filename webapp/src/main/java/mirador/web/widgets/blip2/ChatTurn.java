package mirador.web.widgets.blip2;

import mirador.concepts.blip2.Dialogue;
import mirador.concepts.explain.Blip2ChatWords;
import mirador.concepts.explain.VqaRuleWords;
import mirador.concepts.vqa.VqaAnswer;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.HighlightedText;
import org.teavm.jso.dom.html.HTMLElement;

/** A question with what BLIP-2 and the rules answer, and the prompt that BLIP-2 reads. */
final class ChatTurn {
  private final WidgetFrame frame;
  private final Dialogue open;
  private final VqaAnswer rules;
  private final HTMLElement answer = Dom.el("p", "chat-answer chat-model");
  private final HTMLElement element;
  private String text = "";
  private boolean answered;

  /**
   * @param open what BLIP-2 reads, the question open
   * @param rules what the rules answer
   */
  ChatTurn(WidgetFrame frame, Dialogue open, VqaAnswer rules) {
    this.frame = frame;
    this.open = open;
    this.rules = rules;
    HTMLElement question = Dom.el("p", "chat-question");
    HighlightedText.put(question, open.question(), rules.matched());
    question.setAttribute("lang", "en");
    HTMLElement gloss =
        Dom.text("p", "chat-gloss", VqaRuleWords.gloss(frame.messages(), open.question()));
    Dom.show(gloss, !Dom.textOf(gloss).isEmpty());
    answer.setAttribute("lang", "en");
    HTMLElement code = Dom.text("code", "chat-prompt", open.prompt());
    code.setAttribute("lang", "en");
    HTMLElement prompt =
        Dom.el("details", "", Dom.text("summary", "", frame.say("blip2-chat.prompt")), code);
    HTMLElement byRules = Dom.text("p", "chat-why", Blip2ChatWords.rules(frame.messages(), rules));
    element =
        Dom.el(
            "div",
            "chat-turn",
            question,
            gloss,
            Dom.text("p", "chat-who", frame.say("blip2-chat.model")),
            answer,
            Dom.text("p", "chat-who", frame.say("blip2-chat.rules-name")),
            byRules,
            prompt);
    wait("");
  }

  HTMLElement element() {
    return element;
  }

  /** What BLIP-2 reads after the picture. */
  String prompt() {
    return open.prompt();
  }

  String question() {
    return open.question();
  }

  /** What BLIP-2 has answered; "" before it has. */
  String text() {
    return text;
  }

  VqaAnswer rules() {
    return rules;
  }

  /** How many turns the prompt holds before the question. */
  int turnsBefore() {
    return open.turns().size();
  }

  /** Whether BLIP-2 has answered. */
  boolean isAnswered() {
    return answered;
  }

  /** BLIP-2 has not answered, or only so far. */
  void wait(String soFar) {
    Dom.setText(answer, soFar.isEmpty() ? "…" : soFar + " …");
  }

  /** BLIP-2 will not answer; the sentence says why. */
  void without(String why) {
    answer.removeAttribute("lang");
    Dom.setText(answer, why);
    Dom.toggleClass(answer, "chat-none", true);
  }

  /** BLIP-2 has answered. */
  void answer(String said) {
    text = said;
    answered = true;
    Dom.setText(answer, said.isEmpty() ? frame.say("blip2-chat.nothing") : said);
  }
}
