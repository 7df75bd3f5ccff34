package mirador.training.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mirador.concepts.clip.ClipModel;
import mirador.models.clip.ClipFolder;
import mirador.training.language.Language;
import mirador.training.scenes.SceneSampler;
import mirador.training.scenes.Split;
import org.junit.jupiter.api.Test;

/** What ships, on fewer scenes than {@code ./mirador eval} tries. */
final class ClipMiniTest {
  private static final Path ROOT = Path.of(System.getProperty("root.dir", ".."));
  private static final Path MODEL = ROOT.resolve("miniatures/clip-mini/onnx");
  private static final int SCENES = 200;

  @Test
  void itFindsScenesItHasNeverSeenInEitherLanguage() throws IOException {
    try (ClipFolder folder = ClipFolder.open(MODEL)) {
      ClipModel model = folder.model();
      TestScenes scenes = TestScenes.of(SCENES, model.config().imageSize());
      for (int i = 0; i < scenes.size(); i++) {
        assertEquals(Split.TEST, SceneSampler.splitOf(scenes.facts(i)));
      }
      ClipScores scores = ClipScores.of(model, scenes);
      assertTrue(scores.worstZeroShot() >= 0.93, scores.toString());
      for (Language language : Language.values()) {
        for (ClipScores.Recall recall :
            List.of(scores.textToImage().get(language), scores.imageToText().get(language))) {
          assertTrue(recall.at1() >= 0.8, language + ": " + recall);
          assertTrue(recall.at5() >= 0.97, language + ": " + recall);
        }
      }
      ClipScores exchanged =
          ClipScores.of(model, scenes.with(Ablation.exchanged(scenes.pictures())));
      assertTrue(exchanged.worstZeroShot() < 0.3, exchanged.toString());
      assertTrue(
          scores.worstZeroShot() > exchanged.worstZeroShot() + 0.3,
          "subjects of the right pictures: " + scores + ", of wrong ones: " + exchanged);
    }
  }

  @Test
  void theFiguresFindTheirCaptions() throws IOException {
    try (ClipFolder folder = ClipFolder.open(MODEL)) {
      for (List<String> captions : FigureMatrix.CAPTIONS) {
        FigureMatrix matrix = FigureMatrix.of(folder.model(), ROOT.resolve("figuras"), captions);
        assertTrue(matrix.isDiagonal(), matrix.toString());
      }
    }
  }
}
