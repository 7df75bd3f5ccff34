package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mirador.concepts.retrieval.EmbeddingMap;
import mirador.concepts.retrieval.EmbeddingMap.Point;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** What the map of texts and pictures shows (section 2.1). */
public final class EmbeddingMapWords {
  private static final double SAME_PLACE = 1e-9;

  private EmbeddingMapWords() {}

  /** How many texts lie nearest their own picture, and what the axes keep. */
  public static String result(Messages messages, EmbeddingMap map) {
    int near = 0;
    int texts = 0;
    for (Point point : map.points()) {
      if (point.caption()) {
        texts++;
        near += nearest(map, point).equals(List.of(point.name())) ? 1 : 0;
      }
    }
    return messages.get("embedding-map.result", near, texts, Numbers.percent(map.share()));
  }

  /**
   * Which points cannot be told apart because they lie on one another; "" when there are none.
   *
   * @param name what a picture is called, by its id
   */
  public static String coinciding(Messages messages, EmbeddingMap map, UnaryOperator<String> name) {
    List<String> groups = new ArrayList<>();
    List<Point> told = new ArrayList<>();
    for (Point point : map.points()) {
      if (told.contains(point)) {
        continue;
      }
      List<Point> group = samePlace(map, point);
      told.addAll(group);
      if (group.size() > 1) {
        groups.add(group(messages, group, name));
      }
    }
    return groups.isEmpty()
        ? ""
        : messages.get("embedding-map.coinciding", String.join("; ", groups));
  }

  /** Where a point lies: «texto de «Gato»: 0.41, −0.71; más cerca de «Gato»». */
  public static String point(
      Messages messages, EmbeddingMap map, Point point, UnaryOperator<String> name) {
    String what = what(messages, point, name);
    if (!point.caption()) {
      return messages.get("embedding-map.point.image", what, point.x(), point.y());
    }
    List<String> near = new ArrayList<>();
    for (String id : nearest(map, point)) {
      near.add(messages.get("quoted", name.apply(id)));
    }
    return messages.get(
        "embedding-map.point.text", what, point.x(), point.y(), String.join(", ", near));
  }

  /** The pictures nearest a point on the map; several when it lies as near to each. */
  public static List<String> nearest(EmbeddingMap map, Point from) {
    double least = Double.POSITIVE_INFINITY;
    List<String> names = new ArrayList<>();
    for (Point point : map.points()) {
      if (point.caption()) {
        continue;
      }
      double distance = distance(from, point);
      if (distance < least - SAME_PLACE) {
        names.clear();
        least = distance;
      }
      if (distance <= least + SAME_PLACE) {
        names.add(point.name());
      }
    }
    return names;
  }

  /** «texto de «Gato»» or «imagen de «Gato»». */
  public static String what(Messages messages, Point point, UnaryOperator<String> name) {
    String key = point.caption() ? "embedding-map.text" : "embedding-map.image";
    return messages.get(key, name.apply(point.name()));
  }

  private static String group(Messages messages, List<Point> group, UnaryOperator<String> name) {
    boolean pair = group.size() == 2 && group.get(0).name().equals(group.get(1).name());
    if (pair) {
      return messages.get("embedding-map.pair", name.apply(group.get(0).name()));
    }
    List<String> parts = new ArrayList<>();
    for (Point point : group) {
      parts.add(what(messages, point, name));
    }
    return String.join(", ", parts);
  }

  private static List<Point> samePlace(EmbeddingMap map, Point as) {
    List<Point> group = new ArrayList<>();
    for (Point point : map.points()) {
      if (distance(as, point) <= SAME_PLACE) {
        group.add(point);
      }
    }
    return group;
  }

  private static double distance(Point a, Point b) {
    return Math.sqrt((a.x() - b.x()) * (a.x() - b.x()) + (a.y() - b.y()) * (a.y() - b.y()));
  }
}
