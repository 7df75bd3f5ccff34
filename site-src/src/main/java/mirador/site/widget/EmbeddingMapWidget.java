package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.EmbeddingMapWords;
import mirador.concepts.retrieval.EmbeddingMap;
import mirador.concepts.retrieval.EmbeddingMap.Point;

/** Captions and pictures as points on a plane (section 2.1). */
final class EmbeddingMapWidget implements StaticWidget {
  @Override
  public String name() {
    return "embedding-map";
  }

  @Override
  public String result(WidgetContext context) {
    return EmbeddingMapWords.result(context.messages(), map());
  }

  @Override
  public Markup html(WidgetContext context) {
    EmbeddingMap map = map();
    String same =
        EmbeddingMapWords.coinciding(context.messages(), map, id -> context.picture(id).name());
    return Markup.group(
        MapDrawing.of(
            context, map, context.messages().get("embedding-map.label"), described(context, map)),
        Markup.of("p", same).classes("map-coinciding"));
  }

  /** Where every point lies, in words. */
  static String described(WidgetContext context, EmbeddingMap map) {
    List<String> described = new ArrayList<>();
    for (Point point : map.points()) {
      described.add(
          EmbeddingMapWords.point(
              context.messages(), map, point, id -> context.picture(id).name()));
    }
    return String.join(" ", described);
  }

  private static EmbeddingMap map() {
    return EmbeddingMap.of(Notebook.CAPTIONS);
  }
}
