package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.List;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.Provenance;
import mirador.concepts.retrieval.SimilarityMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The course as it ships, with the models that it was given. */
final class ShippedMiniaturesTest {
  private static final String LESSON = "02-clip.html";
  private static final String MATRIX = "clip-matrix";
  private static final Path MODEL =
      Path.of(System.getProperty("root.dir", "..")).resolve("miniatures/clip-mini/onnx");

  /** How far two runtimes may differ where inputs are rounded to 8 bits. */
  private static final double TOLERANCE = 0.03;

  private static Visit visit(Way way) {
    return Visit.to(
        BuiltSite.address(BuiltSite.SHIPPED, way, ""),
        LESSON,
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
    ClipModel jvm = MiniClip.open(MODEL);
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
