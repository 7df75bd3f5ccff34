package mirador.site.widget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.ClipRetrievalWords;
import mirador.concepts.retrieval.Ranking;
import mirador.concepts.retrieval.Scored;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Numbers;
import mirador.site.model.BakedClip;

/** Search with CLIP over the figures, and how good it is (notebook cells 2.2d, 2.3, 2.4). */
final class ClipRetrievalWidget implements StaticWidget {
  private static final int DIGITS = 3;

  @Override
  public String name() {
    return "clip-retrieval";
  }

  /** What the live widget says until its CLIP is ready. */
  @Override
  public String result(WidgetContext context) {
    return ClipRetrievalWords.pending(context.messages(), query(context));
  }

  @Override
  public Markup html(WidgetContext context) {
    Markup play = Markup.group();
    context.clip().ifPresent(clip -> play.add(found(context, clip)));
    return play.add(RealClip.needs(context));
  }

  private static Markup found(WidgetContext context, BakedClip clip) {
    Map<String, double[]> images = new LinkedHashMap<>();
    Notebook.PICTURES.forEach(id -> images.put(id, clip.image(context.picture(id))));
    List<Scored> ranking = Ranking.retrieve(clip.text(query(context)), images, images.size());
    Markup list = Markup.of("ol").classes("ranking");
    ranking.forEach(scored -> list.add(hit(context, scored)));
    SimilarityMatrix cosines = RealClip.matrix(context, Notebook.CAPTIONS).orElseThrow();
    return RealClip.baked(
        context,
        ClipRetrievalWords.result(
            context.messages(), query(context), ranking, id -> context.picture(id).name()),
        list,
        MetricsHtml.of(context, cosines.transposed().values(), Notebook.PICTURES, DIGITS));
  }

  private static Markup hit(WidgetContext context, Scored scored) {
    double share = Math.max(0, scored.score());
    Markup words =
        Markup.of("span")
            .classes("hit-words")
            .add(
                Markup.of("span", context.picture(scored.name()).name()).classes("hit-name"),
                BarHtml.of("bar-score", share, Numbers.fixed(scored.score(), DIGITS)));
    return Markup.of("li").classes("hit").add(context.thumbnail(scored.name()), words);
  }

  private static String query(WidgetContext context) {
    return context.settings().text("query");
  }
}
