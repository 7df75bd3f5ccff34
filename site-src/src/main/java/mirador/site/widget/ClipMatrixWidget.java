package mirador.site.widget;

import mirador.concepts.clip.MatrixView;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.ClipMatrixWords;
import mirador.concepts.retrieval.SimilarityMatrix;

/** CLIP's own matrix beside the symbolic one (section 2.3). */
final class ClipMatrixWidget implements StaticWidget {
  @Override
  public String name() {
    return "clip-matrix";
  }

  /** What the live widget says until its CLIP is ready. */
  @Override
  public String result(WidgetContext context) {
    return ClipMatrixWords.pending(context.messages(), symbolic(), view(context));
  }

  @Override
  public Markup html(WidgetContext context) {
    return Markup.group(
        RealClip.pair(
            context,
            Notebook.CAPTIONS,
            symbolic(),
            view(context),
            real ->
                ClipMatrixWords.result(
                    context.messages(), symbolic(), real, id -> context.picture(id).name())),
        RealClip.needs(context));
  }

  private static MatrixView view(WidgetContext context) {
    return MatrixView.of(context.settings().choice("view"));
  }

  private static SimilarityMatrix symbolic() {
    return SimilarityMatrix.symbolic(Notebook.CAPTIONS);
  }
}
