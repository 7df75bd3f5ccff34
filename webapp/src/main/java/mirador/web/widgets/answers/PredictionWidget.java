package mirador.web.widgets.answers;

import java.util.ArrayList;
import java.util.List;
import mirador.web.dom.Dom;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/** «Predice antes de probar»: a guess among options, then whether it was right, then why. */
public final class PredictionWidget implements Widget {
  private final List<HTMLElement> options = new ArrayList<>();
  private WidgetFrame frame;
  private String key;
  private String right;
  private HTMLElement check;
  private ModelAnswer why;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    key = "prediction." + frame.section().getAttribute("data-prediction");
    right = frame.section().getAttribute("data-answer");
    NodeList<? extends HTMLElement> inputs =
        Dom.find(frame.section(), "[data-options]").querySelectorAll("input");
    for (int i = 0; i < inputs.getLength(); i++) {
      options.add(inputs.get(i));
    }
    check = Dom.button(frame.say("prediction.check"), "primary", this::check);
    frame.controls().add(check);
    why = new ModelAnswer(frame, frame.say("prediction.reveal"));
    for (HTMLElement option : options) {
      Dom.on(option, "change", () -> Dom.setDisabled(check, false));
    }
    frame.follow(key);
  }

  private void check() {
    for (HTMLElement option : options) {
      if (Dom.checked(option)) {
        frame.state().put(key, Dom.value(option));
        why.show();
        frame.refresh();
        return;
      }
    }
  }

  @Override
  public void update() {
    String guess = frame.state().get(key, "");
    boolean guessed = !guess.isEmpty();
    for (HTMLElement option : options) {
      boolean chosen = Dom.value(option).equals(guess);
      if (guessed) {
        Dom.setChecked(option, chosen);
      }
      HTMLElement label = (HTMLElement) option.getParentNode();
      Dom.toggleClass(label, "option-right", guessed && Dom.value(option).equals(right));
      Dom.toggleClass(label, "option-wrong", guessed && chosen && !guess.equals(right));
    }
    if (!guessed) {
      boolean any = options.stream().anyMatch(Dom::checked);
      Dom.setDisabled(check, !any);
      frame.result(frame.say("prediction.empty"));
    } else if (guess.equals(right)) {
      frame.result(frame.say("prediction.hit", guess));
    } else {
      frame.result(frame.say("prediction.miss", guess, right));
    }
    why.allow(guessed);
  }

  @Override
  public void reset() {
    for (HTMLElement option : options) {
      Dom.setChecked(option, false);
    }
    why.close();
    frame.state().remove(key);
  }
}
