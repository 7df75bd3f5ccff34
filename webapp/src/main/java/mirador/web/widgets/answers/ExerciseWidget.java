package mirador.web.widgets.answers;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.AnswerCheck;
import mirador.concepts.text.Numbers;
import mirador.web.dom.Dom;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * An exercise of visible cases that the learner fills in and checks: no hidden tests, each case
 * says whether it is right and, when not, gives its hint. The solution opens when all are right,
 * after two tries, or on request.
 */
public final class ExerciseWidget implements Widget {
  private static final int TRIES_BEFORE_SOLUTION = 2;

  private final List<Case> cases = new ArrayList<>();
  private WidgetFrame frame;
  private String key;
  private ModelAnswer solution;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    key = "exercise." + frame.section().getAttribute("data-exercise");
    NodeList<? extends HTMLElement> items = frame.section().querySelectorAll("[data-case]");
    for (int i = 0; i < items.getLength(); i++) {
      Case one = new Case(items.get(i), key + "." + (i + 1));
      cases.add(one);
      String event = one.input.getTagName().equalsIgnoreCase("select") ? "change" : "input";
      Dom.on(one.input, event, () -> write(one));
      Dom.on(
          one.input,
          "keydown",
          event2 -> {
            if (Dom.key(event2).equals("Enter")) {
              check();
            }
          });
    }
    frame.controls().add(Dom.button(frame.say("exercise.check"), "primary", this::check));
    solution = new ModelAnswer(frame, frame.say("exercise.reveal"));
    frame.follow(key + ".");
  }

  private void write(Case one) {
    String value = Dom.value(one.input);
    // What was checked no longer holds for the text that now stands there.
    frame.state().remove(one.key + ".checked");
    if (value.isEmpty()) {
      frame.state().remove(one.key);
    } else {
      frame.state().put(one.key, value);
    }
  }

  private void check() {
    int right = 0;
    for (Case one : cases) {
      String value = Dom.value(one.input);
      if (!value.isBlank()) {
        frame.state().put(one.key + ".checked", value);
        right += one.isRight(value) ? 1 : 0;
      }
    }
    frame.state().put(key + ".tries", Integer.toString(tries() + 1));
    if (right == cases.size()) {
      frame.state().put(key + ".passed", "1");
    }
    frame.refresh();
  }

  private int tries() {
    return (int) Numbers.parse(frame.state().get(key + ".tries", "0")).orElse(0);
  }

  @Override
  public void update() {
    int right = 0;
    int checked = 0;
    for (Case one : cases) {
      Dom.setValue(one.input, frame.state().get(one.key, ""));
      String value = frame.state().get(one.key + ".checked", "");
      if (value.isEmpty()) {
        one.verdict("", "");
      } else if (one.isRight(value)) {
        checked++;
        right++;
        one.verdict("verdict-right", frame.say("exercise.right"));
      } else {
        checked++;
        one.verdict("verdict-wrong", one.whatIsWrong(frame, value));
      }
    }
    if (checked == 0) {
      frame.result(frame.say("exercise.empty", cases.size()));
    } else if (right == cases.size()) {
      frame.result(frame.say("exercise.all", cases.size()));
    } else {
      frame.result(frame.say("exercise.some", right, cases.size()));
    }
    solution.allow(tries() >= TRIES_BEFORE_SOLUTION || right == cases.size());
  }

  @Override
  public void reset() {
    solution.close();
    frame.state().removeAll(key + ".");
  }

  /** One visible case: what is asked, the field, what is expected. */
  private static final class Case {
    final HTMLElement input;
    final String key;
    private final String expected;
    private final double tolerance;
    private final String hint;
    private final HTMLElement verdict;

    Case(HTMLElement item, String key) {
      this.key = key;
      input = Dom.find(item, "[data-input]");
      verdict = Dom.find(item, "[data-verdict]");
      verdict.setId(input.getId() + "-verdict");
      input.setAttribute("aria-describedby", verdict.getId());
      expected = item.getAttribute("data-expected");
      hint = item.hasAttribute("data-hint") ? item.getAttribute("data-hint") : "";
      tolerance =
          item.hasAttribute("data-tolerance")
              ? Numbers.parse(item.getAttribute("data-tolerance")).orElse(0)
              : 0;
    }

    boolean isRight(String value) {
      return AnswerCheck.matches(expected, value, tolerance);
    }

    String whatIsWrong(WidgetFrame frame, String value) {
      boolean numberWanted = Numbers.parse(expected).isPresent();
      boolean numberGiven = Numbers.parse(value).isPresent();
      if (numberWanted && !numberGiven) {
        return frame.say("exercise.not-a-number", value);
      }
      return hint.isEmpty() ? frame.say("exercise.wrong") : frame.say("exercise.hint", hint);
    }

    void verdict(String className, String text) {
      verdict.setClassName("case-verdict " + className);
      Dom.setText(verdict, text);
      input.setAttribute("aria-invalid", className.equals("verdict-wrong") ? "true" : "false");
    }
  }
}
