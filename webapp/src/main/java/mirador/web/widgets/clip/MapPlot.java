package mirador.web.widgets.clip;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.EmbeddingMapWords;
import mirador.concepts.retrieval.EmbeddingMap;
import mirador.concepts.retrieval.EmbeddingMap.Point;
import mirador.concepts.retrieval.MapLayout;
import mirador.concepts.retrieval.MapLayout.Place;
import mirador.concepts.retrieval.MapLayout.Size;
import mirador.concepts.text.Numbers;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.Thumbnail;
import org.teavm.jso.dom.html.HTMLElement;

/** The three pictures and the page's captions as points of a map, which move as it changes. */
public final class MapPlot {
  private static final int SHOWN_LENGTH = 30;

  private final HTMLElement plot = Dom.el("div", "map-plot");
  private final List<Item> items = new ArrayList<>();
  private final WidgetFrame frame;
  private EmbeddingMap map;

  /** A plot that {@link #show} fills; widgets must follow {@link Captions#TOPIC}. */
  public MapPlot(WidgetFrame frame, String label) {
    this.frame = frame;
    plot.setAttribute("role", "group");
    plot.setAttribute("aria-label", label);
    plot.appendChild(Dom.text("span", "map-axis map-axis-1", frame.say("embedding-map.axis", 1)));
    plot.appendChild(Dom.text("span", "map-axis map-axis-2", frame.say("embedding-map.axis", 2)));
    for (String id : Notebook.PICTURES) {
      items.add(new PictureItem(id));
    }
    for (String id : Notebook.PICTURES) {
      items.add(new CaptionItem(id));
    }
    for (Item item : items) {
      plot.appendChild(item.element);
    }
    Dom.onResize(plot, this::place);
  }

  public HTMLElement element() {
    return plot;
  }

  /** Moves the points to their places on this map. */
  public void show(EmbeddingMap map) {
    this.map = map;
    for (Item item : items) {
      item.update();
    }
    place();
  }

  private void place() {
    if (map == null) {
      return;
    }
    List<Size> sizes = new ArrayList<>();
    for (Item item : items) {
      sizes.add(new Size(item.label.getOffsetWidth(), item.label.getOffsetHeight()));
    }
    List<Place> places =
        MapLayout.of(map, plot.getClientWidth(), plot.getClientHeight(), sizes).places();
    for (int i = 0; i < items.size(); i++) {
      items.get(i).move(places.get(i));
    }
  }

  /** Where every point of a map lies. */
  public DataTable table(EmbeddingMap shown) {
    DataTable table =
        new DataTable(
            frame.say("embedding-map.table"),
            frame.say("embedding-map.table.point"),
            frame.say("embedding-map.axis", 1),
            frame.say("embedding-map.axis", 2),
            frame.say("embedding-map.table.nearest"));
    for (Point point : shown.points()) {
      table.row(
          EmbeddingMapWords.what(frame.messages(), point, PictureShelf.shared()::name),
          Numbers.fixed(point.x(), 2),
          Numbers.fixed(point.y(), 2),
          point.caption() ? nearest(shown, point) : "");
    }
    return table;
  }

  private static String nearest(EmbeddingMap map, Point point) {
    List<String> names = new ArrayList<>();
    for (String id : EmbeddingMapWords.nearest(map, point)) {
      names.add(PictureShelf.shared().name(id));
    }
    return String.join(", ", names);
  }

  /** A point with its label and a stem between them. */
  private abstract static class Item {
    final HTMLElement label;
    final HTMLElement element;
    private final HTMLElement stem = Dom.el("span", "map-stem");

    Item(String kind, HTMLElement label) {
      this.label = label;
      element = Dom.el("div", "map-item " + kind, stem, Dom.el("span", "map-dot"), label);
    }

    abstract void update();

    void move(Place place) {
      element.getStyle().setProperty("transform", translation(place.x(), place.y()));
      double left = place.left() - place.x();
      double top = place.top() - place.y();
      label.getStyle().setProperty("transform", translation(left, top));
      boolean below = top > 0;
      double length = below ? top : -(top + place.size().height());
      stem.getStyle()
          .setProperty(
              "transform",
              (below ? "" : "rotate(180deg) ") + "scaleY(" + Math.max(0, length) + ")");
    }

    private static String translation(double x, double y) {
      return "translate(" + Math.round(x) + "px, " + Math.round(y) + "px)";
    }
  }

  private final class PictureItem extends Item {
    private final String id;
    private final Thumbnail thumbnail;
    private final HTMLElement name;

    PictureItem(String id) {
      super("map-picture", Dom.el("span", "map-label"));
      this.id = id;
      thumbnail = new Thumbnail(frame);
      name = Dom.el("span", "map-name");
      label.appendChild(thumbnail.element());
      label.appendChild(name);
    }

    @Override
    void update() {
      thumbnail.show(id);
      Dom.setText(name, PictureShelf.shared().name(id));
    }
  }

  private static final class CaptionItem extends Item {
    private final String id;

    CaptionItem(String id) {
      super("map-caption", Dom.el("span", "map-label text-token"));
      this.id = id;
      label.setAttribute("lang", "en");
    }

    @Override
    void update() {
      Dom.setText(label, Captions.shown(Captions.of(id), SHOWN_LENGTH));
    }
  }
}
