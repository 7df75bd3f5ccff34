package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.Notebook;
import mirador.concepts.retrieval.EmbeddingMap;
import mirador.concepts.retrieval.EmbeddingMap.Point;
import mirador.concepts.retrieval.MapLayout;
import mirador.concepts.retrieval.MapLayout.Place;
import mirador.concepts.retrieval.MapLayout.Size;
import mirador.concepts.text.Words;

/** A map of embeddings as a drawing: the static side of the live map. */
final class MapDrawing {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 440;
  private static final int THUMBNAIL_WIDTH = 96;
  private static final int THUMBNAIL_HEIGHT = 64;
  private static final Size PICTURE = new Size(150, 88);
  private static final Size CAPTION = new Size(236, 30);
  private static final int SHOWN_LENGTH = 32;

  private MapDrawing() {}

  /**
   * The pictures and the notebook's captions on their places.
   *
   * @param description of every point, for those who do not see it
   */
  static Markup of(WidgetContext context, EmbeddingMap map, String label, String description) {
    List<Size> sizes = new ArrayList<>();
    for (Point point : map.points()) {
      sizes.add(point.caption() ? CAPTION : PICTURE);
    }
    Markup drawing =
        Markup.svg(WIDTH, HEIGHT)
            .classes("map-drawing")
            .with("role", "img")
            .with("aria-label", label + ". " + description)
            .add(
                Markup.of("path")
                    .classes("map-cross")
                    .with(
                        "d", "M0 " + HEIGHT / 2 + "H" + WIDTH + "M" + WIDTH / 2 + " 0V" + HEIGHT));
    List<Place> places = MapLayout.of(map, WIDTH, HEIGHT, sizes).places();
    for (int i = 0; i < places.size(); i++) {
      Point point = map.points().get(i);
      drawing.add(
          point.caption()
              ? caption(context, point, places.get(i))
              : picture(context, point, places.get(i)));
    }
    return Tables.scrollable(label, drawing);
  }

  private static Markup picture(WidgetContext context, Point point, Place place) {
    double middle = place.left() + PICTURE.width() / 2;
    return Markup.of("g")
        .classes("map-picture")
        .add(
            Markup.of("rect")
                .with("x", place.x() - 9)
                .with("y", place.y() - 9)
                .with("width", 18)
                .with("height", 18),
            Markup.of("image")
                .with("href", context.addresses().get(point.name()))
                .with("x", middle - THUMBNAIL_WIDTH / 2.0)
                .with("y", place.top())
                .with("width", THUMBNAIL_WIDTH)
                .with("height", THUMBNAIL_HEIGHT),
            Markup.of("text", context.picture(point.name()).name())
                .with("x", middle)
                .with("y", place.top() + THUMBNAIL_HEIGHT + 18)
                .with("text-anchor", "middle"));
  }

  private static Markup caption(WidgetContext context, Point point, Place place) {
    String caption = Words.shorten(Notebook.CAPTIONS.get(point.name()), SHOWN_LENGTH);
    return Markup.of("g")
        .classes("map-caption")
        .add(
            Markup.of("path")
                .with(
                    "d",
                    "M" + number(place.x()) + " " + number(place.y()) + "V" + number(place.top())),
            Markup.of("circle").with("cx", place.x()).with("cy", place.y()).with("r", 6),
            Markup.of("rect")
                .classes("map-pill")
                .with("x", place.left())
                .with("y", place.top())
                .with("width", CAPTION.width())
                .with("height", CAPTION.height())
                .with("rx", CAPTION.height() / 2),
            Markup.of("text", context.messages().get("quoted", caption))
                .with("x", place.left() + CAPTION.width() / 2)
                .with("y", place.top() + CAPTION.height() / 2 + 5)
                .with("text-anchor", "middle")
                .with("lang", "en"));
  }

  private static String number(double value) {
    return Markup.number(value);
  }
}
