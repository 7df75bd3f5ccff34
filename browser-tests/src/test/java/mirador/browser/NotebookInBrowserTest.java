package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import java.awt.Color;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.PatchGridWords;
import mirador.concepts.explain.PictureGalleryWords;
import mirador.concepts.explain.VqaChatWords;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.PatchGrid;
import mirador.concepts.vqa.RuleBasedVqa;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the page's widgets answer is what the notebook's own Python functions answered. Another
 * folder of fixtures may be named by {@code -Dfixtures.dir=DIR}.
 */
final class NotebookInBrowserTest {
  private static final int LEAST = 6;
  private static JsonNode fixtures;

  @BeforeAll
  static void read() throws IOException {
    String folder = System.getProperty("fixtures.dir", "");
    // Surefire passes the literal "${fixtures.dir}" when nobody set it.
    Path home =
        folder.isEmpty() || folder.startsWith("${")
            ? Texts.ROOT.resolve("concepts/src/test/resources")
            : Path.of(folder);
    fixtures = new ObjectMapper().readTree(home.resolve("notebook/notebook.json").toFile());
  }

  /** The figures at many sizes of patch, against the JVM. */
  @Test
  void patchesOfTheFigures() {
    try (Visit visit = Visit.to(Way.HTTP, "01-vit.html")) {
      int[] sizes = {8, 14, 32, 50, 77, 96, 103, 128};
      for (int i = 0; i < sizes.length; i++) {
        visit.set("patch-grid", "image", Notebook.PICTURES.get(i % 3));
        visit.set("patch-grid", "patch", Integer.toString(sizes[i]));
        PatchGrid grid = Sentences.grid(sizes[i]);
        visit.awaitResult("patch-grid", PatchGridWords.result(Texts.SPANISH, grid));
        comparePatches(visit, grid);
      }
    }
  }

  /** Pictures of exactly the fixture's heights and widths, put in the figures' places. */
  @Test
  void patchify() {
    List<JsonNode> whole = new ArrayList<>();
    List<JsonNode> none = new ArrayList<>();
    for (JsonNode entry : entries("patchify")) {
      (entry.get("count").intValue() == 0 ? none : whole).add(entry);
    }
    List<JsonNode> sample = new ArrayList<>(none.subList(0, Math.min(3, none.size())));
    int step = Math.max(1, whole.size() / 9);
    for (int i = 0; i < whole.size() && sample.size() < 12; i += step) {
      sample.add(whole.get(i));
    }
    assertTrue(sample.size() >= LEAST);
    try (Visit visit = Visit.to(Way.HTTP, "index.html")) {
      for (int first = 0; first < sample.size(); first += 3) {
        List<JsonNode> three = sample.subList(first, Math.min(first + 3, sample.size()));
        visit.open("index.html");
        for (int i = 0; i < three.size(); i++) {
          putPicture(visit, Notebook.PICTURES.get(i), three.get(i));
        }
        visit.open("01-vit.html");
        for (int i = 0; i < three.size(); i++) {
          JsonNode entry = three.get(i);
          visit.set("patch-grid", "image", Notebook.PICTURES.get(i));
          visit.set("patch-grid", "patch", entry.get("patch").asText());
          PatchGrid grid = gridOf(entry);
          visit.awaitResult("patch-grid", PatchGridWords.result(Texts.SPANISH, grid));
          if (grid.count() == 0) {
            assertEquals(0, entry.get("count").intValue());
          } else {
            compareWithFixture(visit, entry);
          }
        }
      }
    }
  }

  private static PatchGrid gridOf(JsonNode entry) {
    return new PatchGrid(
        entry.get("height").intValue(),
        entry.get("width").intValue(),
        entry.get("patch").intValue());
  }

  private static void putPicture(Visit visit, String slot, JsonNode entry) {
    int width = entry.get("width").intValue();
    int height = entry.get("height").intValue();
    String name = width + "x" + height + ".png";
    visit.give(slot, name, Png.of(width, height, Color.BLUE));
    Locator place =
        visit.find(".picture-slot").filter(new Locator.FilterOptions().setHasText(name));
    visit.await(
        place.locator(".slot-size"), PictureGalleryWords.size(Texts.SPANISH, width, height));
    visit.awaitKept(slot, name);
  }

