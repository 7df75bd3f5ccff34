package mirador.web.widgets.clip;

import mirador.concepts.explain.EmbeddingMapWords;
import mirador.concepts.retrieval.EmbeddingMap;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/** Captions and pictures as points on a plane; the captions move as they change (section 2.1). */
public final class EmbeddingMapWidget implements Widget {
  private final HTMLElement coinciding = Dom.el("p", "map-coinciding");
  private WidgetFrame frame;
  private MapPlot plot;
  private OwnPicturesNote own;
  private EmbeddingMap map;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    own = new OwnPicturesNote(frame);
    plot = new MapPlot(frame, frame.say("embedding-map.label"));
    frame.lay(plot.element(), coinciding, own.element());
    frame.table(() -> plot.table(map));
    frame.follow(Captions.TOPIC);
  }

  @Override
  public void update() {
    map = EmbeddingMap.of(Captions.all());
    plot.show(map);
    String same = EmbeddingMapWords.coinciding(frame.messages(), map, PictureShelf.shared()::name);
    Dom.setText(coinciding, same);
    Dom.show(coinciding, !same.isEmpty());
    own.update();
    frame.result(EmbeddingMapWords.result(frame.messages(), map));
  }
}
