package mirador.concepts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.Notebook;
import mirador.concepts.mllm.ModalityRouter;
import mirador.concepts.mllm.MultimodalResponder;
import mirador.concepts.mllm.Route;
import mirador.concepts.retrieval.Ranking;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.retrieval.Scored;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.symbolic.SymbolicEmbedder;
import mirador.concepts.vit.PatchGrid;
import mirador.concepts.vqa.RuleBasedVqa;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Replays what the notebook's own Python functions answered, every entry of every kind. Another
 * folder of fixtures may be named by {@code -Dfixtures.dir=DIR}.
 */
class NotebookConformanceTest {
  private static final double TOLERANCE = 1e-12;
  private static JsonNode fixtures;

  @BeforeAll
  static void read() throws IOException {
    String folder = System.getProperty("fixtures.dir", "");
    ObjectMapper json = new ObjectMapper();
    // Surefire passes the literal "${fixtures.dir}" when nobody set it.
    if (folder.isEmpty() || folder.startsWith("${")) {
      try (InputStream in =
          NotebookConformanceTest.class.getResourceAsStream("/notebook/notebook.json")) {
        fixtures = json.readTree(in);
      }
    } else {
      fixtures = json.readTree(Files.readAllBytes(Path.of(folder, "notebook", "notebook.json")));
    }
  }

  @Test
  void everyKindIsReplayedHere() {
    List<String> kinds = new ArrayList<>();
    fixtures.fieldNames().forEachRemaining(kinds::add);
    assertEquals(
        List.of(
            "mllm_router",
            "multimodal_responder",
            "patchify",
            "retrieval_metrics",
            "similarity_matrix",
            "text_embedding",
            "vqa"),
        kinds.stream().sorted().toList());
  }

  @Test
  void patchify() {
    for (JsonNode entry : entries("patchify")) {
      PatchGrid grid =
          new PatchGrid(integer(entry, "height"), integer(entry, "width"), integer(entry, "patch"));
      int[] cropped = {grid.croppedHeight(), grid.croppedWidth()};
      assertArrayEquals(integers(field(entry, "cropped")), cropped, entry.toString());
      assertEquals(integer(entry, "count"), grid.count(), entry.toString());
      if (grid.count() == 0) {
        assertTrue(field(entry, "first").isNull() && field(entry, "last").isNull());
        continue;
      }
      int last = grid.count() - 1;
      assertArrayEquals(
          integers(field(entry, "first")), new int[] {grid.x(0), grid.y(0)}, entry.toString());
      assertArrayEquals(
          integers(field(entry, "last")), new int[] {grid.x(last), grid.y(last)}, entry.toString());
    }
  }

  @Test
  void textEmbedding() {
    for (JsonNode entry : entries("text_embedding")) {
      String text = text(entry, "text");
      assertArrayEquals(
          doubles(field(entry, "vector")),
          SymbolicEmbedder.text(text).vector(),
          TOLERANCE,
          entry.toString());
      JsonNode expected = field(entry, "retrieval");
      List<Scored> ranking = Ranking.retrieve(text, 3);
      assertEquals(expected.size(), ranking.size());
      for (int i = 0; i < ranking.size(); i++) {
        assertEquals(expected.get(i).get(0).textValue(), ranking.get(i).name(), entry.toString());
        assertEquals(
            expected.get(i).get(1).doubleValue(),
            ranking.get(i).score(),
            TOLERANCE,
            entry.toString());
      }
    }
  }

  @Test
  void similarityMatrix() {
    JsonNode expected = field(fixtures, "similarity_matrix");
    SimilarityMatrix matrix = SimilarityMatrix.symbolic(Notebook.CAPTIONS);
    assertEquals(texts(field(expected, "rows")), matrix.rows());
    assertEquals(texts(field(expected, "cols")), matrix.columns());
    double[][] values = matrix(field(expected, "values"));
    assertEquals(values.length, matrix.values().length);
    assertTrue(values.length > 0);
    for (int i = 0; i < values.length; i++) {
      assertArrayEquals(values[i], matrix.values()[i], TOLERANCE);
    }
  }

  @Test
  void vqa() {
    for (JsonNode entry : entries("vqa")) {
      assertEquals(
          text(entry, "answer"),
          RuleBasedVqa.answer(text(entry, "image"), text(entry, "question")).text(),
          entry.toString());
    }
  }

  @Test
  void mllmRouter() {
    for (JsonNode entry : entries("mllm_router")) {
      assertEquals(
          new Route(text(entry, "encoder"), text(entry, "output")),
          ModalityRouter.route(text(entry, "modality")));
    }
  }

  @Test
  void multimodalResponder() {
    for (JsonNode entry : entries("multimodal_responder")) {
      assertEquals(
          text(entry, "answer"),
          MultimodalResponder.NOTEBOOK
              .answer(
                  text(entry, "prompt"),
                  field(entry, "image").textValue(),
                  field(entry, "audio").textValue(),
                  field(entry, "video").textValue())
              .text(),
          entry.toString());
    }
  }

  @Test
  void retrievalMetrics() {
    for (JsonNode entry : entries("retrieval_metrics")) {
      double[][] imageByText = matrix(field(entry, "image_by_text"));
      int[] textToImage = RetrievalMetrics.ranksTextToImage(imageByText);
      int[] imageToText = RetrievalMetrics.ranksImageToText(imageByText);
      assertArrayEquals(integers(field(entry, "ranks_text_to_image")), textToImage);
      assertArrayEquals(integers(field(entry, "ranks_image_to_text")), imageToText);
      assertRecalls(field(entry, "recall_text_to_image"), textToImage);
      assertRecalls(field(entry, "recall_image_to_text"), imageToText);
      assertEquals(
          field(entry, "map_text_to_image").doubleValue(),
          RetrievalMetrics.meanAveragePrecision(textToImage),
          TOLERANCE);
      assertEquals(
          field(entry, "map_image_to_text").doubleValue(),
          RetrievalMetrics.meanAveragePrecision(imageToText),
          TOLERANCE);
    }
  }

  private static void assertRecalls(JsonNode expected, int[] ranks) {
    assertTrue(expected.size() > 0);
    expected.forEachEntry(
        (k, recall) ->
            assertEquals(
                recall.doubleValue(),
                RetrievalMetrics.recallAtK(ranks, Integer.parseInt(k)),
                TOLERANCE));
  }

  private static JsonNode entries(String kind) {
    JsonNode entries = field(fixtures, kind);
    assertTrue(entries.isArray() && entries.size() > 0, "no entries of the kind " + kind);
    return entries;
  }

  private static JsonNode field(JsonNode node, String name) {
    assertTrue(node.has(name), "no field " + name + " in " + node);
    return node.get(name);
  }

  private static String text(JsonNode node, String name) {
    assertTrue(field(node, name).isTextual(), name + " is no text in " + node);
    return node.get(name).textValue();
  }

  private static int integer(JsonNode node, String name) {
    assertTrue(field(node, name).isInt(), name + " is no integer in " + node);
    return node.get(name).intValue();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.textValue()));
    return texts;
  }

  private static int[] integers(JsonNode array) {
    int[] integers = new int[array.size()];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = array.get(i).intValue();
    }
    return integers;
  }

  private static double[] doubles(JsonNode array) {
    double[] doubles = new double[array.size()];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = array.get(i).doubleValue();
    }
    return doubles;
  }

  private static double[][] matrix(JsonNode rows) {
    double[][] matrix = new double[rows.size()][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = doubles(rows.get(i));
    }
    return matrix;
  }
}