  private static void compareWithFixture(Visit visit, JsonNode entry) {
    Locator section = visit.widget("patch-grid");
    int count = entry.get("count").intValue();
    assertEquals(
        Integer.toString(count - 1),
        section.locator("[role=slider]").getAttribute("aria-valuemax"),
        entry.toString());
    visit.button(section, Texts.SPANISH.get("frame.table")).click();
    Locator rows = section.locator(".widget-table tbody tr");
    assertEquals(
        pair(entry.get("first")), rows.first().locator("td").allTextContents().subList(2, 4));
    if (count <= rows.count()) {
      assertEquals(count, rows.count(), entry.toString());
      assertEquals(
          pair(entry.get("last")), rows.last().locator("td").allTextContents().subList(2, 4));
    } else {
      assertEquals(
          Texts.SPANISH.get("frame.table.more", count - rows.count()),
          section.locator(".widget-table tfoot").textContent());
    }
    visit.button(section, Texts.SPANISH.get("frame.table")).click();
  }

  private static List<String> pair(JsonNode xy) {
    return List.of(xy.get(0).asText(), xy.get(1).asText());
  }

  private static void comparePatches(Visit visit, PatchGrid grid) {
    Locator section = visit.widget("patch-grid");
    Locator canvas = section.locator("canvas.picture-canvas");
    canvas.focus();
    for (Map.Entry<String, Integer> key : Map.of("Home", 0, "End", grid.count() - 1).entrySet()) {
      canvas.press(key.getKey());
      visit.await(
          section.locator(".patch-token"),
          PatchGridWords.patch(Texts.SPANISH, grid, key.getValue()));
      assertEquals(
          key.getValue().toString(),
          section.locator("[role=slider]").getAttribute("aria-valuenow"));
    }
  }

  @Test
  void textEmbedding() {
    try (Visit visit = Visit.to(Way.HTTP, "02-clip.html")) {
      Map<String, String> names = visit.pictureNames();
      visit.widget("caption-editor");
      for (JsonNode entry : sample("text_embedding", 12)) {
        String text = entry.get("text").textValue();
        visit.control("caption-editor", "caption-cat").fill(text);
        assertEquals(
            shown(entry.get("vector")),
            visit
                .widget("embedding-bars")
                .locator("tbody tr td:nth-child(2) .bar-value")
                .allTextContents(),
            entry.toString());
        visit.set("query-retrieval", "query", text);
        List<String> expected = new ArrayList<>();
        for (JsonNode hit : entry.get("retrieval")) {
          expected.add(
              names.get(hit.get(0).textValue()) + " " + Numbers.fixed(hit.get(1).doubleValue(), 2));
        }
        List<String> said = new ArrayList<>();
        for (Locator hit : visit.widget("query-retrieval").locator("li.hit:visible").all()) {
          said.add(
              hit.locator(".hit-name").textContent()
                  + " "
                  + hit.locator(".bar-value").textContent());
        }
        assertEquals(expected, said, entry.toString());
        visit.awaitResult("query-retrieval", new Sentences(names).query(text));
      }
    }
  }

  private static List<String> shown(JsonNode vector) {
    List<String> shown = new ArrayList<>();
    for (JsonNode value : vector) {
      double component = value.doubleValue();
      shown.add(Numbers.fixed(component, component == 0 ? 0 : 2));
    }
    return shown;
  }

  @Test
  void similarityMatrix() {
    try (Visit visit = Visit.to(Way.HTTP, "02-clip.html")) {
      Locator section = visit.widget("similarity-matrix");
      List<String> twoDigits = new ArrayList<>();
      List<String> fourDigits = new ArrayList<>();
      for (JsonNode row : fixtures.get("similarity_matrix").get("values")) {
        for (JsonNode value : row) {
          twoDigits.add(Numbers.fixed(value.doubleValue(), 2));
          fourDigits.add(Numbers.fixed(value.doubleValue(), 4));
        }
      }
      assertTrue(twoDigits.size() >= LEAST);
      assertEquals(twoDigits, section.locator("table.matrix tbody td").allTextContents());
      visit.button(section, Texts.SPANISH.get("frame.table")).click();
      assertEquals(fourDigits, section.locator(".widget-table tbody td").allTextContents());
    }
  }

