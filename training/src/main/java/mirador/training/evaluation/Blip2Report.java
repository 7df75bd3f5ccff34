package mirador.training.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.Blip2Language;
import mirador.concepts.blip2.Blip2Vision;
import mirador.concepts.course.Notebook;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.blip2.Blip2Folder;
import mirador.training.language.Kind;
import mirador.training.language.Language;

/**
 * All that is measured of BLIP-2 mini, as Markdown for its model card: the scores of the shipped
 * graphs beside those of float32 and of models that lack a part, and what it says of the figures.
 */
public final class Blip2Report {
  private static final String SHIPPED = "shipped";

  private final Map<String, Blip2Scores> scores = new LinkedHashMap<>();
  private final List<FigureAnswers> figures;
  private final String variant;
  private final int scenes;

  private Blip2Report(String variant, int scenes, List<FigureAnswers> figures) {
    this.variant = variant;
    this.scenes = scenes;
    this.figures = figures;
  }

  /**
   * Measures a model.
   *
   * @param folder of Hugging Face's layout, with the model folder in {@code onnx}
   * @param figures folder of the course's figures
   * @param count how many test scenes
   */
  public static Blip2Report of(Path folder, Path figures, int count) throws IOException {
    try (Blip2Folder shipped = Blip2Folder.open(folder.resolve("onnx"), 1)) {
      Blip2Vision vision = shipped.vision();
      Blip2Language language = shipped.language();
      Blip2Config config = shipped.config();
      Blip2Report report =
          new Blip2Report(
              shipped.folder().manifest().variant(),
              count,
              FigureAnswers.of(vision, language, figures));
      TestScenes scenes = TestScenes.of(count, config.imageSize());
      report.scores.put(SHIPPED, Blip2Scores.of(vision, language, scenes));
      report.scores.put("float32", other(folder, name -> false, scenes));
      report.scores.put(
          "patches of each picture shuffled",
          Blip2Scores.of(
              vision,
              language,
              scenes.with(Ablation.shuffled(scenes.pictures(), config.patchSize()))));
      report.scores.put(
          "no positions in the picture",
          other(folder, name -> name.equals("vision_model.embeddings.position_embedding"), scenes));
      report.scores.put(
          "queries all alike (zero)", other(folder, name -> name.equals("query_tokens"), scenes));
      report.scores.put(
          "queries do not look at the picture",
          other(folder, name -> name.contains(".crossattention.attention.value."), scenes));
      report.scores.put(
          "no queries: zeros before the text",
          Blip2Scores.of(
              Collections.nCopies(
                  count, FloatTensor.zeros(config.queries(), config.languageWidth())),
              language,
              scenes));
      report.scores.put(
          "the picture of another scene",
          Blip2Scores.of(vision, language, scenes.with(Ablation.exchanged(scenes.pictures()))));
      return report;
    }
  }

  private static Blip2Scores other(Path folder, Predicate<String> zero, TestScenes scenes)
      throws IOException {
    return Altered.blip2(
        folder,
        zero,
        exported -> {
          try (Blip2Folder model = Blip2Folder.open(exported, 1)) {
            return Blip2Scores.of(model.vision(), model.language(), scenes);
          }
        });
  }

  /** What the shipped graphs reach. */
  public Blip2Scores shipped() {
    return scores.get(SHIPPED);
  }

  /** The scores of each model that was tried, the shipped one first. */
  public Map<String, Blip2Scores> scores() {
    return Collections.unmodifiableMap(scores);
  }

  /** What is said of each figure. */
  public List<FigureAnswers> figures() {
    return figures;
  }

  /** Tables for people to read. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("On %d test scenes, in %%; `%s` is what ships.%n".formatted(scenes, variant));
    out.append("\nFacts that captions tell rightly:\n\n");
    table(out, List.copyOf(shipped().captions().keySet()), score -> score.captions().values());
    out.append("\nQuestions answered rightly, one of each kind about each scene:\n\n");
    table(
        out,
        List.of(
            "all",
            "en",
            "es",
            "what",
            "colour",
            "how many",
            "where",
            "weather",
            "yes or no",
            "style",
            "yes",
            "no",
            "balanced"),
        Blip2Report::answers);
    out.append(
        "\nThe course's figures:\n\n| | car.png | cat.png | puppy.png |\n|---|---|---|---|\n");
    row(out, "caption", figures.stream().map(FigureAnswers::caption).toList());
    for (int i = 0; i < Notebook.SAMPLE_QUESTIONS.size(); i++) {
      int question = i;
      row(
          out,
          Notebook.SAMPLE_QUESTIONS.get(i),
          figures.stream().map(figure -> figure.answers().get(question)).toList());
    }
    return out.toString();
  }

  private static List<Double> answers(Blip2Scores score) {
    Map<Kind, Double> kinds = score.answers();
    return List.of(
        score.overall(),
        score.languages().get(Language.ENGLISH),
        score.languages().get(Language.SPANISH),
        kinds.get(Kind.WHAT),
        kinds.get(Kind.COLOUR),
        kinds.get(Kind.COUNT),
        kinds.get(Kind.WHERE),
        kinds.get(Kind.WEATHER),
        kinds.get(Kind.IS_THERE),
        kinds.get(Kind.STYLE),
        score.yes(),
        score.no(),
        score.balanced());
  }

  private interface Columns {
    Iterable<Double> of(Blip2Scores score);
  }

  private void table(StringBuilder out, List<String> columns, Columns values) {
    row(out, "", columns);
    out.append("|---".repeat(columns.size() + 1)).append("|\n");
    scores.forEach(
        (name, score) -> {
          List<String> cells = new ArrayList<>();
          values.of(score).forEach(one -> cells.add(String.format(Locale.ROOT, "%.1f", 100 * one)));
          row(out, name.equals(SHIPPED) ? "**" + variant + "**" : name, cells);
        });
  }

  private static void row(StringBuilder out, String first, List<String> cells) {
    out.append("| ").append(first).append(" | ").append(String.join(" | ", cells)).append(" |\n");
  }
}
