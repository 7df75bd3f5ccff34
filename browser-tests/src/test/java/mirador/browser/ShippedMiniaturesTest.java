package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.Provenance;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.blip2.Blip2Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The course as it ships, with the models that it was given. */
final class ShippedMiniaturesTest {
  private static final String LESSON = "02-clip.html";
  private static final String LESSON_4 = "04-mllm.html";
  private static final String CAPTION = "blip2-caption";
  private static final String CHAT = "blip2-chat";
  private static final String MATRIX = "clip-matrix";
  private static final Path MODELS =
      Path.of(System.getProperty("root.dir", "..")).resolve("miniatures");

  /** How far two runtimes may differ where inputs are rounded to 8 bits. */
  private static final double TOLERANCE = 0.03;

  private static Visit visit(Way way) {
    return visit(way, LESSON);
  }

  private static Visit visit(Way way, String page) {
    return Visit.to(
        BuiltSite.address(BuiltSite.SHIPPED, way, ""),
        page,
        profile -> profile.setServiceWorkers(ServiceWorkerPolicy.BLOCK));
  }

  private static Locator live(Visit visit, String widget) {
    visit.widget(widget).scrollIntoViewIfNeeded();
    Locator mark = visit.widget(widget).locator(".provenance-live");
    mark.waitFor();
    return mark;
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void clipMiniGivesInThePageWhatItGivesOnTheJvm(Way way) {
    ClipModel jvm = MiniClip.open(MODELS.resolve("clip-mini/onnx"));
    SimilarityMatrix expected = MiniClip.matrix(jvm, Notebook.CAPTIONS);
    try (Visit visit = visit(way)) {
      assertThat(live(visit, MATRIX)).hasText(Provenance.LIVE.text(Texts.SPANISH, "CLIP mini"));
      List<String> cells =
          visit.widget(MATRIX).locator(".clip-matrix-real td, td").allTextContents();
      List<Double> shown =
          cells.stream()
              .filter(ShippedMiniaturesTest::isNumber)
              .map(ShippedMiniaturesTest::number)
              .toList();
      List<Double> wanted = new java.util.ArrayList<>();
      for (double[] row : expected.values()) {
        for (double cosine : row) {
          wanted.add(cosine);
        }
      }
      assertTrue(holds(shown, wanted), shown + " holds no " + wanted);
      assertTrue(visit.widget(MATRIX).locator("[data-result]").textContent().contains("3 de 3"));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aCodeCellFindsTheMatrixThatClipMiniGives(Way way) {
    SimilarityMatrix expected =
        MiniClip.matrix(MiniClip.open(MODELS.resolve("clip-mini/onnx")), Notebook.CAPTIONS);
    try (Visit visit = visit(way)) {
      live(visit, MATRIX);
      Locator cell = visit.widget("recall-at-k-codigo");
      // Pictures down, texts across, as in the notebook.
      CodeCellsTest.write(
          visit, cell, "print([x for row in sim_matrix_real.T.tolist() for x in row])");
      CodeCellsTest.run(visit, cell);
      List<Double> wanted = new java.util.ArrayList<>();
      for (double[] row : expected.values()) {
        for (double cosine : row) {
          wanted.add(cosine);
        }
      }
      String printed = cell.locator(".code-out").textContent().strip();
      List<Double> came =
          java.util.Arrays.stream(printed.substring(1, printed.length() - 1).split(", "))
              .map(Double::parseDouble)
              .toList();
      assertEquals(wanted.size(), came.size());
      assertTrue(holds(came, wanted), came + " is not " + wanted);
    }
  }

  private static boolean isNumber(String text) {
    return text.strip().matches("[-\u2212+]?\\d+\\.\\d+");
  }

  private static double number(String text) {
    return Double.parseDouble(text.strip().replace('\u2212', '-'));
  }

  /** Whether some numbers stand one after the other among all that are shown. */
  private static boolean holds(List<Double> shown, List<Double> wanted) {
    for (int from = 0; from + wanted.size() <= shown.size(); from++) {
      boolean all = true;
      for (int i = 0; i < wanted.size() && all; i++) {
        all = Math.abs(shown.get(from + i) - wanted.get(i)) <= TOLERANCE;
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void blip2MiniSaysInThePageWhatItSaysOnTheJvm(Way way) throws IOException {
    try (Blip2Folder jvm = Blip2Folder.open(MODELS.resolve("blip2-mini/onnx"), 1);
        Visit visit = visit(way, LESSON_4)) {
      FloatTensor seen = jvm.vision().look(Png.figure("car")).projected();
      String caption =
          jvm.language()
              .caption(
                  seen, GenerationSettings.greedy(Notebook.CAPTION_TOKENS), GenerationListener.NONE)
              .text();
      assertThat(live(visit, CAPTION)).hasText(Provenance.LIVE.text(Texts.SPANISH, "BLIP-2 mini"));
      assertThat(visit.widget(CAPTION).locator("[data-result]")).containsText(caption);

      String question = "¿De qué color es el coche?";
      String answer =
          jvm.language()
              .answer(
                  seen,
                  Dialogue.EMPTY.ask(question),
                  GenerationSettings.greedy(Notebook.ANSWER_TOKENS),
                  GenerationListener.NONE)
              .text();
      live(visit, CHAT);
      visit.control(CHAT, "box").fill(question);
      visit.widget(CHAT).locator(".chat-form button").click();
      assertThat(visit.widget(CHAT).locator("[data-result]")).containsText(answer);
    }
  }

  @Test
  void thePageHasNothingToObjectToWithTheModelLive() {
    try (Visit visit = visit(Way.HTTP)) {
      live(visit, "clip-zero-shot");
      assertTrue(
          visit.widget("clip-zero-shot").locator("[data-result]").textContent().contains("cat"));
      assertEquals(List.of(), new AxeBuilder(visit.page()).analyze().getViolations());
    }
  }
}
