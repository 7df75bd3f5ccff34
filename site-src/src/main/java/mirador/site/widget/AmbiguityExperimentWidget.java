package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.AmbiguityExperimentWords;
import mirador.concepts.retrieval.SimilarityMatrix;

/**
 * What nearly alike captions do to retrieval; the outcome behind a fold, so that a guess can come
 * first (notebook cell 2.5).
 */
final class AmbiguityExperimentWidget implements StaticWidget {
  @Override
  public String name() {
    return "ambiguity-experiment";
  }

  @Override
  public String result(WidgetContext context) {
    return say(context, "guess-first");
  }

  @Override
  public Markup html(WidgetContext context) {
    Map<String, String> ambiguous =
        Notebook.captions(
            Notebook.CAPTIONS.get("car"),
            context.settings().text("cat"),
            context.settings().text("puppy"));
    SimilarityMatrix before = SimilarityMatrix.symbolic(Notebook.CAPTIONS);
    SimilarityMatrix after = SimilarityMatrix.symbolic(ambiguous);
    String outcome =
        AmbiguityExperimentWords.result(
            context.messages(), before, after, id -> context.picture(id).name());
    Markup fold =
        Markup.of("details")
            .classes("model-answer")
            .with("data-model-answer", "")
            .add(
                Markup.of("summary", say(context, "after")),
                Markup.of("p", outcome),
                MatrixHtml.symbolic(context, say(context, "after"), ambiguous, after),
                margins(context, before, after));
    return Markup.group(
        Markup.of("p", say(context, "before")).classes("matrix-title"),
        MatrixHtml.symbolic(context, say(context, "before"), Notebook.CAPTIONS, before),
        fold);
  }

  private static Markup margins(
      WidgetContext context, SimilarityMatrix before, SimilarityMatrix after) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < after.rows().size(); i++) {
      rows.add(
          List.of(
              context.picture(after.rows().get(i)).name(),
              AmbiguityExperimentWords.margin(context.messages(), before, i),
              AmbiguityExperimentWords.margin(context.messages(), after, i)));
    }
    return Tables.of(
        say(context, "margins"),
        List.of(
            say(context, "margins.text"),
            say(context, "margins.before"),
            say(context, "margins.after")),
        rows);
  }

  private static String say(WidgetContext context, String key) {
    return context.messages().get("ambiguity-experiment." + key);
  }
}
