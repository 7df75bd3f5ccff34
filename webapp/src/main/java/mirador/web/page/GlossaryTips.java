package mirador.web.page;

import mirador.web.dom.Dom;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/** Lets Escape close a glossary tip (the style sheet opens it), as WCAG 1.4.13 asks. */
final class GlossaryTips {
  private GlossaryTips() {}

  static void enliven() {
    Dom.on(
        HTMLDocument.current(),
        "keydown",
        (Event event) -> {
          if (Dom.key(event).equals("Escape")) {
            HTMLDocument.current().getDocumentElement().getClassList().add("tips-closed");
          }
        });
    NodeList<? extends HTMLElement> terms = Dom.all(".term");
    for (int i = 0; i < terms.getLength(); i++) {
      Dom.on(terms.get(i), "focus", GlossaryTips::allow);
      Dom.on(terms.get(i), "mouseenter", GlossaryTips::allow);
    }
  }

  private static void allow() {
    HTMLDocument.current().getDocumentElement().getClassList().remove("tips-closed");
  }
}
