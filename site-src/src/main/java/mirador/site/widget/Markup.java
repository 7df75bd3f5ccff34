package mirador.site.widget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An element of HTML, SVG or MathML being built; texts and attributes are escaped. Inline styles
 * and handlers are refused, since the page's security policy would drop them.
 */
public final class Markup {
  private static final Set<String> VOID =
      Set.of("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<String> content = new ArrayList<>();

  private Markup(String name) {
    this.name = name;
  }

  /** An empty element. */
  public static Markup of(String name) {
    return new Markup(name);
  }

  /** An element with a text in it. */
  public static Markup of(String name, Object text) {
    return new Markup(name).text(text);
  }

  /** Elements side by side, without one around them. */
  public static Markup group(Markup... parts) {
    return new Markup("").add(parts);
  }

  /** A drawing of this size in its own units, as wide as its place allows. */
  public static Markup svg(double width, double height) {
    return of("svg")
        .with("viewBox", "0 0 " + number(width) + " " + number(height))
        .with("width", number(width))
        .with("height", number(height));
  }

  /** A number as SVG writes it: no more digits than a drawing shows. */
  public static String number(double value) {
    double rounded = Math.rint(value * 100) / 100;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  /** Sets an attribute; doubles are written short. */
  public Markup with(String attribute, Object value) {
    if (attribute.equals("style") || attribute.startsWith("on")) {
      throw new IllegalArgumentException(
          attribute + " is dropped by the page's security policy: use a class");
    }
    attributes.put(attribute, value instanceof Double d ? number(d) : String.valueOf(value));
    return this;
  }

  /** Sets classes. */
  public Markup classes(String classes) {
    return with("class", classes);
  }

  /** Adds a text. */
  public Markup text(Object text) {
    content.add(escaped(String.valueOf(text)));
    return this;
  }

  /** Adds elements. */
  public Markup add(Markup... children) {
    for (Markup child : children) {
      content.add(child.toString());
    }
    return this;
  }

  /** Adds elements. */
  public Markup addAll(Iterable<Markup> children) {
    children.forEach(this::add);
    return this;
  }

  /** Adds HTML that is known to be well-formed and safe: what stage 4 rendered from Markdown. */
  public Markup html(String html) {
    content.add(html);
    return this;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String toString() {
    if (name.isEmpty()) {
      return String.join("", content);
    }
    StringBuilder out = new StringBuilder("<").append(name);
    attributes.forEach(
        (attribute, value) ->
            out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value).replace("\"", "&quot;"))
                .append('"'));
    out.append('>');
    if (VOID.contains(name)) {
      return out.toString();
    }
    content.forEach(out::append);
    return out.append("</").append(name).append('>').toString();
  }
}
