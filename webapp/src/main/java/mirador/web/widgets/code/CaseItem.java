package mirador.web.widgets.code;

import java.util.Optional;
import mirador.concepts.text.Numbers;
import mirador.web.dom.Dom;
import mirador.web.python.PythonService;
import org.teavm.jso.dom.html.HTMLElement;

/** One case as it stands in the page. */
record CaseItem(HTMLElement item) {

  PythonService.Case request() {
    return new PythonService.Case(text("data-run"), text("data-expect"), text("data-before"));
  }

  /** How far numbers may be off; 0 for the usual. */
  double tolerance() {
    return Numbers.parse(text("data-tolerance")).orElse(0);
  }

  Optional<String> hint() {
    return Optional.of(text("data-hint")).filter(hint -> !hint.isEmpty());
  }

  /** Says whether it is right, and what is wrong. */
  void verdict(boolean right, String text) {
    item.setAttribute("data-state", right ? "passed" : "failed");
    HTMLElement verdict = Dom.find(item, "[data-verdict]");
    verdict.setClassName("case-verdict " + (right ? "verdict-right" : "verdict-wrong"));
    Dom.setText(verdict, text);
  }

  /** Says nothing. */
  void clear() {
    item.removeAttribute("data-state");
    HTMLElement verdict = Dom.find(item, "[data-verdict]");
    verdict.setClassName("case-verdict");
    Dom.setText(verdict, "");
  }

  private String text(String attribute) {
    return item.hasAttribute(attribute) ? item.getAttribute(attribute) : "";
  }
}
