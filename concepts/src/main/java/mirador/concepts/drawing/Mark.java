package mirador.concepts.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.text.Numbers;

/**
 * One element of an SVG drawing, being built. A drawing made of marks is written out by the site
 * and built in the page, so that both show the same; it must not be changed after it was handed
 * over.
 */
public final class Mark {
  private final String tag;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Mark> children = new ArrayList<>();
  private String text = "";

  private Mark(String tag) {
    this.tag = tag;
  }

  /** An element, "rect" or "path". */
  public static Mark of(String tag) {
    return new Mark(tag);
  }

  /** A group of marks with classes. */
  public static Mark group(String classes) {
    return of("g").with("class", classes);
  }

  /** A text with its anchor at (x, y). */
  public static Mark text(double x, double y, String text) {
    Mark mark = of("text").with("x", x).with("y", y);
    mark.text = text;
    return mark;
  }

  /** A rectangle; {@code radius} rounds its corners. */
  public static Mark box(double x, double y, double width, double height, double radius) {
    return Mark.of("rect")
        .with("x", x)
        .with("y", y)
        .with("width", width)
        .with("height", height)
        .with("rx", radius);
  }

  /** A path from commands (characters) and coordinates (numbers). */
  public static String path(Object... parts) {
    StringBuilder out = new StringBuilder();
    for (Object part : parts) {
      out.append(part instanceof Number number ? " " + number(number.doubleValue()) : part);
    }
    return out.toString();
  }

  /** Sets an attribute. */
  public Mark with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  /** Sets an attribute to a number, with no more digits than a drawing shows. */
  public Mark with(String attribute, double value) {
    return with(attribute, number(value));
  }

  /** Adds marks over those already there. */
  public Mark add(Mark... marks) {
    children.addAll(List.of(marks));
    return this;
  }

  /** A number as SVG writes it. */
  public static String number(double value) {
    double rounded = Math.rint(value * 10) / 10;
    return Numbers.plain(rounded, rounded == Math.rint(rounded) ? 0 : 1);
  }

  public String tag() {
    return tag;
  }

  public Map<String, String> attributes() {
    return Collections.unmodifiableMap(attributes);
  }

  public List<Mark> children() {
    return Collections.unmodifiableList(children);
  }

  /** The text of a text element; empty for others. */
  public String text() {
    return text;
  }
}