  @Test
  void vqa() {
    try (Visit visit = Visit.to(Way.HTTP, "03-vqa.html")) {
      Map<String, String> names = visit.pictureNames();
      Locator section = visit.widget("vqa-chat");
      for (JsonNode entry : sample("vqa", 20)) {
        String image = entry.get("image").textValue();
        String question = entry.get("question").textValue();
        if (question.isBlank()) {
          continue; // the page asks for a question instead
        }
        visit.set("vqa-chat", "image", image);
        visit.control("vqa-chat", "box").fill(question);
        visit.control("vqa-chat", "box").press("Enter");
        visit.awaitResult(
            "vqa-chat",
            VqaChatWords.result(
                Texts.SPANISH, names.get(image), RuleBasedVqa.answer(image, question.strip())));
        Locator turn = section.locator(".chat-turn").last();
        assertEquals(question.strip(), turn.locator(".chat-question").textContent());
        assertEquals(
            entry.get("answer").textValue(),
            turn.locator(".chat-answer").textContent(),
            entry.toString());
      }
    }
  }

  @Test
  void mllmRouter() {
    try (Visit visit = Visit.to(Way.HTTP, "04-mllm.html")) {
      Sentences sentences = new Sentences(Map.of());
      for (JsonNode entry : entries("mllm_router")) {
        String modality = entry.get("modality").textValue();
        visit.set("modality-router", "modality", modality);
        visit.awaitResult(
            "modality-router", sentences.of("modality-router", Map.of("modality", modality)));
        String line = visit.widget("modality-router").locator(".router-printed").textContent();
        assertTrue(
            line.contains(" -> " + entry.get("encoder").textValue() + " -> ")
                && line.contains(" -> " + entry.get("output").textValue()),
            entry + " against " + line);
      }
      Locator section = visit.widget("modality-router");
      visit.button(section, Texts.SPANISH.get("frame.table")).click();
      List<String> cells = section.locator(".widget-table tbody td").allTextContents();
      List<String> expected = new ArrayList<>();
      for (JsonNode entry : entries("mllm_router")) {
        expected.add(entry.get("encoder").textValue());
        expected.add(entry.get("output").textValue());
      }
      assertEquals(expected, cells);
    }
  }

  @Test
  void multimodalResponder() {
    List<JsonNode> byLink = new ArrayList<>();
    int asked = 0;
    try (Visit visit = Visit.to(Way.HTTP, "04-mllm.html")) {
      Locator section = visit.widget("multimodal-responder");
      for (JsonNode entry : sample("multimodal_responder", 32)) {
        Map<String, String> values = responderSettings(entry);
        if (!values.get("image").isEmpty() && !Notebook.PICTURES.contains(values.get("image"))) {
          continue; // the page offers its three pictures only
        }
        if (values.get("audio").endsWith("9") || values.get("video").endsWith("9")) {
          byLink.add(entry);
          continue;
        }
        values.forEach((name, value) -> visit.set("multimodal-responder", name, value));
        visit.await(section.locator(".responder-answer"), entry.get("answer").textValue());
        asked++;
      }
      assertTrue(asked >= LEAST, "asked by the form: " + asked);
      for (JsonNode entry : byLink.subList(0, Math.min(4, byLink.size()))) {
        visit.open("04-mllm.html" + query("multimodal-responder", responderSettings(entry)));
        visit.widget("multimodal-responder");
        visit.await(
            visit.find("#multimodal-responder .responder-answer"), entry.get("answer").textValue());
      }
    }
  }

