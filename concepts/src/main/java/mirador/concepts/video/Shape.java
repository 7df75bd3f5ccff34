package mirador.concepts.video;

import java.util.ArrayList;
import java.util.List;

/**
 * Something drawn in one colour, in pixels of a picture of {@link Clip#WIDTH} x {@link
 * Clip#HEIGHT}.
 */
public sealed interface Shape {
  /** Colour as "#rrggbb". */
  String fill();

  /** 0 (invisible) to 1. */
  double opacity();

  /** A place in the picture: x to the right, y down. */
  record Point(double x, double y) {}

  /** A rectangle with its upper left corner at (x, y); {@code radius} rounds its corners. */
  record Rect(
      double x, double y, double width, double height, double radius, String fill, double opacity)
      implements Shape {
    /** An opaque one with sharp corners. */
    public Rect(double x, double y, double width, double height, String fill) {
      this(x, y, width, height, 0, fill, 1);
    }

    /** Whether both have room in common. */
    public boolean overlaps(Rect other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  /** An ellipse around (x, y). */
  record Ellipse(double x, double y, double radiusX, double radiusY, String fill, double opacity)
      implements Shape {
    /** An opaque circle. */
    public Ellipse(double x, double y, double radius, String fill) {
      this(x, y, radius, radius, fill, 1);
    }
  }

  /** A closed outline. */
  record Polygon(List<Point> points, String fill, double opacity) implements Shape {
    public Polygon {
      points = List.copyOf(points);
    }

    /** A polygon through x, y, x, y… */
    public static Polygon of(String fill, double opacity, double... xy) {
      return new Polygon(points(xy), fill, opacity);
    }

    /** A smooth closed outline through x, y, x, y… (a Catmull-Rom spline, cut into short edges). */
    public static Polygon smooth(String fill, double opacity, double... xy) {
      List<Point> corners = points(xy);
      List<Point> out = new ArrayList<>();
      int n = corners.size();
      for (int i = 0; i < n; i++) {
        Point a = corners.get((i + n - 1) % n);
        Point b = corners.get(i);
        Point c = corners.get((i + 1) % n);
        Point d = corners.get((i + 2) % n);
        for (int step = 0; step < STEPS; step++) {
          double t = step / (double) STEPS;
          out.add(new Point(spline(a.x, b.x, c.x, d.x, t), spline(a.y, b.y, c.y, d.y, t)));
        }
      }
      return new Polygon(out, fill, opacity);
    }

    private static final int STEPS = 6;

    private static double spline(double a, double b, double c, double d, double t) {
      return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }

    private static List<Point> points(double... xy) {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i + 1 < xy.length; i += 2) {
        points.add(new Point(xy[i], xy[i + 1]));
      }
      return points;
    }
  }

  /** A straight stroke with round ends; its colour is {@code fill}. */
  record Line(double x1, double y1, double x2, double y2, double width, String fill, double opacity)
      implements Shape {}
}
