package mirador.site.widget;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import mirador.concepts.clip.MatrixView;
import mirador.concepts.explain.ModelStorageWords;
import mirador.concepts.explain.Provenance;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.site.model.BakedClip;

/** What static widgets of CLIP share: marks of provenance, and what a reader needs to go on. */
final class RealClip {
  private static final String MODEL = "clip-vit-base-patch32";

  private RealClip() {}

  /**
   * What CLIP computed while the site was built, under its mark; the live widget keeps it until the
   * page's own CLIP is ready.
   *
   * @throws java.util.NoSuchElementException when there is no CLIP at build time
   */
  static Markup baked(WidgetContext context, String sentence, Markup... content) {
    return RealModel.baked(context, context.clip().orElseThrow().title(), sentence, content);
  }

  /**
   * CLIP's cosines of captions with the figures, text x image, computed while the site is built.
   */
  static Optional<SimilarityMatrix> matrix(WidgetContext context, Map<String, String> captions) {
    return context.clip().map(clip -> matrix(clip, context, captions));
  }

  private static SimilarityMatrix matrix(
      BakedClip clip, WidgetContext context, Map<String, String> captions) {
    Map<String, double[]> texts = new LinkedHashMap<>();
    Map<String, double[]> images = new LinkedHashMap<>();
    captions.forEach(
        (id, caption) -> {
          texts.put(id, clip.text(caption));
          images.put(id, clip.image(context.picture(id)));
        });
    return SimilarityMatrix.of(texts, images);
  }

  /** The matrix of the nine words beside CLIP's, each under its mark. */
  static Markup pair(
      WidgetContext context,
      Map<String, String> captions,
      SimilarityMatrix symbolic,
      MatrixView view,
      Function<SimilarityMatrix, String> sentence) {
    Markup pair =
        Markup.of("div")
            .classes("matrix-pair")
            .add(
                side(
                    RealModel.mark(context, Provenance.SYMBOLIC, ""),
                    MatrixHtml.symbolic(
                        context, say(context, "clip-matrix.symbolic"), captions, symbolic)));
    matrix(context, captions)
        .ifPresent(
            cosines -> {
              double scale = context.clip().orElseThrow().model().config().logitScale();
              double[][] values = view.of(cosines.values(), scale);
              SimilarityMatrix shown =
                  new SimilarityMatrix(cosines.rows(), cosines.columns(), values);
              pair.add(
                  side(
                      baked(
                          context,
                          sentence.apply(cosines),
                          MatrixHtml.of(
                              context,
                              say(context, "clip-matrix.view." + view.setting()),
                              captions,
                              shown,
                              view.range(values),
                              view.digits()))));
            });
    return pair;
  }

  private static Markup side(Markup... content) {
    return Markup.of("div").classes("matrix-side").add(content);
  }

  private static String say(WidgetContext context, String key) {
    return context.messages().get(key);
  }

  /** Says what the widget needs to compute here; the live widget lays the model's bar instead. */
  static Markup needs(WidgetContext context) {
    Optional<ModelOffer> miniature = context.miniature("clip");
    if (miniature.isPresent()) {
      return RealModel.startsBy(context, miniature.get(), RealModel.offer(context, MODEL));
    }
    String text =
        RealModel.offer(context, MODEL)
            .map(
                model ->
                    context
                        .messages()
                        .get(
                            "real-clip.needs",
                            model.title(),
                            ModelStorageWords.megabytes(model.variants().get(0).bytes())))
            .orElseGet(() -> context.messages().get("real-clip.not-offered", "CLIP"));
    return RealModel.needs(text);
  }
}
