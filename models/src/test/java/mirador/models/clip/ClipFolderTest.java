package mirador.models.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.clip.Embeddings;
import mirador.concepts.image.Picture;
import mirador.concepts.retrieval.Cosine;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.vit.AttentionMaps;
import mirador.models.export.ClipExporter;
import mirador.models.export.ExportProgress;
import mirador.models.export.Variant;
import mirador.models.folder.ModelFolderException;
import mirador.models.random.RandomClip;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: random weights, export, model folder, pictures and texts. */
class ClipFolderTest {
  private static final List<String> TEXTS = List.of("a cat", "un coche rojo y veloz", "");

  @TempDir static Path temporary;
  private static ClipFolder clip;
  private static ClipModel model;

  @BeforeAll
  static void make() throws IOException {
    Path from = temporary.resolve("hf");
    new RandomClip(RandomClip.Sizes.small(2, 64)).write(from, 5, null);
    new ClipExporter(
            new ClipExporter.Settings(
                from,
                temporary,
                List.of(Variant.FP32, Variant.INT8),
                "clip-random",
                "nobody/clip-random",
                "CC0-1.0",
                false),
            ExportProgress.SILENT)
        .export();
    clip = ClipFolder.open(temporary.resolve("fp32"), 1);
    model = clip.model();
  }

  @AfterAll
  static void close() {
    clip.close();
  }

  @Test
  void theExactShapesHaveThePublishedNumberOfWeights() {
    assertEquals(151_277_313, new RandomClip(RandomClip.Sizes.VIT_B_32).count());
  }

  @Test
  void theSameSeedGivesTheSameFiles() throws IOException {
    Path again = temporary.resolve("again");
    Path other = temporary.resolve("other");
    new RandomClip(RandomClip.Sizes.small(1, 64)).write(again, 5, null);
    byte[] first = Files.readAllBytes(again.resolve("model.safetensors"));
    new RandomClip(RandomClip.Sizes.small(1, 64)).write(again, 5, null);
    new RandomClip(RandomClip.Sizes.small(1, 64)).write(other, 6, null);
    assertArrayEquals(first, Files.readAllBytes(again.resolve("model.safetensors")));
    byte[] different = Files.readAllBytes(other.resolve("model.safetensors"));
    assertEquals(first.length, different.length);
    assertTrue(!Arrays.equals(first, different));
  }

  @Test
  void batchesGiveWhatSinglesGive() {
    List<Picture> pictures = pictures(9); // more than go in at once
    FloatTensor all = model.imageEmbeddings(pictures);
    assertEquals(9, all.shape().size(0));
    for (int i = 0; i < 9; i++) {
      FloatTensor one = model.imageEmbeddings(List.of(pictures.get(i)));
      assertArrayEquals(one.values(), all.slice(i).values(), 1e-5f);
      assertEquals(1, Cosine.norm(one.rows()[0]), 1e-6);
    }
    FloatTensor texts = model.textEmbeddings(TEXTS);
    for (int i = 0; i < TEXTS.size(); i++) {
      // alone a text is shorter: padding changes nothing
      FloatTensor one = model.textEmbeddings(List.of(TEXTS.get(i)));
      assertArrayEquals(one.values(), texts.slice(i).values(), 1e-5f);
    }
    assertEquals(0, model.imageEmbeddings(List.of()).shape().size(0));
  }

  @Test
  void eightBitsGiveNearlyTheSame() throws IOException {
    List<Picture> pictures = pictures(3);
    try (ClipFolder small = ClipFolder.open(temporary.resolve("int8"), 1)) {
      assertNear(model.imageEmbeddings(pictures), small.model().imageEmbeddings(pictures));
      assertNear(model.textEmbeddings(TEXTS), small.model().textEmbeddings(TEXTS));
    }
  }

  private static void assertNear(FloatTensor exact, FloatTensor rounded) {
    for (int i = 0; i < exact.shape().size(0); i++) {
      double cosine = Cosine.of(exact.rows()[i], rounded.rows()[i]);
      assertTrue(cosine > 0.995, "cosine " + cosine);
    }
  }

