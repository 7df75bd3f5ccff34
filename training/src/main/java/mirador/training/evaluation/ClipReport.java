package mirador.training.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import mirador.concepts.clip.ClipModel;
import mirador.models.clip.ClipFolder;
import mirador.training.language.Language;

/**
 * All that is measured of CLIP mini, as Markdown for its model card: the scores of the shipped
 * graphs beside those of other number formats and of models that lack a part, and the figures.
 */
public final class ClipReport {
  private static final String SHIPPED = "shipped";

  private final Map<String, ClipScores> scores = new LinkedHashMap<>();
  private final List<FigureMatrix> figures = new ArrayList<>();
  private final String variant;
  private final int scenes;

  private ClipReport(String variant, int scenes) {
    this.variant = variant;
    this.scenes = scenes;
  }

  /**
   * Measures a model.
   *
   * @param folder of Hugging Face's layout, with the model folder in {@code onnx}
   * @param figures folder of the course's figures
   * @param count how many test scenes, in whole hundreds
   */
  public static ClipReport of(Path folder, Path figures, int count) throws IOException {
    try (ClipFolder shipped = ClipFolder.open(folder.resolve("onnx"))) {
      ClipReport report = new ClipReport(shipped.folder().manifest().variant(), count);
      ClipModel model = shipped.model();
      int patch = model.config().patchSize();
      TestScenes scenes = TestScenes.of(count, model.config().imageSize());
      report.scores.put(SHIPPED, ClipScores.of(model, scenes));
      report.scores.put("float32", other(folder, name -> false, scenes));
      report.scores.put(
          "patches of each picture shuffled",
          ClipScores.of(model, scenes.with(Ablation.shuffled(scenes.pictures(), patch))));
      report.scores.put(
          "no positions in the picture",
          other(
              folder,
              name -> name.equals("vision_model.embeddings.position_embedding.weight"),
              scenes));
      report.scores.put(
          "no positions in the text",
          other(
              folder,
              name -> name.equals("text_model.embeddings.position_embedding.weight"),
              scenes));
      report.scores.put(
          "the picture of another scene",
          ClipScores.of(model, scenes.with(Ablation.exchanged(scenes.pictures()))));
      for (List<String> captions : FigureMatrix.CAPTIONS) {
        report.figures.add(FigureMatrix.of(model, figures, captions));
      }
      return report;
    }
  }

  /** The scores of the weights in float32, some of them zero. */
  private static ClipScores other(Path folder, Predicate<String> zero, TestScenes scenes)
      throws IOException {
    return Altered.clip(
        folder,
        zero,
        exported -> {
          try (ClipFolder model = ClipFolder.open(exported)) {
            return ClipScores.of(model.model(), scenes);
          }
        });
  }

  /** What the shipped graphs reach. */
  public ClipScores shipped() {
    return scores.get(SHIPPED);
  }

  /** The scores of each model that was tried, the shipped one first. */
  public Map<String, ClipScores> scores() {
    return Map.copyOf(scores);
  }

  /** The figures against each set of captions. */
  public List<FigureMatrix> figures() {
    return List.copyOf(figures);
  }

  /** Tables for people to read. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("On %d test scenes, in %%; `%s` is what ships.%n%n".formatted(scenes, variant));
    out.append(
        "| | language | zero-shot subject | in a sentence | text → image R@1 | R@5 "
            + "| image → text R@1 | R@5 |\n");
    out.append("|---|---|---|---|---|---|---|---|\n");
    scores.forEach(
        (name, score) -> {
          for (Language language : Language.values()) {
            out.append(row(name.equals(SHIPPED) ? "**" + variant + "**" : name, score, language));
          }
        });
    out.append("\nThe course's figures (car, cat, puppy) against captions, cosines:\n\n");
    out.append("| caption | car.png | cat.png | puppy.png |\n|---|---|---|---|\n");
    for (FigureMatrix matrix : figures) {
      for (int i = 0; i < matrix.captions().size(); i++) {
        out.append("| ").append(matrix.captions().get(i)).append(" |");
        for (int j = 0; j < matrix.captions().size(); j++) {
          String cosine = String.format(Locale.ROOT, "%.2f", matrix.cosines().get(i).get(j));
          out.append(i == j ? " **" + cosine + "** |" : " " + cosine + " |");
        }
        out.append('\n');
      }
    }
    long diagonal = figures.stream().filter(FigureMatrix::isDiagonal).count();
    out.append(
        "%nThe diagonal is on top in every row and column for %d of %d sets of captions.%n"
            .formatted(diagonal, figures.size()));
    return out.toString();
  }

  private static String row(String name, ClipScores score, Language language) {
    ClipScores.Recall toImage = score.textToImage().get(language);
    ClipScores.Recall toText = score.imageToText().get(language);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
        name,
        language == Language.ENGLISH ? "en" : "es",
        100 * score.zeroShot().get(language),
        100 * score.inSentences().get(language),
        100 * toImage.at1(),
        100 * toImage.at5(),
        100 * toText.at1(),
        100 * toText.at5());
  }
}
