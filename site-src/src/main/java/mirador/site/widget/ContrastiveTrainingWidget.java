package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.contrastive.ContrastiveTrainer;
import mirador.concepts.contrastive.DrawnPair;
import mirador.concepts.contrastive.TrainingPair;
import mirador.concepts.contrastive.TrainingSettings;
import mirador.concepts.contrastive.TrainingState;
import mirador.concepts.course.Notebook;
import mirador.concepts.drawing.LossPlot;
import mirador.concepts.explain.ContrastiveTrainingWords;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Messages;

/** A whole training of a tiny CLIP, done while the site is built (section 2.1). */
final class ContrastiveTrainingWidget implements StaticWidget {
  private static final ValueRange COSINES = new ValueRange(-1, 1);

  /** A page has only so much weight; the pictures of the pairs come with the live widget too. */
  private static final int CURVE_POINTS = 16;

  /** A training that is over. */
  private record Run(
      List<String> captions,
      List<TrainingState> history,
      SimilarityMatrix matrix,
      List<Boolean> unseen) {}

  @Override
  public String name() {
    return "contrastive-training";
  }

  @Override
  public String result(WidgetContext context) {
    List<TrainingState> history = run(context).history();
    return ContrastiveTrainingWords.result(
        context.messages(), history.get(history.size() - 1), steps(context));
  }

  @Override
  public Markup html(WidgetContext context) {
    Messages messages = context.messages();
    Run run = run(context);
    TrainingState last = run.history().get(run.history().size() - 1);
    int pairs = run.captions().size();
    String recipe =
        ContrastiveTrainingWords.recipe(messages, TrainingSettings.of(context.settings()), last);
    LossPlot plot = LossPlot.of(run.history(), steps(context), pairs);
    Markup legend = Markup.of("ul").classes("curve-legend");
    legend.add(entry("curve-seen", messages.get("contrastive-training.curve.seen")));
    if (last.unseen().pairs() > 0) {
      legend.add(entry("curve-unseen", messages.get("contrastive-training.curve.unseen")));
    }
    legend.add(
        entry("curve-batch", messages.get("contrastive-training.curve.batch")),
        entry("curve-chance", ContrastiveTrainingWords.chance(messages, pairs)));
    return Markup.of("div")
        .classes("training-static")
        .add(
            Markup.of("p", recipe).classes("training-recipe"),
            Markup.of("div")
                .add(
                    Markup.of("p", messages.get("contrastive-training.curve"))
                        .classes("matrix-title"),
                    Drawings.of(
                        plot.drawn(
                            few(run.history()),
                            pairs,
                            ContrastiveTrainingWords.curve(messages, last),
                            messages.get("contrastive-training.curve.step"))),
                    legend),
            after(context, run, messages.get("contrastive-training.matrix.after", last.step())));
  }

  /** Enough states for a curve that looks the same: all at its beginning, then fewer. */
  private static List<TrainingState> few(List<TrainingState> history) {
    List<TrainingState> few = new ArrayList<>();
    int pace = Math.max(1, history.size() / CURVE_POINTS);
    for (TrainingState state : history) {
      boolean last = state.step() == history.size() - 1;
      if (state.step() <= CURVE_POINTS / 2 || state.step() % pace == 0 || last) {
        few.add(state);
      }
    }
    return few;
  }

  private static Markup entry(String classes, String text) {
    return Markup.of("li", text).classes(classes);
  }

  private static Markup after(WidgetContext context, Run run, String title) {
    Messages messages = context.messages();
    List<Markup> rows = new ArrayList<>();
    List<Markup> columns = new ArrayList<>();
    for (int i = 0; i < run.captions().size(); i++) {
      String language =
          i < ContrastiveTrainer.OWN_PAIRS ? "en" : context.settings().choice("language");
      String caption = run.captions().get(i);
      Markup row =
          Markup.of("span")
              .classes("training-head")
              .add(
                  Markup.of("span", (i + 1) + ". ")
                      .classes("text-token matrix-caption")
                      .add(Markup.of("span", caption).with("lang", language)));
      if (run.unseen().get(i)) {
        row.add(
            Markup.of("span", messages.get("contrastive-training.pair.unseen"))
                .classes("training-unseen"));
      }
      rows.add(row);
      columns.add(Markup.of("span", i + 1));
    }
    return Markup.of("div")
        .classes("matrix-side")
        .add(
            Markup.of("p", title).classes("matrix-title"),
            MatrixHtml.of(
                title,
                messages.get("contrastive-training.corner"),
                rows,
                columns,
                run.matrix().values(),
                COSINES,
                1));
  }

  private static Run run(WidgetContext context) {
    List<TrainingPair> pairs = new ArrayList<>();
    for (String id : Notebook.PICTURES) {
      pairs.add(TrainingPair.of(Notebook.CAPTIONS.get(id), context.picture(id).pixels()));
    }
    boolean spanish = context.settings().choice("language").equals("es");
    for (DrawnPair drawn : DrawnPair.of(context.settings())) {
      pairs.add(TrainingPair.of(drawn.caption(spanish), drawn.picture()));
    }
    ContrastiveTrainer trainer =
        new ContrastiveTrainer(pairs, TrainingSettings.of(context.settings()));
    List<TrainingState> history = new ArrayList<>(List.of(trainer.state()));
    while (trainer.state().step() < steps(context)) {
      history.add(trainer.step());
    }
    List<Boolean> unseen = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      unseen.add(trainer.isUnseen(i));
    }
    List<String> captions = pairs.stream().map(TrainingPair::caption).toList();
    return new Run(
        captions, history, new SimilarityMatrix(captions, captions, trainer.matrix()), unseen);
  }

  private static int steps(WidgetContext context) {
    return context.settings().integer("steps");
  }
}
