package mirador.web.widgets.vqa;

import java.util.function.Consumer;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.VqaRuleWords;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Where a learner writes a question in English, or presses one of the notebook's. The widget's
 * setting {@code question} says how long it may be.
 */
public final class QuestionForm {
  private final WidgetFrame frame;
  private final Consumer<String> ask;
  private final HTMLElement box = Dom.el("input", "chat-box");
  private final HTMLElement problem = Dom.text("p", "field-problem", "");
  private final HTMLElement send;
  private final HTMLElement form;
  private final HTMLElement chips = Dom.el("ul", "chips");

  /**
   * An empty form.
   *
   * @param label of its box
   * @param ask hears each question that is sent and not refused
   */
  public QuestionForm(WidgetFrame frame, String label, Consumer<String> ask) {
    this.frame = frame;
    this.ask = ask;
    box.setAttribute("type", "text");
    box.setAttribute("autocomplete", "off");
    box.setAttribute("lang", "en");
    box.setAttribute("enterkeyhint", "send");
    problem.setId(frame.id() + "-problem");
    problem.setAttribute("role", "alert");
    Dom.show(problem, false);
    send = Dom.text("button", "primary", frame.say("vqa-chat.send"));
    send.setAttribute("type", "submit");
    HTMLElement field = frame.controls().wrap(label, "box", box);
    form = Dom.el("form", "chat-form", field, send, problem);
    form.setAttribute("novalidate", "");
    Dom.on(
        form,
        "submit",
        (Event event) -> {
          event.preventDefault();
          send(Dom.value(box));
        });
    chips.setAttribute("aria-label", frame.say("vqa-chat.samples"));
    for (String question : Notebook.SAMPLE_QUESTIONS) {
      HTMLElement english = Dom.text("span", "chip-text", question);
      english.setAttribute("lang", "en");
      HTMLElement gloss =
          Dom.text("span", "chip-gloss", VqaRuleWords.gloss(frame.messages(), question));
      HTMLElement chip = Dom.button("", "chip", () -> send(question));
      Dom.replaceChildren(chip, english, gloss);
      chips.appendChild(Dom.el("li", "", chip));
    }
  }

  /** The box and its button. */
  public HTMLElement element() {
    return form;
  }

  /** The sample questions. */
  public HTMLElement chips() {
    return chips;
  }

  private void send(String typed) {
    String question = typed.strip();
    int longest = (int) frame.settings().widget().setting("question").orElseThrow().max();
    if (question.isEmpty()) {
      complain(frame.say("vqa-chat.empty"));
    } else if (question.length() > longest) {
      complain(frame.say("vqa-chat.long", question.length(), longest));
    } else {
      complain("");
      ask.accept(question);
    }
  }

  private void complain(String sentence) {
    Dom.setText(problem, sentence);
    Dom.show(problem, !sentence.isEmpty());
    if (sentence.isEmpty()) {
      box.removeAttribute("aria-invalid");
      box.removeAttribute("aria-describedby");
    } else {
      box.setAttribute("aria-invalid", "true");
      box.setAttribute("aria-describedby", problem.getId());
      box.focus();
    }
  }

  /** Puts a text into the box and takes complaints away. */
  public void fill(String text) {
    complain("");
    Dom.setValue(box, text);
  }

  /** Lets questions be asked or not. */
  public void enable(boolean on) {
    Dom.setDisabled(send, !on);
    for (int i = 0; i < chips.getChildren().getLength(); i++) {
      Dom.setDisabled(Dom.find((HTMLElement) chips.getChildren().item(i), "button"), !on);
    }
  }

  /** Moves the focus into the box. */
  public void focus() {
    box.focus();
  }
}
