package mirador.web.widgets.real;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.explain.ClipMapWords;
import mirador.concepts.retrieval.EmbeddingMap;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.clip.Captions;
import mirador.web.widgets.clip.MapPlot;
import org.teavm.jso.dom.html.HTMLElement;

/** CLIP's own embeddings of the captions and the pictures as points on a plane (section 2.1). */
public final class ClipMapWidget implements Widget {
  private final HTMLElement gap = Dom.el("p", "");
  private final HTMLElement hint = Dom.el("p", "widget-hint");
  private WidgetFrame frame;
  private ClipPart clip;
  private MapPlot plot;
  private HTMLElement panel;
  private EmbeddingMap map;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    clip = new ClipPart(frame);
    plot = new MapPlot(frame, frame.say("clip-map.label"));
    panel = Dom.el("div", "clip-panel", clip.mark(), plot.element(), gap);
    frame.lay(clip.bar(), clip.status(), clip.baked(), panel, hint);
    frame
        .controls()
        .choice(
            "centred", frame.say("clip-map.centred"), one -> frame.say("clip-map.centred." + one));
    frame.table(this::table);
    frame.follow(Captions.TOPIC);
  }

  @Override
  public void update() {
    clip.begin();
    Dom.setText(hint, frame.say("clip-map.hint." + frame.settings().choice("centred")));
    Optional<Map<String, double[]>> images = clip.pictures();
    Optional<Map<String, double[]>> found = clip.texts(Captions.all().values());
    if (images.isPresent() && found.isPresent()) {
      Map<String, double[]> texts = new LinkedHashMap<>();
      Captions.all().forEach((id, caption) -> texts.put(id, found.get().get(caption)));
      show(images.get(), texts);
    } else if (!clip.isReady()) {
      map = null;
      frame.result(frame.say("clip-map.waiting"));
    }
    Dom.show(panel, map != null);
  }

  private void show(Map<String, double[]> images, Map<String, double[]> texts) {
    boolean centred = frame.settings().choice("centred").equals("yes");
    map = EmbeddingMap.joint(images, texts, centred);
    Dom.show(panel, true); // labels have no size while they are hidden
    plot.show(map);
    Dom.setText(gap, ClipMapWords.gap(frame.messages(), images, texts, centred));
    frame.result(ClipMapWords.result(frame.messages(), map, images, texts));
  }

  private DataTable table() {
    return plot.table(map == null ? new EmbeddingMap(List.of(), 0) : map);
  }
}
