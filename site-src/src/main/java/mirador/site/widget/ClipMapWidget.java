package mirador.site.widget;

import java.util.LinkedHashMap;
import java.util.Map;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.ClipMapWords;
import mirador.concepts.retrieval.EmbeddingMap;
import mirador.site.model.BakedClip;

/** CLIP's own embeddings of captions and pictures as points on a plane (section 2.1). */
final class ClipMapWidget implements StaticWidget {
  @Override
  public String name() {
    return "clip-map";
  }

  @Override
  public String result(WidgetContext context) {
    return context.messages().get("clip-map.waiting");
  }

  @Override
  public Markup html(WidgetContext context) {
    Markup play = Markup.group(RealClip.needs(context));
    context.clip().ifPresent(clip -> play.add(drawn(context, clip)));
    return play;
  }

  private static Markup drawn(WidgetContext context, BakedClip clip) {
    Map<String, double[]> images = images(context, clip);
    Map<String, double[]> texts = texts(clip);
    EmbeddingMap map = EmbeddingMap.joint(images, texts, centred(context));
    return RealClip.baked(
        context,
        ClipMapWords.result(context.messages(), map, images, texts)
            + " "
            + ClipMapWords.gap(context.messages(), images, texts, centred(context)),
        MapDrawing.of(
            context,
            map,
            context.messages().get("clip-map.label"),
            EmbeddingMapWidget.described(context, map)));
  }

  private static Map<String, double[]> images(WidgetContext context, BakedClip clip) {
    Map<String, double[]> images = new LinkedHashMap<>();
    Notebook.PICTURES.forEach(id -> images.put(id, clip.image(context.picture(id))));
    return images;
  }

  private static Map<String, double[]> texts(BakedClip clip) {
    Map<String, double[]> texts = new LinkedHashMap<>();
    Notebook.CAPTIONS.forEach((id, caption) -> texts.put(id, clip.text(caption)));
    return texts;
  }

  private static boolean centred(WidgetContext context) {
    return context.settings().choice("centred").equals("yes");
  }
}
