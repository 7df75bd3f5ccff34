package mirador.web.page;

import mirador.web.dom.Dom;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/** Lets Escape close a glossary tip (the style sheet opens it), as WCAG 1.4.13 asks. */
final class GlossaryTips {
  /** The widest tip of the style sheet, 22rem at 18 px, and a margin; in pixels. */
  private static final int WIDEST = 420;

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
      HTMLElement term = terms.get(i);
      HTMLElement tip =
          HTMLDocument.current().getElementById(term.getAttribute("aria-describedby"));
      Runnable allow = () -> allow(term, tip);
      Dom.on(term, "focus", allow);
      Dom.on(term, "mouseenter", allow);
    }
  }

  /** Lets a tip show; one that would leave the screen on the right opens towards the left. */
  private static void allow(HTMLElement term, HTMLElement tip) {
    HTMLDocument.current().getDocumentElement().getClassList().remove("tips-closed");
    if (tip != null) {
      int room = Window.current().getInnerWidth() - term.getBoundingClientRect().getLeft();
      Dom.toggleClass(tip, "tip-leftward", room < WIDEST);
    }
  }
}