  private static Map<String, String> responderSettings(JsonNode entry) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String name : List.of("prompt", "image", "audio", "video")) {
      settings.put(name, Objects.requireNonNullElse(entry.get(name).textValue(), ""));
    }
    return settings;
  }

  private static String query(String widget, Map<String, String> settings) {
    StringBuilder query = new StringBuilder();
    settings.forEach(
        (name, value) ->
            query
                .append(query.isEmpty() ? '?' : '&')
                .append(widget)
                .append('.')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return query.toString();
  }

  @Test
  void retrievalMetrics() {
    try (Visit visit = Visit.to(Way.HTTP, "02-clip.html")) {
      int typed = 0;
      for (JsonNode entry : entries("retrieval_metrics")) {
        double[][] matrix = matrix(entry.get("image_by_text"));
        visit.open(
            "02-clip.html" + query("retrieval-metrics", Map.of("matrix", written(matrix, 6))));
        compareMetrics(visit, entry, matrix);
        double[][] rounded = matrix(matrix, 2);
        if (matrix.length <= 3 && sameRanks(entry, rounded)) {
          visit.open("02-clip.html");
          type(visit, rounded);
          compareMetrics(visit, entry, rounded);
          typed++;
        }
      }
      assertTrue(typed >= 2, "matrices typed: " + typed);
    }
  }

  private static void compareMetrics(Visit visit, JsonNode entry, double[][] matrix) {
    Locator section = visit.widget("retrieval-metrics");
    visit.awaitResult("retrieval-metrics", Sentences.metrics(matrix));
    Locator tables = section.locator(".metrics-tables table");
    List<String> ways = List.of("text_to_image", "image_to_text");
    for (int way = 0; way < 2; way++) {
      List<String> ranks = new ArrayList<>();
      entry.get("ranks_" + ways.get(way)).forEach(rank -> ranks.add(rank.asText()));
      assertEquals(
          ranks,
          tables.nth(way).locator("tbody tr td:nth-child(3)").allTextContents(),
          ways.get(way) + " of " + entry);
      List<String> measures = new ArrayList<>();
      for (String k : List.of("1", "2", "3")) {
        measures.add(Numbers.fixed(entry.get("recall_" + ways.get(way)).get(k).doubleValue(), 3));
      }
      measures.add(Numbers.fixed(entry.get("map_" + ways.get(way)).doubleValue(), 3));
      assertEquals(
          measures,
          tables.nth(2).locator("tbody tr td:nth-child(" + (way + 2) + ")").allTextContents(),
          ways.get(way) + " of " + entry);
    }
  }

  /** Writes a matrix cell by cell into the page's own of 3 x 3. */
  private static void type(Visit visit, double[][] matrix) {
    Locator section = visit.widget("retrieval-metrics");
    Locator remove = visit.button(section, Texts.SPANISH.get("retrieval-metrics.remove"));
    for (int size = 3; size > matrix.length; size--) {
      remove.click();
    }
    Locator cells = section.locator(".metrics-matrix input");
    assertEquals(matrix.length * matrix.length, cells.count());
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        cells.nth(i * matrix.length + j).fill(Numbers.plain(matrix[i][j], 2));
      }
    }
  }

  private static boolean sameRanks(JsonNode entry, double[][] matrix) {
    return entry.get("ranks_text_to_image").equals(tree(RetrievalMetrics.ranksTextToImage(matrix)))
        && entry.get("ranks_image_to_text").equals(tree(RetrievalMetrics.ranksImageToText(matrix)));
  }

  private static JsonNode tree(int[] numbers) {
    return new ObjectMapper().valueToTree(numbers);
  }

  private static double[][] matrix(JsonNode rows) {
    double[][] matrix = new double[rows.size()][rows.size()];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = rows.get(i).get(j).doubleValue();
      }
    }
    return matrix;
  }

  private static double[][] matrix(double[][] exact, int digits) {
    double[][] rounded = new double[exact.length][exact.length];
    for (int i = 0; i < exact.length; i++) {
      for (int j = 0; j < exact.length; j++) {
        rounded[i][j] = Double.parseDouble(Numbers.plain(exact[i][j], digits));
      }
    }
    return rounded;
  }

  private static String written(double[][] matrix, int digits) {
    StringBuilder text = new StringBuilder();
    for (double[] row : matrix) {
      text.append(text.isEmpty() ? "" : ";");
      for (double value : row) {
        text.append(' ').append(Numbers.plain(value, digits));
      }
    }
    return text.toString().strip();
  }

  /** Entries taken at equal distances. */
  private static List<JsonNode> sample(String kind, int count) {
    List<JsonNode> all = entries(kind);
    List<JsonNode> sample = new ArrayList<>();
    for (int i = 0; i < count && i < all.size(); i++) {
      sample.add(all.get(i * all.size() / Math.min(count, all.size())));
    }
    return sample;
  }

  private static List<JsonNode> entries(String kind) {
    List<JsonNode> entries = StreamSupport.stream(fixtures.get(kind).spliterator(), false).toList();
    assertTrue(
        entries.size() >= (kind.equals("mllm_router") ? 5 : LEAST), kind + ": " + entries.size());
    return entries;
  }
}
