package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mirador.concepts.clip.MatrixView;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.AmbiguityExperimentWords;
import mirador.concepts.explain.ClipAmbiguityWords;
import mirador.concepts.retrieval.SimilarityMatrix;

/** Two captions nearly alike before the nine words and before CLIP (notebook cell 2.5). */
final class ClipAmbiguityWidget implements StaticWidget {
  private static final List<Integer> CHANGED =
      List.of(Notebook.PICTURES.indexOf("cat"), Notebook.PICTURES.indexOf("puppy"));

  @Override
  public String name() {
    return "clip-ambiguity";
  }

  /** What the live widget says until its CLIP is ready. */
  @Override
  public String result(WidgetContext context) {
    return ClipAmbiguityWords.pending(
        context.messages(), symbolic(context), CHANGED, names(context));
  }

  @Override
  public Markup html(WidgetContext context) {
    return Markup.group(
        RealClip.pair(
            context,
            captions(context),
            symbolic(context),
            MatrixView.COSINE,
            real ->
                ClipAmbiguityWords.result(
                    context.messages(), symbolic(context), real, CHANGED, names(context))),
        margins(context),
        RealClip.needs(context));
  }

  private static Markup margins(WidgetContext context) {
    SimilarityMatrix symbolic = symbolic(context);
    Optional<SimilarityMatrix> real = RealClip.matrix(context, captions(context));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < symbolic.rows().size(); i++) {
      List<String> row = new ArrayList<>();
      row.add(context.picture(symbolic.rows().get(i)).name());
      row.add(margin(context, symbolic, i));
      if (real.isPresent()) {
        row.add(margin(context, real.get(), i));
      }
      rows.add(row);
    }
    List<String> head = new ArrayList<>();
    head.add(say(context, "margins.text"));
    head.add(say(context, "margins.symbolic"));
    if (real.isPresent()) {
      head.add(say(context, "margins.real"));
    }
    return Tables.of(say(context, "margins"), head, rows);
  }

  private static String margin(WidgetContext context, SimilarityMatrix matrix, int row) {
    return AmbiguityExperimentWords.margin(
        context.messages(), matrix, row, ClipAmbiguityWords.DIGITS);
  }

  private static Map<String, String> captions(WidgetContext context) {
    return Notebook.captions(
        Notebook.CAPTIONS.get("car"),
        context.settings().text("cat"),
        context.settings().text("puppy"));
  }

  private static SimilarityMatrix symbolic(WidgetContext context) {
    return SimilarityMatrix.symbolic(captions(context));
  }

  private static UnaryOperator<String> names(WidgetContext context) {
    return id -> context.picture(id).name();
  }

  private static String say(WidgetContext context, String key) {
    return context.messages().get("clip-ambiguity." + key);
  }
}
