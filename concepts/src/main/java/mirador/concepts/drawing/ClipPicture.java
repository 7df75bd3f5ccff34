package mirador.concepts.drawing;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.text.Numbers;
import mirador.concepts.video.Clip;
import mirador.concepts.video.Shape;

/** A moment of a drawn clip as a drawing, from the same shapes that the page paints. */
public final class ClipPicture {
  private ClipPicture() {}

  /**
   * The picture of a moment.
   *
   * @param label what it shows, in words
   */
  public static Mark of(String label, List<Shape> shapes) {
    Mark svg =
        Mark.of("svg")
            .with("class", "clip-picture")
            .with("viewBox", "0 0 " + Clip.WIDTH + " " + Clip.HEIGHT)
            .with("role", "img")
            .with("aria-label", label);
    List<Shape.Rect> run = new ArrayList<>();
    for (Shape shape : shapes) {
      if (shape instanceof Shape.Rect rect && rect.radius() == 0 && rect.opacity() >= 1) {
        run.add(rect);
        continue;
      }
      boxes(svg, run);
      Mark mark = mark(shape);
      if (shape.opacity() < 1) {
        mark.with("opacity", Numbers.plain(shape.opacity(), 2));
      }
      svg.add(mark);
    }
    boxes(svg, run);
    return svg;
  }

  /**
   * Adds boxes that lie one after the other, those of a colour as one path: a drawing of pixels has
   * hundreds of them. A box only joins an earlier path when nothing that came between lies under
   * it.
   */
  private static void boxes(Mark svg, List<Shape.Rect> run) {
    List<List<Shape.Rect>> paths = new ArrayList<>();
    for (Shape.Rect rect : run) {
      int at = paths.size() - 1;
      while (at >= 0 && !paths.get(at).get(0).fill().equals(rect.fill())) {
        at = paths.get(at).stream().anyMatch(rect::overlaps) ? -1 : at - 1;
      }
      if (at < 0) {
        paths.add(new ArrayList<>());
        at = paths.size() - 1;
      }
      paths.get(at).add(rect);
    }
    for (List<Shape.Rect> boxes : paths) {
      StringBuilder path = new StringBuilder();
      for (Shape.Rect box : boxes) {
        path.append('M')
            .append(Mark.number(box.x()))
            .append(' ')
            .append(Mark.number(box.y()))
            .append('h')
            .append(Mark.number(box.width()))
            .append('v')
            .append(Mark.number(box.height()))
            .append("h-")
            .append(Mark.number(box.width()))
            .append('z');
      }
      svg.add(
          Mark.of("path")
              .with("d", path.toString())
              .with("shape-rendering", "crispEdges") // no seams between neighbours
              .with("fill", boxes.get(0).fill()));
    }
    run.clear();
  }

  private static Mark mark(Shape shape) {
    if (shape instanceof Shape.Rect rect) {
      Mark mark = Mark.box(rect.x(), rect.y(), rect.width(), rect.height(), rect.radius());
      if (rect.radius() == 0) {
        mark.with("shape-rendering", "crispEdges"); // no seams between neighbours
      }
      return mark.with("fill", rect.fill());
    }
    if (shape instanceof Shape.Ellipse ellipse) {
      return Mark.of("ellipse")
          .with("cx", ellipse.x())
          .with("cy", ellipse.y())
          .with("rx", ellipse.radiusX())
          .with("ry", ellipse.radiusY())
          .with("fill", ellipse.fill());
    }
    if (shape instanceof Shape.Line line) {
      return Mark.of("path")
          .with("d", Mark.path('M', line.x1(), line.y1(), 'L', line.x2(), line.y2()))
          .with("stroke", line.fill())
          .with("stroke-width", line.width())
          .with("stroke-linecap", "round");
    }
    Shape.Polygon polygon = (Shape.Polygon) shape;
    StringBuilder points = new StringBuilder();
    for (Shape.Point point : polygon.points()) {
      points
          .append(points.length() == 0 ? "" : " ")
          .append(Mark.number(point.x()))
          .append(',')
          .append(Mark.number(point.y()));
    }
    return Mark.of("polygon").with("points", points.toString()).with("fill", polygon.fill());
  }
}
