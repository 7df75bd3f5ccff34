package mirador.models.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.ClipEncoders;
import mirador.concepts.clip.Embeddings;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.retrieval.Cosine;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Shape;
import mirador.concepts.tensor.Tensor;
import mirador.concepts.vit.AttentionMaps;
import mirador.concepts.vit.AttentionRollout;
import mirador.models.HfFolders;
import mirador.models.folder.ModelFolder;
import mirador.models.ort.OnnxRuntimeSession;
import mirador.models.safetensors.SafetensorsFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Weights of Hugging Face's layout, through the exporter and ONNX Runtime, give what the reference
 * implementation gave: all of it, attention maps included, within the tolerances that come with the
 * reference.
 */
class HfClipConformanceTest {
  private static final double EMBEDS = 2e-5; // embeddings, features, probabilities, attention
  private static final double STATES = 1e-4; // hidden states and what is pooled
  private static final double LOGITS = 2e-4;

  /** Of 16-bit floats: elements of embeddings of length 1. */
  private static final double HALF_EMBEDS = 5e-3;

  @TempDir Path to;

  static List<Path> folders() {
    return HfFolders.clip();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyOutputOfTheReferenceIsReproduced(Path folder) throws IOException {
    try (Exported model = export(folder, Variant.FP32);
        SafetensorsFile fixtures = HfFolders.fixtures(folder)) {
      Map<String, FloatTensor> given = model.outputs(fixtures);
      TreeSet<String> listed = new TreeSet<>();
      for (String name : fixtures.names()) {
        if (name.startsWith("out.")) {
          listed.add(name);
          assertTrue(given.containsKey(name), "the reference lists " + name);
          assertNear(name, fixtures.floats(name), given.get(name), tolerance(name));
        }
      }
      assertTrue(listed.size() >= 20, "outputs of the reference: " + listed);
      assertEquals(listed, new TreeSet<>(given.keySet()), "outputs without a reference");
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void eightBitEmbeddingsPointTheSameWay(Path folder) throws IOException {
    assertCosines(folder, Variant.INT8, 0.995);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void sixteenBitEmbeddingsAreNear(Path folder) throws IOException {
    assertCosines(folder, Variant.FP16, 0.9999);
    try (Exported model = export(folder, Variant.FP16);
        SafetensorsFile fixtures = HfFolders.fixtures(folder)) {
      Map<String, FloatTensor> given = model.outputs(fixtures);
      for (String name : List.of("out.image_embeds", "out.text_embeds")) {
        assertNear(name, fixtures.floats(name), given.get(name), HALF_EMBEDS);
      }
    }
  }

  private void assertCosines(Path folder, Variant variant, double least) throws IOException {
    try (Exported model = export(folder, variant);
        SafetensorsFile fixtures = HfFolders.fixtures(folder)) {
      Map<String, FloatTensor> given = model.outputs(fixtures);
      for (String name : List.of("out.image_embeds", "out.text_embeds", "out.nomask.text_embeds")) {
        double[][] expected = fixtures.floats(name).rows();
        double[][] actual = given.get(name).rows();
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
          double cosine = Cosine.of(expected[i], actual[i]);
          assertTrue(cosine >= least, name + " " + i + ": cosine " + cosine);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void rolloutAfterEachLayerIsThatOfThePaper(Path folder) throws IOException {
    try (Exported model = export(folder, Variant.FP32);
        SafetensorsFile fixtures = HfFolders.fixtures(folder)) {
      FloatTensor pixels = fixtures.floats("in.pixel_values");
      for (int picture = 0; picture < pixels.shape().size(0); picture++) {
        FloatTensor one = one(pixels, picture);
        AttentionMaps maps = model.encoders.imageAttention(one);
        for (int layers = 0; layers <= maps.layers(); layers++) {
          double[][] expected = plainRollout(fixtures, picture, layers, maps.tokens());
          double[][] actual = AttentionRollout.of(maps, layers);
          for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
              assertEquals(expected[i][j], actual[i][j], EMBEDS);
            }
          }
        }
      }
    }
  }

  /** Abnar and Zuidema 2020, written out index by index, on the reference's own attention. */
  private static double[][] plainRollout(
      SafetensorsFile fixtures, int picture, int layers, int tokens) throws IOException {
    double[][] rollout = new double[tokens][tokens];
    for (int i = 0; i < tokens; i++) {
      rollout[i][i] = 1;
    }
    for (int layer = 0; layer < layers; layer++) {
      FloatTensor all = fixtures.floats("out.vision.attentions." + layer);
      int heads = all.shape().size(1);
      double[][] next = new double[tokens][tokens];
      for (int i = 0; i < tokens; i++) {
        double rowSum = 0;
        double[] row = new double[tokens];
        for (int k = 0; k < tokens; k++) {
          double mean = 0;
          for (int head = 0; head < heads; head++) {
            mean += all.values()[((picture * heads + head) * tokens + i) * tokens + k];
          }
          row[k] = 0.5 * mean / heads + (i == k ? 0.5 : 0);
          rowSum += row[k];
        }
        for (int j = 0; j < tokens; j++) {
          for (int k = 0; k < tokens; k++) {
            next[i][j] += row[k] / rowSum * rollout[k][j];
          }
        }
      }
      rollout = next;
    }
    return rollout;
  }

  private Exported export(Path folder, Variant variant) throws IOException {
    ClipExporter.Settings settings =
        new ClipExporter.Settings(
            folder, to, List.of(variant), "clip-test", null, "Apache-2.0", false);
    new ClipExporter(settings, ExportProgress.SILENT).export();
    return new Exported(ModelFolder.open(to.resolve(variant.toString())));
  }

  private static double tolerance(String name) {
    if (name.contains("logits")) {
      return LOGITS;
    }
    return name.contains("hidden_state") || name.contains("pooler") || name.contains("features")
        ? STATES
        : EMBEDS;
  }

  private static void assertNear(
      String name, FloatTensor expected, FloatTensor actual, double tolerance) {
    assertEquals(expected.shape(), actual.shape(), name);
    for (int i = 0; i < expected.values().length; i++) {
      assertEquals(expected.values()[i], actual.values()[i], tolerance, name + " at " + i);
    }
  }

  private static FloatTensor one(FloatTensor batch, int index) {
    FloatTensor slice = batch.slice(index);
    int[] sizes = slice.shape().toArray();
    return FloatTensor.of(slice.values(), 1, sizes[0], sizes[1], sizes[2]);
  }

  /** An exported model, run on the inputs of the reference. */
  private static final class Exported implements AutoCloseable {
    private final OnnxRuntimeSession vision;
    private final OnnxRuntimeSession text;
    private final ClipConfig config;
    private final ClipEncoders encoders;

    Exported(ModelFolder folder) throws IOException {
      ModelManifest manifest = folder.manifest();
      config = ClipConfig.of(manifest.config());
      vision = OnnxRuntimeSession.open(folder, "vision", 1);
      text = OnnxRuntimeSession.open(folder, "text", 1);
      encoders = new ClipEncoders(vision, text, config);
    }

    /** Everything the reference can list, under its names. */
    Map<String, FloatTensor> outputs(SafetensorsFile fixtures) throws IOException {
      FloatTensor pixels = fixtures.floats("in.pixel_values");
      LongTensor ids = fixtures.longs("in.input_ids");
      LongTensor mask = fixtures.longs("in.attention_mask");
      Map<String, FloatTensor> all = new TreeMap<>();
      List<String> states = new ArrayList<>(List.of("last_hidden_state", "pooler_output"));
      for (int i = 0; i < config.visionLayers(); i++) {
        states.addAll(List.of("attentions." + i, "hidden_states." + i));
      }
      states.add("hidden_states." + config.visionLayers());
      put(all, "out.vision.", encoders.image(pixels, states));

      states = new ArrayList<>(List.of("last_hidden_state", "pooler_output"));
      for (int i = 0; i < config.textLayers(); i++) {
        states.addAll(List.of("attentions." + i, "hidden_states." + i));
      }
      states.add("hidden_states." + config.textLayers());
      put(all, "out.text.", encoders.text(ids, mask, states));

      all.put("out.image_features", encoders.imageFeatures(pixels));
      all.put("out.text_features", encoders.textFeatures(ids, mask));
      FloatTensor images = Embeddings.normalised(all.get("out.image_features"));
      FloatTensor texts = Embeddings.normalised(all.get("out.text_features"));
      all.put("out.image_embeds", images);
      all.put("out.text_embeds", texts);
      FloatTensor logits =
          Embeddings.logits(Embeddings.cosines(images, texts), config.logitScale());
      all.put("out.logits_per_image", logits);
      all.put(
          "out.logits_per_text",
          Embeddings.logits(Embeddings.cosines(texts, images), config.logitScale()));
      all.put("out.probs", Embeddings.probabilities(logits));

      LongTensor nothingMasked = new LongTensor(mask.shape(), ones(mask.shape()));
      all.put(
          "out.nomask.text.last_hidden_state",
          encoders
              .text(ids, nothingMasked, List.of("last_hidden_state"))
              .get("last_hidden_state")
              .floats());
      FloatTensor unmasked = Embeddings.normalised(encoders.textFeatures(ids, nothingMasked));
      all.put("out.nomask.text_embeds", unmasked);
      all.put(
          "out.nomask.logits_per_image",
          Embeddings.logits(Embeddings.cosines(images, unmasked), config.logitScale()));
      return all;
    }

    private static void put(
        Map<String, FloatTensor> all, String prefix, Map<String, Tensor> outputs) {
      outputs.forEach((name, tensor) -> all.put(prefix + name, tensor.floats()));
    }

    private static long[] ones(Shape shape) {
      long[] ones = new long[shape.elements()];
      Arrays.fill(ones, 1);
      return ones;
    }

    @Override
    public void close() {
      vision.close();
      text.close();
    }
  }
}
