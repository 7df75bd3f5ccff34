package mirador.site.widget;

import mirador.concepts.drawing.Mark;

/** Writes drawings that the live page shows as well. */
final class Drawings {
  private Drawings() {}

  /** The SVG element of a mark with all that it holds. */
  static Markup of(Mark mark) {
    Markup element = Markup.of(mark.tag());
    mark.attributes().forEach(element::with);
    if (!mark.text().isEmpty()) {
      element.text(mark.text());
    }
    mark.children().forEach(child -> element.add(of(child)));
    return element;
  }
}