  @Test
  void probabilitiesAreTheSoftmaxOfTheScaledCosines() {
    FloatTensor images = model.imageEmbeddings(pictures(2));
    FloatTensor texts = model.textEmbeddings(TEXTS);
    FloatTensor cosines = Embeddings.cosines(images, texts);
    FloatTensor probabilities = model.probabilities(images, texts);
    for (int i = 0; i < 2; i++) {
      double sum = 0;
      for (int j = 0; j < 3; j++) {
        sum += Math.exp(100 * cosines.slice(i).values()[j]);
      }
      for (int j = 0; j < 3; j++) {
        assertEquals(
            Math.exp(100 * cosines.slice(i).values()[j]) / sum,
            probabilities.slice(i).values()[j],
            1e-5);
      }
    }
  }

  @Test
  void aClassifierIsTheMeanOverItsTemplates() {
    List<String> templates = List.of(ClipModel.A_PHOTO_OF, "{}, drawn");
    FloatTensor classes = model.zeroShotClassifier(List.of("cat", "car"), templates);
    FloatTensor texts = model.textEmbeddings(List.of("a photo of a car.", "car, drawn"));
    double[] mean = new double[texts.shape().size(1)];
    for (int k = 0; k < mean.length; k++) {
      mean[k] = (texts.rows()[0][k] + texts.rows()[1][k]) / 2;
    }
    double norm = Cosine.norm(mean);
    for (int k = 0; k < mean.length; k++) {
      assertEquals(mean[k] / norm, classes.rows()[1][k], 1e-5);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> model.zeroShotClassifier(List.of("cat"), List.of("a photo")));
    assertThrows(
        IllegalArgumentException.class, () -> model.zeroShotClassifier(List.of("cat"), List.of()));
  }

  @Test
  void attentionRowsSumToOneAndNoTokenSeesALaterOne() {
    AttentionMaps picture = model.attention(pictures(1).get(0));
    assertEquals(50, picture.tokens());
    AttentionMaps text = model.attention("a cat");
    assertEquals(model.encode("a cat").length(), text.tokens());
    for (AttentionMaps maps : List.of(picture, text)) {
      for (int layer = 0; layer < maps.layers(); layer++) {
        for (int from = 0; from < maps.tokens(); from++) {
          double sum = 0;
          for (double weight : maps.row(layer, 0, from)) {
            sum += weight;
          }
          assertEquals(1, sum, 1e-5);
        }
      }
    }
    for (int from = 0; from < text.tokens(); from++) {
      for (int to = from + 1; to < text.tokens(); to++) {
        assertEquals(0, text.weight(1, 0, from, to));
      }
    }
    assertEquals(3, model.states("a cat").size());
    assertEquals(3, model.states(pictures(1).get(0)).size());
  }

  @Test
  void aModelWithoutTokenizerOrOfDamagedFilesIsRefused() throws IOException {
    Path copy = Files.createDirectory(temporary.resolve("copy"));
    try (var files = Files.list(temporary.resolve("int8"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    ClipFolder.open(copy, 1).close();
    String manifest = Files.readString(copy.resolve("manifest.json"));
    Files.writeString(
        copy.resolve("manifest.json"), manifest.replace("\"vocab.json\"", "\"words.json\""));
    assertThrows(ModelFolderException.class, () -> ClipFolder.open(copy, 1).close());
    Files.writeString(copy.resolve("manifest.json"), manifest.replace("\"clip\"", "\"blip2\""));
    assertThrows(ModelFolderException.class, () -> ClipFolder.open(copy, 1).close());
  }

  private static List<Picture> pictures(int count) {
    Random random = new Random(3);
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] rgb = new byte[3 * (20 + i) * 16];
      random.nextBytes(rgb);
      pictures.add(new Picture(20 + i, 16, rgb));
    }
    return pictures;
  }
}
