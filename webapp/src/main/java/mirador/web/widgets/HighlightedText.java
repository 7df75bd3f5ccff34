package mirador.web.widgets;

import java.util.List;
import mirador.concepts.text.Highlight;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** A text in which the words that triggered a rule are marked. */
public final class HighlightedText {
  private HighlightedText() {}

  /** Puts the text into the element in place of what it held. */
  public static void put(HTMLElement element, String text, List<String> words) {
    Dom.clear(element);
    for (Highlight.Piece piece : Highlight.of(text, words)) {
      element.appendChild(
          piece.marked()
              ? Dom.text("mark", "", piece.text())
              : HTMLDocument.current().createTextNode(piece.text()));
    }
  }
}
