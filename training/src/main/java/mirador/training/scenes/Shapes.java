package mirador.training.scenes;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.StringTokenizer;

/** The shapes that pictures are made of. */
final class Shapes {
  private Shapes() {}

  /** An ellipse by its centre and half axes. */
  static Shape oval(double x, double y, double rx, double ry) {
    return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
  }

  /** A rectangle by its top left corner, with rounded corners. */
  static Shape box(double x, double y, double width, double height, double radius) {
    return radius == 0
        ? new Rectangle2D.Double(x, y, width, height)
        : new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
  }

  /**
   * A path in the notation of SVG, restricted to absolute {@code M L C Q Z}; numbers and letters
   * are separated by blanks.
   *
   * @throws IllegalArgumentException at any other letter
   */
  static Path2D path(String notation) {
    Path2D.Double path = new Path2D.Double();
    StringTokenizer words = new StringTokenizer(notation);
    while (words.hasMoreTokens()) {
      String letter = words.nextToken();
      switch (letter) {
        case "M" -> path.moveTo(next(words), next(words));
        case "L" -> path.lineTo(next(words), next(words));
        case "Q" -> path.quadTo(next(words), next(words), next(words), next(words));
        case "C" ->
            path.curveTo(
                next(words), next(words), next(words), next(words), next(words), next(words));
        case "Z" -> path.closePath();
        default ->
            throw new IllegalArgumentException(
                "Unknown path letter '" + letter + "' in '" + notation + "': use M, L, C, Q or Z.");
      }
    }
    return path;
  }

  private static double next(StringTokenizer words) {
    return Double.parseDouble(words.nextToken());
  }

  /** The closed, smooth outline through the points x0, y0, x1, y1, ... (a Catmull-Rom spline). */
  static Path2D smooth(double... points) {
    int count = points.length / 2;
    Path2D.Double path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 0; i < count; i++) {
      int before = 2 * ((i + count - 1) % count);
      int from = 2 * i;
      int to = 2 * ((i + 1) % count);
      int after = 2 * ((i + 2) % count);
      path.curveTo(
          points[from] + (points[to] - points[before]) / 6,
          points[from + 1] + (points[to + 1] - points[before + 1]) / 6,
          points[to] - (points[after] - points[from]) / 6,
          points[to + 1] - (points[after + 1] - points[from + 1]) / 6,
          points[to],
          points[to + 1]);
    }
    path.closePath();
    return path;
  }

  /** The outline of a line drawn with a round pen. */
  static Shape thick(Shape line, double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        .createStrokedShape(line);
  }

  /** The same shape mirrored at the vertical axis x = 0. */
  static Shape mirrored(Shape shape) {
    return AffineTransform.getScaleInstance(-1, 1).createTransformedShape(shape);
  }

  static Shape moved(Shape shape, double dx, double dy) {
    return AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape);
  }

  static Shape turned(Shape shape, double degrees, double x, double y) {
    return AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y)
        .createTransformedShape(shape);
  }

  /**
   * Closed shapes as one path whose overlaps are painted once. It asks that all run the same way
   * round, as ovals and boxes do; where it does, it is far quicker than {@link #union}.
   */
  static Path2D together(Shape... shapes) {
    Path2D.Double all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (Shape shape : shapes) {
      all.append(shape, false);
    }
    return all;
  }

  /** The part of an ellipse that lies above a height that cuts it. */
  static Shape above(Shape oval, double height) {
    Rectangle2D frame = oval.getBounds2D();
    double sine = (height - frame.getCenterY()) / (frame.getHeight() / 2);
    double dip = Math.toDegrees(StrictMath.asin(Math.max(-1, Math.min(1, sine))));
    return new Arc2D.Double(frame, 180 + dip, -180 - 2 * dip, Arc2D.CHORD);
  }

  /** All the shapes as one, so that their overlaps are painted once. */
  static Area union(Shape... shapes) {
    Area all = new Area();
    for (Shape shape : shapes) {
      all.add(new Area(shape));
    }
    return all;
  }

  static Area minus(Shape shape, Shape... holes) {
    Area rest = new Area(shape);
    for (Shape hole : holes) {
      rest.subtract(new Area(hole));
    }
    return rest;
  }

  static Area common(Shape one, Shape other) {
    Area both = new Area(one);
    both.intersect(new Area(other));
    return both;
  }
}
