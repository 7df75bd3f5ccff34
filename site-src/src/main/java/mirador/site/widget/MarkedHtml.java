package mirador.site.widget;

import mirador.concepts.symbolic.SymbolicEmbedder;
import mirador.concepts.symbolic.SymbolicEmbedder.Occurrence;

/** A text with the words of the vocabulary marked wherever they stand, inside other words too. */
final class MarkedHtml {
  private MarkedHtml() {}

  static Markup of(String text, String classes) {
    Markup marked = Markup.of("p").classes(classes).with("lang", "en");
    int at = 0;
    for (Occurrence occurrence : SymbolicEmbedder.occurrences(text)) {
      marked
          .text(text.substring(at, occurrence.start()))
          .add(
              Markup.of("mark", text.substring(occurrence.start(), occurrence.end()))
                  .classes("matched"));
      at = occurrence.end();
    }
    return marked.text(text.substring(at));
  }
}
