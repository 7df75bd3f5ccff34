package mirador.trainer.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mirador.concepts.image.Picture;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tokenizer.ClipTokenizer;
import mirador.models.clip.ClipFolder;
import mirador.models.export.ClipExporter;
import mirador.models.export.ExportProgress;
import mirador.models.export.Variant;
import mirador.trainer.data.PairBatch;
import mirador.trainer.data.PairBatches;
import mirador.trainer.data.ScenePool.Scene;
import mirador.trainer.nn.AdamW;
import mirador.trainer.run.TrainingRun;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SceneSampler;
import mirador.training.scenes.Split;
import mirador.training.tokenizer.BpeTrainer;
import mirador.training.tokenizer.TrainedTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClipNetworkTest {
  private static final List<String> TEXTS = List.of("a red car at sunset", "un gato azul", "x");
  private static final TrainedTokenizer TRAINED = BpeTrainer.clip(TEXTS, 40);
  private static final ClipSizes SIZES =
      new ClipSizes(24, 8, 16, 2, 12, 2, 4, 16, TRAINED.size(), 10);

  /** Half precision of the weights is all that lies between the two. */
  private static final float TOLERANCE = 4e-3f;

  @TempDir Path folder;

  private static ClipTokenizer tokenizer() {
    return new ClipTokenizer(
        TRAINED.vocab(),
        TRAINED.merges(),
        SIZES.context(),
        text -> Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  @Test
  void whatIsWrittenAndExportedGivesWhatTheNetworkGave() throws IOException {
    List<SceneFacts> facts =
        List.of(
            SceneSampler.facts(Split.TRAIN, 1),
            SceneSampler.facts(Split.TRAIN, 2),
            SceneSampler.facts(Split.TRAIN, 3));
    List<byte[]> drawn =
        facts.stream().map(one -> SceneSampler.draw(one, 7, SIZES.image())).toList();
    try (NDManager manager = NDManager.newBaseManager()) {
      ClipNetwork network = new ClipNetwork(SIZES, manager, 3);
      PairBatch batch =
          PairBatches.ofSingles(SIZES, tokenizer(), 1)
              .of(
                  facts.stream()
                      .map(one -> new Scene(one, drawn.get(facts.indexOf(one)), false))
                      .toList(),
                  TEXTS);
      float[] pictures = network.pictures(batch.patches(manager)).toFloatArray();
      float[] texts = network.texts(batch.ids(manager), batch.ends(manager)).toFloatArray();

      Path weights = folder.resolve("weights");
      new ClipFiles(network, TRAINED).write(weights);
      new ClipExporter(
              new ClipExporter.Settings(
                  weights,
                  folder.resolve("onnx"),
                  List.of(Variant.FP32),
                  "tiny",
                  "test",
                  "Apache-2.0",
                  true),
              ExportProgress.SILENT)
          .export();
      try (ClipFolder exported = ClipFolder.open(folder.resolve("onnx").resolve("fp32"))) {
        List<Picture> seen =
            drawn.stream().map(rgb -> new Picture(SIZES.image(), SIZES.image(), rgb)).toList();
        FloatTensor images = exported.model().imageEmbeddings(seen);
        assertArrayEquals(pictures, images.values(), TOLERANCE);
        assertArrayEquals(texts, exported.model().textEmbeddings(TEXTS).values(), TOLERANCE);
      }
    }
  }

  @Test
  void theLossOfALotOfTrainingIsLowAndATrainingThatWasStoppedGoesOnAlike() throws Exception {
    List<Float> straight = train(folder.resolve("straight"), 60, 60);
    List<Float> half = train(folder.resolve("stopped"), 30, 60);
    assertNotEquals(straight, half);
    List<Float> stopped = train(folder.resolve("stopped"), 60, 60);
    assertEquals(straight.size(), stopped.size());
    for (int i = 0; i < straight.size(); i++) {
      assertEquals(straight.get(i), stopped.get(i), 1e-4f, "number " + i);
    }
    List<String> log = Files.readAllLines(folder.resolve("straight").resolve("log.csv"));
    double first = loss(log, 25);
    double later = loss(log, 50);
    assertTrue(later < first - 0.1, first + " to " + later);
    assertTrue(Files.size(folder.resolve("straight").resolve("curves.png")) > 1000);
  }

  private static double loss(List<String> log, int step) {
    return log.stream()
        .filter(line -> line.startsWith(step + ",loss,"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Trains to a step as if the training were that long; gives embeddings. Weights are not compared:
   * some, such as the biases of keys, change nothing, and Adam makes steps of rounding errors
   * there.
   */
  private static List<Float> train(Path work, int until, int steps) throws Exception {
    try (NDManager manager = NDManager.newBaseManager()) {
      ClipNetwork network = new ClipNetwork(SIZES, manager, 3);
      PairBatches batches = PairBatches.ofSingles(SIZES, tokenizer(), 1);
      AdamW.Settings optimiser = new AdamW.Settings(2e-3, 5, steps, 0.05, 1);
      new TrainingRun(work, optimiser, 15, until, new PrintWriter(new StringWriter()))
          .run(new ClipTraining(network, batches, 16, manager), manager);
      List<Float> numbers = new ArrayList<>();
      PairBatch batch = batches.of(0, 8);
      for (float number : network.pictures(batch.patches(manager)).toFloatArray()) {
        numbers.add(number);
      }
      for (float number : network.texts(batch.ids(manager), batch.ends(manager)).toFloatArray()) {
        numbers.add(number);
      }
      return numbers;
    }
  }

  @Test
  void aTrainingOnFinerPicturesBeginsWhereTheCoarserOneEnded() throws IOException {
    ClipSizes finer = new ClipSizes(24, 4, 16, 2, 12, 2, 4, 16, TRAINED.size(), 10);
    try (NDManager manager = NDManager.newBaseManager()) {
      ClipNetwork coarse = new ClipNetwork(SIZES, manager, 3);
      new ClipFiles(coarse, TRAINED).write(folder);
      ClipNetwork same = new ClipNetwork(SIZES, manager, 4);
      ClipStart.from(folder, same, TRAINED.vocab());
      ClipNetwork fine = new ClipNetwork(finer, manager, 4);
      ClipStart.from(folder, fine, TRAINED.vocab());
      NDArray grey = manager.full(new Shape(1, 9, SIZES.patchNumbers()), 0.3f);
      NDArray fineGrey = manager.full(new Shape(1, 36, finer.patchNumbers()), 0.3f);
      float[] before = coarse.pictureEmbeddings(grey).toFloatArray();
      assertArrayEquals(before, same.pictureEmbeddings(grey).toFloatArray(), TOLERANCE);
      // In a grey picture tokens differ by their places alone, and those of the corners stay.
      float[] after = fine.pictureEmbeddings(fineGrey).toFloatArray();
      int width = SIZES.visionWidth();
      for (int[] token : new int[][] {{0, 0}, {1, 1}, {3, 6}, {7, 31}, {9, 36}}) {
        assertArrayEquals(
            Arrays.copyOfRange(before, token[0] * width, (token[0] + 1) * width),
            Arrays.copyOfRange(after, token[1] * width, (token[1] + 1) * width),
            TOLERANCE,
            token[0] + " and " + token[1]);
      }
      IOException failure =
          assertThrows(IOException.class, () -> ClipStart.from(folder, same, Map.of("another", 0)));
      assertTrue(failure.getMessage().contains("tokens"), failure.getMessage());
    }
  }
}
