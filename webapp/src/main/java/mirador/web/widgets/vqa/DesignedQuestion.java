package mirador.web.widgets.vqa;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.explain.QuestionDesignWords;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.HighlightedText;
import org.teavm.jso.dom.html.HTMLElement;

/** One question of the learner's about one picture, with a line for each who answers it. */
final class DesignedQuestion {
  private static final int MAX_LENGTH = 300;

  private final WidgetFrame frame;
  private final String picture;
  private final String key;
  private final List<Answerer> answerers;
  private final HTMLElement box = Dom.el("textarea", "");
  private final HTMLElement echo = Dom.el("p", "design-echo");
  private final List<HTMLElement> lines = new ArrayList<>();
  private final HTMLElement element;
  private String asked = "";
  private boolean understood = true;

  DesignedQuestion(WidgetFrame frame, String picture, String kind, List<Answerer> answerers) {
    this.frame = frame;
    this.picture = picture;
    this.answerers = answerers;
    key = "design." + picture + "." + kind;
    box.setAttribute("lang", "en");
    box.setAttribute("rows", "2");
    box.setAttribute("maxlength", Integer.toString(MAX_LENGTH));
    String example = QuestionDesignWords.example(frame.messages(), picture, kind);
    HTMLElement hint =
        Dom.text(
            "p",
            "design-example",
            frame.say(
                "question-design.example",
                example,
                QuestionDesignWords.exampleGloss(frame.messages(), picture, kind)));
    hint.setId(frame.id() + "-" + picture + "-" + kind + "-example");
    box.setAttribute("aria-describedby", hint.getId());
    HTMLElement field =
        frame
            .controls()
            .wrap(frame.say("question-design.kind." + kind), picture + "-" + kind, box, hint);
    HTMLElement answers = Dom.el("div", "design-answers");
    answers.setAttribute("aria-live", "polite");
    for (int i = 0; i < answerers.size(); i++) {
      HTMLElement line = Dom.el("p", "design-answer");
      lines.add(line);
      answers.appendChild(line);
    }
    echo.setAttribute("lang", "en");
    element = Dom.el("div", "designed", field, echo, answers);
    Dom.on(box, "input", () -> frame.state().put(key, Dom.value(box)));
  }

  HTMLElement element() {
    return element;
  }

  boolean written() {
    return !asked.isEmpty();
  }

  /** Whether the first answerer found something to say. */
  boolean understood() {
    return understood;
  }

  void update() {
    String kept = frame.state().get(key, "");
    Dom.setValue(box, kept);
    asked = kept.strip();
    Dom.show(echo, written());
    for (int i = 0; i < lines.size(); i++) {
      Dom.show(lines.get(i), written());
      if (written()) {
        ask(answerers.get(i), lines.get(i), i == 0, asked);
      }
    }
  }

  private void ask(Answerer answerer, HTMLElement line, boolean first, String question) {
    answerer.answer(
        picture,
        question,
        answer -> {
          if (!question.equals(asked)) {
            return; // a slow answer to a question that has changed since
          }
          HTMLElement text = Dom.text("span", "design-text", answer.text());
          text.setAttribute("lang", "en");
          Dom.replaceChildren(
              line,
              Dom.text("strong", "", answerer.name()),
              text,
              Dom.text("span", "design-why", answer.why()));
          if (first) {
            understood = answer.understood();
            HighlightedText.put(echo, question, answer.triggers());
            Dom.show(echo, !answer.triggers().isEmpty());
          }
        });
  }

  void forget() {
    frame.state().remove(key);
  }
}
