package mirador.web.widgets.clip;

import mirador.concepts.symbolic.SymbolicEmbedder;
import mirador.concepts.symbolic.SymbolicEmbedder.Occurrence;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** A text with the words of the vocabulary marked wherever they stand, inside other words too. */
final class MarkedText {
  /** More than this is cut: thousands of marks would make typing slow, and nobody reads them. */
  private static final int SHOWN_LENGTH = 1500;

  private MarkedText() {}

  static void show(HTMLElement parent, String whole) {
    String text = whole.length() > SHOWN_LENGTH ? whole.substring(0, SHOWN_LENGTH) + "…" : whole;
    Dom.clear(parent);
    int at = 0;
    for (Occurrence occurrence : SymbolicEmbedder.occurrences(text)) {
      plain(parent, text.substring(at, occurrence.start()));
      parent.appendChild(
          Dom.text("mark", "matched", text.substring(occurrence.start(), occurrence.end())));
      at = occurrence.end();
    }
    plain(parent, text.substring(at));
  }

  private static void plain(HTMLElement parent, String text) {
    if (!text.isEmpty()) {
      parent.appendChild(HTMLDocument.current().createTextNode(text));
    }
  }
}
