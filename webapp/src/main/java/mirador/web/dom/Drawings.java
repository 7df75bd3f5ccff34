package mirador.web.dom;

import java.util.Map;
import mirador.concepts.drawing.Mark;
import org.teavm.jso.dom.xml.Element;

/** Builds drawings that the built page shows as well. */
public final class Drawings {
  private Drawings() {}

  /** The SVG element of a mark with all that it holds. */
  public static Element of(Mark mark) {
    Element element = mark.text().isEmpty() ? Dom.svg(mark.tag()) : Dom.svgText(mark.text());
    for (Map.Entry<String, String> attribute : mark.attributes().entrySet()) {
      element.setAttribute(attribute.getKey(), attribute.getValue());
    }
    for (Mark child : mark.children()) {
      element.appendChild(of(child));
    }
    return element;
  }
}
