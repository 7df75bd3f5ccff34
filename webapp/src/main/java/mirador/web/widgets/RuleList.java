package mirador.web.widgets;

import java.util.ArrayList;
import java.util.List;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/** Rules in the order in which they are tried; says of each what became of it. */
public final class RuleList {
  private final WidgetFrame frame;
  private final HTMLElement list = Dom.el("ol", "rule-list");
  private final List<HTMLElement> items = new ArrayList<>();
  private final List<HTMLElement> verdicts = new ArrayList<>();

  /**
   * A rule in words.
   *
   * @param condition when it applies
   * @param answers what it answers with
   */
  public record Rule(String name, String condition, String answers) {}

  public RuleList(WidgetFrame frame, String label, List<Rule> rules) {
    this.frame = frame;
    list.setAttribute("aria-label", label);
    for (Rule rule : rules) {
      HTMLElement verdict = Dom.text("span", "rule-verdict", "");
      HTMLElement item =
          Dom.el(
              "li",
              "rule",
              Dom.text("strong", "rule-name", rule.name()),
              Dom.text("span", "rule-condition", rule.condition()),
              Dom.text("span", "rule-answers", rule.answers()),
              verdict);
      items.add(item);
      verdicts.add(verdict);
      list.appendChild(item);
    }
  }

  public HTMLElement element() {
    return list;
  }

  /**
   * Marks the rule that fired.
   *
   * @param fired its place from 0, or -1 before anything was asked
   */
  public void fired(int fired) {
    for (int i = 0; i < items.size(); i++) {
      Dom.toggleClass(items.get(i), "rule-fired", i == fired);
      Dom.toggleClass(items.get(i), "rule-skipped", fired >= 0 && i > fired);
      String verdict =
          i == fired ? "rules.fired" : i < fired ? "rules.no-match" : "rules.not-tried";
      Dom.setText(verdicts.get(i), fired < 0 ? "" : frame.say(verdict));
    }
  }
}
