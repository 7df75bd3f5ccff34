package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.clip.PromptTemplates;
import mirador.concepts.clip.ZeroShot;
import mirador.concepts.course.Notebook;
import mirador.concepts.course.WidgetCatalogue;
import mirador.concepts.course.WidgetSettings;
import mirador.concepts.explain.ClipLanguagesWords;
import mirador.concepts.retrieval.EmbeddingMap;
import mirador.concepts.retrieval.ModalityGap;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Numbers;
import mirador.concepts.tokenizer.Encoding;
import mirador.concepts.tokenizer.TokenWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Classes, languages and the map of a small CLIP, chosen from a folder: the page and the JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClipWidgetsTest {
  private static final double TOLERANCE = 1e-4;
  private static final String ZERO_SHOT = "clip-zero-shot";
  private static final String LANGUAGES = "clip-languages";
  private static final String MAP = "clip-map";

  private final Path folder;
  private final ClipModel jvm;
  private final Map<String, double[]> images = new LinkedHashMap<>();
  private final Map<String, double[]> texts = new HashMap<>();

  ClipWidgetsTest(@TempDir Path work) throws IOException {
    folder = MiniClip.export(work);
    jvm = MiniClip.open(folder);
    for (String id : Notebook.PICTURES) {
      images.put(id, jvm.imageEmbeddings(List.of(Png.figure(id))).rows()[0]);
    }
  }

  private double[] text(String text) {
    return texts.computeIfAbsent(text, one -> jvm.textEmbeddings(List.of(one)).rows()[0]);
  }

  private Map<String, double[]> captions(Map<String, String> captions) {
    Map<String, double[]> found = new LinkedHashMap<>();
    captions.forEach((id, caption) -> found.put(id, text(caption)));
    return found;
  }

  /** Opens lesson 2 and gives the model to a widget's own bar, which takes it into use. */
  private Visit visit(Way way, String widget) {
    Visit visit = Visit.to(way, "02-clip.html?runtime=wasm");
    Locator section = visit.widget(widget);
    MiniClip.use(visit, widget, folder);
    section.locator(".clip-panel").first().waitFor();
    return visit;
  }

  private static WidgetSettings settings(String widget) {
    return WidgetCatalogue.get(widget).read(Map.of());
  }

  private ZeroShot classified(String image, String classes, List<String> templates) {
    return ZeroShot.of(
        images.get(image),
        PromptTemplates.lines(classes),
        templates,
        this::text,
        jvm.config().logitScale());
  }

  private void assertClasses(Visit visit, ZeroShot expected) {
    // What was asked before stands until the new answer has come.
    int best = expected.best();
    visit.page().waitForCondition(() -> isFirst(visit.table(ZERO_SHOT), expected, best));
    List<List<String>> rows = visit.table(ZERO_SHOT);
    assertEquals(expected.classes().size(), rows.size());
    double last = 1;
    for (List<String> row : rows) {
      int position = expected.classes().indexOf(row.get(0));
      assertEquals(
          expected.probability(position), Visit.number(row.get(1)), TOLERANCE, row.toString());
      assertEquals(expected.cosine(position), Visit.number(row.get(2)), TOLERANCE, row.toString());
      assertTrue(Visit.number(row.get(1)) <= last, "from the most probable to the least");
      last = Visit.number(row.get(1));
    }
  }

  private static boolean isFirst(List<List<String>> rows, ZeroShot expected, int best) {
    return rows.size() == expected.classes().size()
        && rows.get(0).get(0).equals(expected.classes().get(best))
        && Math.abs(Visit.number(rows.get(0).get(1)) - expected.probability(best)) < TOLERANCE
        && Math.abs(Visit.number(rows.get(0).get(2)) - expected.cosine(best)) < TOLERANCE;
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void classesEqualTheJvm(Way way) {
    try (Visit visit = visit(way, ZERO_SHOT)) {
      String classes = settings(ZERO_SHOT).text("classes");
      assertClasses(visit, classified("cat", classes, List.of("a photo of a {}.")));
      assertTrue(visit.result(ZERO_SHOT).contains(visit.pictureNames().get("cat")));

      visit.control(ZERO_SHOT, "classes").fill("boat\nbird\n\nboat\nhouse");
      visit.control(ZERO_SHOT, "image").selectOption("puppy");
      visit.control(ZERO_SHOT, "template").selectOption(PromptTemplates.ENSEMBLE);
      assertClasses(
          visit,
          classified(
              "puppy", "boat\nbird\nhouse", PromptTemplates.of(PromptTemplates.ENSEMBLE, "")));

      visit.button(visit.widget(ZERO_SHOT), Texts.SPANISH.get("clip-zero-shot.compare")).click();
      Locator heat = visit.widget(ZERO_SHOT).locator("table.matrix");
      heat.waitFor();
      ZeroShot none = classified("puppy", "boat\nbird\nhouse", List.of("{}"));
      for (int i = 0; i < 3; i++) {
        String cell = heat.locator("tbody tr").nth(i).locator("td").first().textContent();
        assertEquals(none.probability(i), Visit.number(cell), 0.0006);
      }
    }
  }

  @Test
  void whatCannotBeClassifiedIsSaid() {
    try (Visit visit = visit(Way.HTTP, ZERO_SHOT)) {
      visit.control(ZERO_SHOT, "template").selectOption(PromptTemplates.OWN);
      visit.control(ZERO_SHOT, "templates").fill("a photo");
      visit.await(
          visit.widget(ZERO_SHOT).locator(".careful-note"),
          Texts.SPANISH.get("clip-zero-shot.problem.no-place", "a photo", "{}"));
      visit.control(ZERO_SHOT, "templates").fill("my {}");
      assertClasses(
          visit, classified("cat", settings(ZERO_SHOT).text("classes"), List.of("my {}")));
    }
  }

  @Test
  void languagesEqualTheJvm() {
    try (Visit visit = visit(Way.HTTP, LANGUAGES)) {
      Map<String, String> spanish = new LinkedHashMap<>();
      Notebook.PICTURES.forEach(id -> spanish.put(id, settings(LANGUAGES).text(id)));
      List<List<String>> rows = visit.table(LANGUAGES);
      assertMatrix(SimilarityMatrix.of(captions(Notebook.CAPTIONS), images), rows.subList(0, 3));
      assertMatrix(SimilarityMatrix.of(captions(spanish), images), rows.subList(3, 6));

      Locator strips = visit.widget(LANGUAGES).locator(".piece-strips");
      strips.locator(".piece-strip").nth(5).waitFor();
      List<String> all = new ArrayList<>();
      for (String id : Notebook.PICTURES) {
        all.add(Notebook.CAPTIONS.get(id));
        all.add(spanish.get(id));
      }
      for (int i = 0; i < all.size(); i++) {
        Encoding encoding = jvm.encode(all.get(i));
        List<String> tokens = encoding.tokens();
        List<List<String>> words = TokenWords.of(tokens);
        assertEquals(
            words.stream().flatMap(List::stream).toList(),
            strips.locator(".piece-strip").nth(i).locator(".text-token").allTextContents());
        visit.await(
            strips.locator(".widget-hint").nth(i),
            ClipLanguagesWords.pieces(Texts.SPANISH, tokens.size(), words, encoding.cut().size()));
      }
    }
  }

  private static void assertMatrix(SimilarityMatrix expected, List<List<String>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < expected.columns().size(); j++) {
        assertEquals(expected.values()[i][j], Visit.number(rows.get(i).get(j + 1)), TOLERANCE);
      }
    }
  }

  @Test
  void theMapEqualsTheJvmAndClosesTheGap() {
    try (Visit visit = visit(Way.HTTP, MAP)) {
      Map<String, double[]> captions = captions(Notebook.CAPTIONS);
      assertMap(visit, EmbeddingMap.joint(images, captions, false));
      String gap = Numbers.fixed(ModalityGap.of(images, captions), 2);
      assertTrue(visit.widget(MAP).locator(".clip-panel").textContent().contains(gap), gap);
      visit.control(MAP, "centred").selectOption("yes");
      assertMap(visit, EmbeddingMap.joint(images, captions, true));
    }
  }

  private static void assertMap(Visit visit, EmbeddingMap expected) {
    List<List<String>> rows = visit.table(MAP);
    assertEquals(expected.points().size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(expected.points().get(i).x(), Visit.number(rows.get(i).get(1)), 0.006);
      assertEquals(expected.points().get(i).y(), Visit.number(rows.get(i).get(2)), 0.006);
    }
    String share = Numbers.percent(expected.share());
    assertTrue(visit.result(MAP).contains(share), visit.result(MAP));
  }
}
