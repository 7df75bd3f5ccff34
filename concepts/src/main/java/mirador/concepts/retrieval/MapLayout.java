package mirador.concepts.retrieval;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.retrieval.EmbeddingMap.Point;

/**
 * Where the points of an {@link EmbeddingMap} and their labels stand on a drawing: a picture's
 * label above its point, a caption's below, moved apart until none covers another. So points that
 * coincide are still all seen.
 *
 * @param places in the order of the map's points
 */
public record MapLayout(List<Place> places) {
  /** Between a point and its label. */
  public static final double GAP = 12;

  private static final double LEAST_REACH = 1e-6; // all points may lie in the middle
  private static final double STEP = 6;
  private static final double AIR = 4;
  private static final double[] ASIDE = {0, -0.25, 0.25, -0.45, 0.45}; // in widths of the label

  /** The room a label takes, in the drawing's units. */
  public record Size(double width, double height) {}

  /** A point and the upper left corner of its label, in the drawing's units, y downwards. */
  public record Place(double x, double y, double left, double top, Size size) {
    private boolean hits(Place other) {
      return left < other.left + other.size.width + AIR
          && other.left < left + size.width + AIR
          && top < other.top + other.size.height + AIR
          && other.top < top + size.height + AIR;
    }
  }

  public MapLayout {
    places = List.copyOf(places);
  }

  /**
   * Lays a map out.
   *
   * @param width of the drawing
   * @param height of the drawing
   * @param labels their sizes, in the order of the map's points
   */
  public static MapLayout of(EmbeddingMap map, double width, double height, List<Size> labels) {
    double above = 0;
    double below = 0;
    double widest = 0;
    double reach = LEAST_REACH;
    for (int i = 0; i < labels.size(); i++) {
      Point point = map.points().get(i);
      double tall = labels.get(i).height() + GAP;
      above = Math.max(above, point.caption() ? 0 : tall);
      below = Math.max(below, point.caption() ? tall : 0);
      widest = Math.max(widest, labels.get(i).width());
      reach = Math.max(reach, Math.sqrt(point.x() * point.x() + point.y() * point.y()));
    }
    double across = Math.max(0, (width - widest) / 2 / reach);
    double up = Math.max(0, (height - above - below) / 2 / reach);
    double scale = Math.min(across, up);
    double middle = above + (height - above - below) / 2;
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Point point = map.points().get(i);
      double x = width / 2 + point.x() * scale;
      double y = middle - point.y() * scale;
      places.add(free(places, x, y, point.caption(), labels.get(i), width, height));
    }
    return new MapLayout(places);
  }

  /** The nearest place that covers no label placed before; the wished one when all is full. */
  private static Place free(
      List<Place> before,
      double x,
      double y,
      boolean below,
      Size size,
      double width,
      double height) {
    double under = y + GAP;
    double over = y - GAP - size.height();
    Place wished = new Place(x, y, x - size.width() / 2, below ? under : over, size);
    for (double moved = 0; moved < height; moved += STEP) {
      for (double top :
          below
              ? new double[] {under + moved, over - moved}
              : new double[] {over - moved, under + moved}) {
        for (double aside : ASIDE) {
          // The label keeps covering the point's x, so that a straight stem joins the two.
          double middle = x + aside * size.width();
          double left = Math.max(0, Math.min(width - size.width(), middle - size.width() / 2));
          Place place = new Place(x, y, left, top, size);
          boolean inside = top >= 0 && top + size.height() <= height;
          if (inside && before.stream().noneMatch(place::hits)) {
            return place;
          }
        }
      }
    }
    return wished;
  }
}
