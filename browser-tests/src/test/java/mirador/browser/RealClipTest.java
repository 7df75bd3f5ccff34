package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.clip.MatrixView;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.ClipAmbiguityWords;
import mirador.concepts.explain.ClipMatrixWords;
import mirador.concepts.explain.ClipRetrievalWords;
import mirador.concepts.retrieval.Ranking;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.retrieval.Scored;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lesson 2 says with a real CLIP, a tiny one, is what that CLIP says on the JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RealClipTest {
  private static final Messages MESSAGES = Texts.SPANISH;
  private static final String PAGE = "02-clip.html?runtime=wasm";
  private static final int PICTURES = 30;
  private static final int MANY = 500;
  private static final double TOLERANCE = 0.0011; // three decimals are shown

  private final Path work;
  private final Path model;
  private final ClipModel jvm;

  RealClipTest(@TempDir Path work) throws IOException {
    this.work = work;
    model = MiniClip.export(work);
    jvm = MiniClip.open(model);
  }

  private SimilarityMatrix matrix(Map<String, String> captions) {
    return MiniClip.matrix(jvm, captions);
  }

  private double[] text(String text) {
    return row(jvm.textEmbeddings(List.of(text)));
  }

  private double[] image(byte[] png) {
    return row(jvm.imageEmbeddings(List.of(Png.read(png))));
  }

  private static double[] row(FloatTensor matrix) {
    return matrix.rows()[0];
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theMatricesAreThoseOfTheJvm(Way way) throws IOException {
    try (Visit visit = Visit.to(way, PAGE)) {
      Map<String, String> names = visit.pictureNames();
      MiniClip.use(visit, "clip-matrix", model);
      SimilarityMatrix real = matrix(Notebook.CAPTIONS);
      SimilarityMatrix symbolic = SimilarityMatrix.symbolic(Notebook.CAPTIONS);
      visit.awaitResult(
          "clip-matrix", ClipMatrixWords.result(MESSAGES, symbolic, real, names::get));
      Locator section = visit.widget("clip-matrix");
      assertThat(section.locator(".provenance-live")).containsText(MiniClip.NAME);
      for (MatrixView view : MatrixView.values()) {
        visit.set("clip-matrix", "view", view.setting());
        assertCells(
            section.locator("table.matrix").nth(1),
            view.of(real.values(), jvm.config().logitScale()),
            view == MatrixView.LOGITS ? 0.011 : TOLERANCE);
      }

      String caption = "a kitten of squares";
      visit.set("caption-editor", "caption-cat", caption);
      Map<String, String> changed =
          Notebook.captions(Notebook.CAPTIONS.get("car"), caption, Notebook.CAPTIONS.get("puppy"));
      visit.awaitResult(
          "clip-matrix",
          ClipMatrixWords.result(
              MESSAGES, SimilarityMatrix.symbolic(changed), matrix(changed), names::get));

      Map<String, String> alike =
          Notebook.captions(Notebook.CAPTIONS.get("car"), "A cute pet", "A cute pet in the snow");
      visit.awaitResult(
          "clip-ambiguity",
          ClipAmbiguityWords.result(
              MESSAGES,
              SimilarityMatrix.symbolic(alike),
              matrix(alike),
              List.of(1, 2),
              names::get));
    }
  }

  private static void assertCells(Locator table, double[][] expected, double tolerance) {
    List<String> cells = table.locator("tbody td").allTextContents();
    for (int i = 0; i < 9; i++) {
      double shown = Double.parseDouble(cells.get(i).replace('\u2212', '-'));
      assertEquals(expected[i / 3][i % 3], shown, tolerance, "cell " + i + " of " + cells);
    }
  }

  @Test
  void aFolderIsSearchedMeasuredAndRemembered() throws IOException {
    Path folder = Files.createDirectories(work.resolve("fotos"));
    List<double[]> embeddings = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    List<String> captions = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      byte[] png =
          Png.of(120 + 7 * i, 90 + 5 * ((i * 7) % 11), Color.getHSBColor(i / 30f, 0.9f, 0.8f));
      // Not in the order of the alphabet: 2 comes before 10.
      Files.write(folder.resolve("foto-" + (i + 1) + ".png"), png);
      paths.add("fotos/foto-" + (i + 1) + ".png");
      embeddings.add(image(png));
      captions.add("picture number " + (i * 37 % 101));
    }
    Files.writeString(folder.resolve("notas.txt"), "no es una imagen");
    Files.writeString(folder.resolve("rota.png"), "tampoco");
    int given = PICTURES + 2;

    try (Visit visit = Visit.to(Way.HTTP, PAGE)) {
      MiniClip.use(visit, "clip-retrieval", model);
      Locator section = visit.widget("clip-retrieval");
      Locator field = visit.control("clip-retrieval", "folder");
      Locator count = section.locator(".clip-collection [role=status]").first();
      field.setInputFiles(folder);
      visit.await(count, ClipRetrievalWords.progress(MESSAGES, PICTURES, given, 0, PICTURES));
      assertThat(section.locator(".clip-collection details")).containsText("notas.txt");
      assertThat(section.locator(".clip-collection details")).containsText("rota.png");

      String query = "a dog in the snow";
      List<Scored> ranking = ranking(query, paths, embeddings);
      visit.awaitResult(
          "clip-retrieval", ClipRetrievalWords.result(MESSAGES, query, ranking, name -> name));
      assertThat(section.locator("li.hit:visible")).hasCount(12);
      visit.button(section, MESSAGES.get("clip-retrieval.next")).click();
      assertThat(section.locator("li.hit:visible .clip-hit").first())
          .hasText(ranking.get(12).name());

      visit.set("clip-retrieval", "captions", "list");
      Locator measure = visit.button(section, MESSAGES.get("clip-retrieval.measure"));
      visit.control("clip-retrieval", "list").fill("one");
      measure.click();
      assertThat(section.locator(".clip-measure .widget-error"))
          .hasText(MESSAGES.get("clip-retrieval.captions.count", 1, PICTURES));
      visit.control("clip-retrieval", "list").fill(String.join("\n", captions));
      measure.click();
      visit.await(section.locator(".clip-metrics"), metrics(embeddings, captions));

      visit.button(section, MESSAGES.get("clip-retrieval.restore")).click();
      assertThat(section.locator("li.hit:visible")).hasCount(3);
      visit.page().reload();
      visit.widget("clip-retrieval");
      visit.button(section, MESSAGES.get("store.bar.start", SampleModel.TITLE)).click();
      section.locator(".model-ready").waitFor();
      field.setInputFiles(folder);
      visit.await(count, ClipRetrievalWords.progress(MESSAGES, PICTURES, given, PICTURES, 0));
    }
  }

  private List<Scored> ranking(String query, List<String> paths, List<double[]> embeddings) {
    Map<String, double[]> images = new LinkedHashMap<>();
    for (int i = 0; i < paths.size(); i++) {
      images.put(paths.get(i), embeddings.get(i));
    }
    return Ranking.retrieve(text(query), images, paths.size());
  }

  private String metrics(List<double[]> images, List<String> captions) {
    Map<String, double[]> rows = new LinkedHashMap<>();
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int i = 0; i < images.size(); i++) {
      rows.put("image" + i, images.get(i));
      columns.put("text" + i, text(captions.get(i)));
    }
    double[][] matrix = SimilarityMatrix.of(rows, columns).values();
    return ClipRetrievalWords.metrics(
        MESSAGES,
        RetrievalMetrics.ranksTextToImage(matrix),
        RetrievalMetrics.ranksImageToText(matrix));
  }

  @Test
  void aLongRunIsCancelledWhatIsThereIsUsedAndTheRestFollows() throws IOException {
    Path folder = Files.createDirectories(work.resolve("muchas"));
    for (int i = 0; i < MANY; i++) {
      Files.write(
          folder.resolve("p" + i + ".png"),
          Png.of(200 + i, 150, new Color(i % 256, 255 - i % 256, 80)));
    }
    try (Visit visit = Visit.to(Way.HTTP, PAGE)) {
      MiniClip.use(visit, "clip-retrieval", model);
      Locator section = visit.widget("clip-retrieval");
      visit.control("clip-retrieval", "folder").setInputFiles(folder);
      // In the middle: some are embedded, and a button that is there can be pressed.
      section.locator(".clip-present:visible").waitFor();
      visit.button(section, MESSAGES.get("clip-retrieval.cancel")).click();
      assertThat(section.locator(".clip-collection progress")).isHidden();
      assertThat(section.locator(".clip-collection .careful-note"))
          .hasText(MESSAGES.get("clip-retrieval.cancelled"));
      Locator status = section.locator(".clip-collection [role=status]").first();
      assertTrue(!status.textContent().startsWith(MANY + " "), status.textContent());

      visit.control("clip-retrieval", "folder").setInputFiles(folder);
      assertThat(status)
          .hasText(
              Pattern.compile("^" + MANY + " .*"),
              new LocatorAssertions.HasTextOptions().setTimeout(4 * Visit.TIMEOUT));
      assertThat(section.locator(".clip-collection progress")).isHidden();
      // Those of the first run were not computed again.
      assertNotEquals(
          ClipRetrievalWords.progress(MESSAGES, MANY, MANY, 0, MANY), status.textContent());
      visit.set("clip-retrieval", "query", "a red square");
      assertThat(section.locator("li.hit:visible")).hasCount(12);
    }
  }
}
