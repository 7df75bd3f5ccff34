package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.course.Notebook;
import mirador.concepts.course.WidgetSettings;
import mirador.concepts.explain.AmbiguityExperimentWords;
import mirador.concepts.explain.CaptionEditorWords;
import mirador.concepts.explain.EmbeddingBarsWords;
import mirador.concepts.explain.EmbeddingMapWords;
import mirador.concepts.explain.ResponderWords;
import mirador.concepts.explain.RetrievalMetricsWords;
import mirador.concepts.explain.SimilarityMatrixWords;
import mirador.concepts.mllm.MediaDatabase;
import mirador.concepts.mllm.MultimodalResponder;
import mirador.concepts.retrieval.EmbeddingMap;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.symbolic.SymbolicEmbedder;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lesson 2: what its widgets do beyond what all do. */
final class ClipLessonTest {
  private static final Messages MESSAGES = Texts.SPANISH;
  private static final String PAGE = "02-clip.html";

  @ParameterizedTest
  @EnumSource(Way.class)
  void anEditedCaptionShowsEverywhere(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Map<String, String> names = visit.pictureNames();
      visit.mountAll();
      String text = "a dog in the snow";
      visit.control("caption-editor", "caption-cat").fill(text);
      Map<String, String> captions =
          Notebook.captions(Notebook.CAPTIONS.get("car"), text, Notebook.CAPTIONS.get("puppy"));
      awaitCaptions(visit, names, captions);
      assertThat(visit.find("#similarity-matrix tbody th").nth(1)).hasText("«" + text + "»");
      assertThat(visit.find("#embedding-map .map-caption").nth(1)).containsText(text);
      assertEquals(
          List.of("dog", "snow"),
          visit.find("#caption-editor .caption-marked").nth(1).locator("mark").allTextContents());

      visit.open("04-mllm.html");
      visit.set("multimodal-responder", "image", "cat");
      MultimodalResponder responder = new MultimodalResponder(captions, MediaDatabase.NOTEBOOK);
      ResponderWords.Request request =
          new ResponderWords.Request("Describe la escena", "cat", "", "video_1");
      visit.await(
          visit.find("#multimodal-responder .responder-answer"),
          responder.answer("Describe la escena", "cat", "", "video_1").text());
      visit.awaitResult(
          "multimodal-responder",
          ResponderWords.result(
              MESSAGES,
              responder,
              request,
              responder.answer("Describe la escena", "cat", "", "video_1")));

      visit.open(PAGE);
      Locator editor = visit.widget("caption-editor");
      visit.button(editor, MESSAGES.get("caption-editor.restore-of", names.get("cat"))).click();
      awaitCaptions(visit, names, Notebook.CAPTIONS);
    }
  }

  private static void awaitCaptions(
      Visit visit, Map<String, String> names, Map<String, String> captions) {
    SimilarityMatrix matrix = SimilarityMatrix.symbolic(captions);
    visit.awaitResult("caption-editor", CaptionEditorWords.result(MESSAGES, captions));
    visit.awaitResult("similarity-matrix", SimilarityMatrixWords.result(MESSAGES, matrix));
    visit.awaitResult(
        "embedding-bars",
        EmbeddingBarsWords.result(
            MESSAGES,
            SymbolicEmbedder.text(captions.get("cat")),
            SymbolicEmbedder.image("cat"),
            names.get("cat")));
    visit.awaitResult(
        "embedding-map", EmbeddingMapWords.result(MESSAGES, EmbeddingMap.of(captions)));
    visit.awaitResult("retrieval-metrics", Sentences.metrics(matrix.transposed().values()));
    List<String> values = new ArrayList<>();
    for (double[] row : matrix.values()) {
      for (double value : row) {
        values.add(Numbers.fixed(value, 2));
      }
    }
    assertEquals(values, visit.find("#similarity-matrix table.matrix tbody td").allTextContents());
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theMatrixIsWalkedByKeysAndExplainsItsCells(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Map<String, String> names = visit.pictureNames();
      Locator section = visit.widget("similarity-matrix");
      Locator cells = section.locator("table.matrix tbody td");
      Locator explained = section.locator(".cell-explained");
      cells.first().focus();
      String[] keys = {"ArrowDown", "ArrowRight", "End", "Home", "ArrowUp", "ArrowUp"};
      int[] places = {3, 4, 5, 3, 0, 0};
      for (int i = 0; i < keys.length; i++) {
        visit.page().keyboard().press(keys[i]);
        assertThat(cells.nth(places[i])).isFocused();
        visit.await(explained, cell(names, places[i] / 3, places[i] % 3));
      }
      cells.nth(8).hover();
      visit.await(explained, cell(names, 2, 2));
      assertEquals(1, section.locator("table.matrix td[tabindex='0']").count(), "one stop of Tab");
    }
  }

  private static String cell(Map<String, String> names, int row, int column) {
    String text = Notebook.CAPTIONS.get(Notebook.PICTURES.get(row));
    String image = Notebook.PICTURES.get(column);
    return SimilarityMatrixWords.cell(
        MESSAGES,
        text,
        names.get(image),
        SymbolicEmbedder.text(text),
        SymbolicEmbedder.image(image));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theSearchShowsWhatItFoundAndWhy(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Sentences sentences = new Sentences(visit.pictureNames());
      Locator section = visit.widget("query-retrieval");
      visit.set("query-retrieval", "query", "scary snow");
      visit.awaitResult("query-retrieval", sentences.query("scary snow"));
      assertEquals(List.of("car", "snow"), section.locator(".query-marked mark").allTextContents());
      visit.set("query-retrieval", "k", "1");
      assertThat(section.locator("li.hit:visible")).hasCount(1);
      visit.set("query-retrieval", "query", "");
      visit.awaitResult("query-retrieval", sentences.query(""));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theMetricsFollowTheMatrix(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("retrieval-metrics");
      Locator cells = section.locator(".metrics-matrix input");
      Locator error = section.locator("> .widget-error");
      double[][] matrix = SimilarityMatrix.symbolic(Notebook.CAPTIONS).transposed().values();
      cells.nth(1).fill("0,95");
      cells.nth(0).fill("0.1");
      assertEquals(written(matrix[2][2]), cells.nth(8).inputValue());
      matrix[0] = new double[] {0.1, 0.95, 0};
      visit.awaitResult("retrieval-metrics", Sentences.metrics(matrix));
      for (String wrong : new String[] {"2", "mucho", "", "1e3"}) {
        cells.nth(4).fill(wrong);
        assertThat(error).containsText("«" + wrong + "»");
        visit.awaitResult("retrieval-metrics", Sentences.metrics(matrix));
      }
      cells.nth(4).blur();
      assertThat(error).isHidden();
      assertEquals(written(matrix[1][1]), cells.nth(4).inputValue());
      cells.nth(0).press("ArrowUp");
      assertEquals(written(0.15), cells.nth(0).inputValue());
      Locator add = visit.button(section, MESSAGES.get("retrieval-metrics.add"));
      add.click();
      assertThat(cells).hasCount(16);
      double[][] larger = new double[4][4];
      for (int i = 0; i < 16; i++) {
        larger[i / 4][i % 4] = Double.parseDouble(cells.nth(i).inputValue());
      }
      visit.awaitResult(
          "retrieval-metrics",
          RetrievalMetricsWords.result(
              MESSAGES,
              RetrievalMetrics.ranksTextToImage(larger),
              RetrievalMetrics.ranksImageToText(larger)));
      Locator remove = visit.button(section, MESSAGES.get("retrieval-metrics.remove"));
      for (int pairs = 4; pairs > 1; pairs--) {
        remove.click();
      }
      assertThat(cells).hasCount(1);
      assertThat(remove).isDisabled();
    }
  }

  private static String written(double value) {
    return WidgetSettings.written(new double[] {value});
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void ambiguityIsGuessedFirst(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Map<String, String> names = visit.pictureNames();
      Locator section = visit.widget("ambiguity-experiment");
      visit.awaitResult("ambiguity-experiment", MESSAGES.get("ambiguity-experiment.guess-first"));
      Locator matrices = section.locator("table.matrix:visible");
      assertThat(matrices).hasCount(1);
      Locator check = visit.button(section, MESSAGES.get("ambiguity-experiment.check"));
      assertThat(check).isDisabled();
      section.getByLabel(MESSAGES.get("ambiguity-experiment.guess.none")).check();
      check.click();
      assertThat(matrices).hasCount(2);
      Map<String, String> ambiguous = new LinkedHashMap<>(Notebook.CAPTIONS);
      ambiguous.put("cat", "A cute pet");
      ambiguous.put("puppy", "A cute pet in the snow");
      String result = awaitAmbiguity(visit, names, ambiguous);
      assertThat(section.locator(".verdict-wrong")).isVisible();
      visit.set("ambiguity-experiment", "cat", "A cute cat");
      ambiguous.put("cat", "A cute cat");
      visit.set("ambiguity-experiment", "puppy", "A puppy");
      ambiguous.put("puppy", "A puppy");
      assertNotEquals(result, awaitAmbiguity(visit, names, ambiguous));
      assertThat(section.locator(".verdict-right")).isVisible();
      visit.page().reload();
      visit.widget("ambiguity-experiment");
      assertThat(matrices).hasCount(2);
      visit.button(section, MESSAGES.get("frame.reset")).click();
      assertThat(matrices).hasCount(1);
    }
  }

  private static String awaitAmbiguity(
      Visit visit, Map<String, String> names, Map<String, String> ambiguous) {
    SimilarityMatrix after = SimilarityMatrix.symbolic(ambiguous);
    String expected =
        AmbiguityExperimentWords.result(
            MESSAGES, SimilarityMatrix.symbolic(Notebook.CAPTIONS), after, names::get);
    visit.awaitResult("ambiguity-experiment", expected);
    List<String> shown =
        visit
            .find("#ambiguity-experiment table.matrix")
            .nth(1)
            .locator("tbody td")
            .allTextContents();
    assertTrue(shown.contains(Numbers.fixed(after.values()[2][2], 2)), shown.toString());
    return expected;
  }
}
