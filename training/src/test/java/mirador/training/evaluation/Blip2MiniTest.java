package mirador.training.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import mirador.concepts.blip2.Blip2Language;
import mirador.concepts.blip2.Blip2Vision;
import mirador.concepts.course.Notebook;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.blip2.Blip2Folder;
import mirador.training.scenes.SceneSampler;
import mirador.training.scenes.Split;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What ships, on fewer scenes than {@code ./mirador eval} tries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Blip2MiniTest {
  private static final Path ROOT = Path.of(System.getProperty("root.dir", ".."));
  private static final int SCENES = 200;

  private final Blip2Folder folder;
  private final Blip2Vision vision;
  private final Blip2Language language;
  private final TestScenes scenes;

  Blip2MiniTest() throws IOException {
    folder = Blip2Folder.open(ROOT.resolve("miniatures/blip2-mini/onnx"), 1);
    vision = folder.vision();
    language = folder.language();
    scenes = TestScenes.of(SCENES, folder.config().imageSize());
  }

  @AfterAll
  void close() {
    folder.close();
  }

  @Test
  void itTellsOfScenesItHasNeverSeen() {
    for (int i = 0; i < scenes.size(); i++) {
      assertEquals(Split.TEST, SceneSampler.splitOf(scenes.facts(i)));
    }
    Blip2Scores scores = Blip2Scores.of(vision, language, scenes);
    for (String fact : List.of("subject", "colour", "place")) {
      assertTrue(scores.captions().get(fact) >= 0.88, fact + ": " + scores);
    }
    assertTrue(scores.overall() >= 0.88, scores.toString());
    assertTrue(scores.worstKind() >= 0.78, scores.toString());
    assertTrue(scores.balanced() >= 0.88, scores.toString());
  }

  @Test
  void withoutQueriesOrWithAnotherPictureItDoesNot() {
    Blip2Scores blind =
        Blip2Scores.of(
            Collections.nCopies(
                SCENES,
                FloatTensor.zeros(folder.config().queries(), folder.config().languageWidth())),
            language,
            scenes);
    assertTrue(blind.captions().get("subject") < 0.4, blind.toString());
    Blip2Scores exchanged =
        Blip2Scores.of(vision, language, scenes.with(Ablation.exchanged(scenes.pictures())));
    assertTrue(exchanged.captions().get("subject") < 0.4, exchanged.toString());
    assertTrue(exchanged.balanced() < 0.75, exchanged.toString());
  }

  /** The five questions of the notebook, of which each figure has one right answer. */
  @Test
  void itAnswersTheNotebooksQuestionsAboutTheFigures() throws IOException {
    Map<String, Sensible> wanted =
        Map.of(
            "car.png", new Sensible("car", "no", "sunset", "yes"),
            "cat.png", new Sensible("cat", "yes", "", "no"),
            "puppy.png", new Sensible("puppy|dog", "yes", "snow", "no"));
    List<FigureAnswers> all = FigureAnswers.of(vision, language, ROOT.resolve("figuras"));
    assertEquals(wanted.size(), all.size());
    for (FigureAnswers one : all) {
      wanted.get(one.figure()).check(one);
    }
  }

  private record Sensible(String subject, String animal, String weather, String car) {
    void check(FigureAnswers said) {
      contains(subject, said.caption(), said);
      List<String> questions = Notebook.SAMPLE_QUESTIONS;
      for (int i = 0; i < questions.size(); i++) {
        String right =
            switch (questions.get(i)) {
              case "Is there an animal?" -> animal;
              case "Is there a car?" -> car;
              case "What is the weather?" -> weather;
              default -> subject;
            };
        contains(right, said.answers().get(i), said);
      }
    }

    private static void contains(String pattern, String text, FigureAnswers said) {
      assertTrue(
          text.toLowerCase(java.util.Locale.ROOT).matches("(?s).*(" + pattern + ").*"),
          "\"" + text + "\" tells nothing of " + pattern + ": " + said);
    }
  }
}
