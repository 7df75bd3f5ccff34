package mirador.web.widgets.vqa;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.explain.VqaRuleWords;
import mirador.concepts.vqa.VisualFacts;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/** All that the rules know about a picture; the field that was read stands out. */
final class FactCard {
  private final WidgetFrame frame;
  private final HTMLElement title = Dom.text("p", "fact-title", "");
  private final HTMLElement list = Dom.el("dl", "fact-list");
  private final HTMLElement card = Dom.el("div", "fact-card", title, list);

  FactCard(WidgetFrame frame) {
    this.frame = frame;
  }

  HTMLElement element() {
    return card;
  }

  /**
   * Shows a picture's facts.
   *
   * @param read the field the answer came from, empty for none
   */
  void show(String picture, String read) {
    Dom.setText(title, frame.say("vqa.facts", picture));
    List<HTMLElement> rows = new ArrayList<>();
    for (VqaRuleWords.Fact fact : VqaRuleWords.facts(VisualFacts.of(picture))) {
      boolean wasRead = fact.field().equals(read);
      HTMLElement field = Dom.el("dt", "", Dom.text("code", "", fact.field()));
      if (wasRead) {
        field.appendChild(Dom.text("span", "fact-mark", frame.say("vqa.fact.read")));
      }
      HTMLElement value = Dom.text("dd", "", fact.value());
      value.setAttribute("lang", "en");
      rows.add(Dom.el("div", wasRead ? "fact fact-read" : "fact", field, value));
    }
    Dom.replaceChildren(list, rows.toArray(new HTMLElement[0]));
  }
}
