package mirador.models.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import mirador.concepts.blip2.Blip2Language;
import mirador.concepts.blip2.Blip2Vision;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.generation.Generated;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.models.HfFolders;
import mirador.models.blip2.Blip2Folder;
import mirador.models.checkpoint.Checkpoint;
import mirador.models.reference.PlainBlip2;
import mirador.models.safetensors.SafetensorsFile;
import mirador.models.weights.Weights;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Weights of Hugging Face's layout, through the exporter and ONNX Runtime, give what the reference
 * implementation gave: every tensor of the vision tower, the Q-Former and the language model within
 * the tolerances that come with the reference, and the very tokens of every way to generate.
 */
class HfBlip2ConformanceTest {
  private static final double ATTENTION = 2e-5;
  private static final double STATES = 1e-4; // hidden states, projection, logits

  /** Of the sums of log probabilities that beam search compares. */
  private static final double SCORE = 1e-3;

  @TempDir Path to;

  static List<Path> folders() {
    return HfFolders.blip2();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyTensorOfTheReferenceIsReproduced(Path folder) throws IOException {
    try (Blip2Folder model = export(folder, Variant.FP32);
        SafetensorsFile fixtures = HfFolders.fixtures(folder)) {
      Map<String, FloatTensor> given = new Outputs(model, fixtures).all();
      TreeSet<String> listed = new TreeSet<>();
      for (String name : fixtures.names()) {
        if (name.startsWith("out.") && !name.startsWith("out.gen.")) {
          listed.add(name);
          assertTrue(given.containsKey(name), "the reference lists " + name);
          assertNear(
              name,
              fixtures.floats(name),
              given.get(name),
              name.contains("attentions") ? ATTENTION : STATES);
        }
      }
      assertTrue(listed.size() >= 20, "outputs of the reference: " + listed);
      assertEquals(listed, new TreeSet<>(given.keySet()), "outputs without a reference");
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyWayToGenerateGivesTheTokensOfTheReference(Path folder) throws IOException {
    try (Blip2Folder model = export(folder, Variant.FP32);
        SafetensorsFile fixtures = HfFolders.fixtures(folder)) {
      JsonNode told = new JsonMapper().readTree(folder.resolve("fixtures.json").toFile());
      int most = told.path("max_new_tokens").asInt();
      Outputs outputs = new Outputs(model, fixtures);
      int compared = 0;
      for (Map.Entry<String, JsonNode> each : told.path("generate").properties()) {
        String name = each.getKey();
        List<Generated> texts = outputs.generate(name, settings(name, most));
        List<List<Integer>> expected = outputs.sequences("out.gen." + name + ".sequences");
        assertEquals(expected.size(), texts.size(), name);
        JsonNode scores = each.getValue().path("sequences_scores");
        for (int row = 0; row < texts.size(); row++) {
          assertEquals(expected.get(row), texts.get(row).tokens(), name + ", row " + row);
          if (!scores.isMissingNode()) {
            assertEquals(scores.get(row).asDouble(), texts.get(row).score(), SCORE, name);
          }
        }
        compared++;
      }
      assertTrue(compared >= 8, "ways to generate: " + compared);
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void thePlainRunOfTheCheckpointGivesTheSame(Path folder) throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(folder);
        SafetensorsFile fixtures = HfFolders.fixtures(folder)) {
      Weights weights = checkpoint.weights();
      PlainBlip2 plain = Blip2Reference.plain(weights, Blip2Architecture.of(checkpoint));
      FloatTensor pixels = fixtures.floats("in.pixel_values");
      for (int i = 0; i < pixels.shape().size(0); i++) {
        float[] states = plain.imageStates(pixels.slice(i).values());
        assertNear("states", fixtures.floats("out.vision.last_hidden_state").slice(i), states);
        float[] projection = plain.projection(states);
        assertNear("projection", fixtures.floats("out.language_projection").slice(i), projection);
        if (i == 0) {
          List<Long> ids = new ArrayList<>();
          for (long id : fixtures.longs("in.prompt0.input_ids").values()) {
            ids.add(id);
          }
          FloatTensor logits = fixtures.floats("out.prompt0.logits").slice(0);
          assertNear(
              "logits",
              logits.slice(logits.shape().size(0) - 1),
              plain.nextTokenLogits(projection, ids));
        }
      }
    }
  }

  private Blip2Folder export(Path folder, Variant variant) throws IOException {
    new Blip2Exporter(
            new Blip2Exporter.Settings(
                folder, to, List.of(variant), "blip2-test", null, "Apache-2.0"),
            ExportProgress.SILENT)
        .export();
    return Blip2Folder.open(to.resolve(variant.toString()), 1);
  }

  private static GenerationSettings settings(String name, int most) {
    GenerationSettings settings = GenerationSettings.greedy(most);
    if (name.contains("beam3")) {
      settings = settings.withBeams(3);
    }
    if (name.contains("lenpen-1")) {
      settings = settings.withLengthPenalty(-1);
    }
    if (name.contains("early")) {
      settings = settings.withEarlyStopping(true);
    }
    if (name.contains("reppen1.5")) {
      settings = settings.withRepetitionPenalty(1.5);
    }
    return settings;
  }

  private static void assertNear(String name, FloatTensor expected, float[] actual) {
    assertNear(name, expected, new FloatTensor(expected.shape(), actual), STATES);
  }

  private static void assertNear(
      String name, FloatTensor expected, FloatTensor actual, double tolerance) {
    assertEquals(expected.shape(), actual.shape(), name);
    for (int i = 0; i < expected.values().length; i++) {
      assertEquals(expected.values()[i], actual.values()[i], tolerance, name + " at " + i);
    }
  }

  /** An exported model, run on the inputs of the reference. */
  private static final class Outputs {
    private final Blip2Vision vision;
    private final Blip2Language language;
    private final SafetensorsFile fixtures;
    private final List<VisualQueries> queries;

    Outputs(Blip2Folder model, SafetensorsFile fixtures) throws IOException {
      this.vision = model.model().vision();
      this.language = model.model().language();
      this.fixtures = fixtures;
      queries = vision.ask(vision.states(fixtures.floats("in.pixel_values")));
    }

    /** Everything the reference can list, under its names. */
    Map<String, FloatTensor> all() throws IOException {
      Map<String, FloatTensor> all = new TreeMap<>();
      putVision(all);
      putQueries(all);
      putLanguage(all);
      return all;
    }

    private void putVision(Map<String, FloatTensor> all) throws IOException {
      List<String> wanted = new ArrayList<>(List.of("last_hidden_state", "pooler_output"));
      int layers = vision.config().visionLayers();
      for (int i = 0; i < layers; i++) {
        wanted.addAll(List.of("attentions." + i, "hidden_states." + i));
      }
      wanted.add("hidden_states." + layers);
      vision
          .image(fixtures.floats("in.pixel_values"), wanted)
          .forEach((name, tensor) -> all.put("out.vision." + name, tensor.floats()));
    }

    private void putQueries(Map<String, FloatTensor> all) {
      List<FloatTensor> states = new ArrayList<>();
      List<FloatTensor> projected = new ArrayList<>();
      Map<String, List<FloatTensor>> maps = new LinkedHashMap<>();
      for (VisualQueries each : queries) {
        states.add(each.states());
        projected.add(each.projected());
        for (int i = 0; i < each.selfAttention().layers(); i++) {
          maps.computeIfAbsent("out.qformer.attentions." + i, name -> new ArrayList<>())
              .add(each.selfAttention().weights().slice(i));
        }
        for (int i = 0; i < each.crossAttention().shape().size(0); i++) {
          int layer = i * vision.config().crossAttentionEvery();
          maps.computeIfAbsent(
                  "out.qformer.cross_attentions.layer" + layer, name -> new ArrayList<>())
              .add(each.crossAttention().slice(i));
        }
      }
      all.put("out.qformer.last_hidden_state", FloatTensor.stacked(states));
      all.put("out.language_projection", FloatTensor.stacked(projected));
      maps.forEach((name, list) -> all.put(name, FloatTensor.stacked(list)));
    }

    private void putLanguage(Map<String, FloatTensor> all) throws IOException {
      List<String> wanted = new ArrayList<>();
      int layers = language.config().languageLayers();
      for (int i = 0; i < layers; i++) {
        wanted.addAll(List.of("attentions." + i, "hidden_states." + i));
      }
      wanted.add("hidden_states." + layers);
      List<FloatTensor> first = projected().subList(0, 1);
      List<List<Integer>> prompt = rows(fixtures.longs("in.prompt0.input_ids"), null);
      language
          .outputs(first, prompt, wanted)
          .forEach((name, tensor) -> all.put("out.prompt0.lm." + name, tensor.floats()));
      all.put("out.prompt0.logits", language.logits(first, prompt));
      all.put("out.batch.logits", language.logits(projected(), batch()));
    }

    /** The way that a name of the reference tells. */
    List<Generated> generate(String name, GenerationSettings settings) throws IOException {
      List<FloatTensor> pictures = projected();
      List<List<Integer>> prompts;
      if (name.startsWith("caption")) {
        int begin = language.config().bosTokenId();
        prompts = pictures.stream().map(picture -> List.of(begin)).toList();
      } else if (name.startsWith("vqa0")) {
        pictures = pictures.subList(0, 1);
        prompts = rows(fixtures.longs("in.prompt0.input_ids"), null);
      } else {
        prompts = batch();
      }
      return language.generate(pictures, prompts, settings, GenerationListener.NONE);
    }

    /** Rows of the reference without what begins them and without padding. */
    List<List<Integer>> sequences(String name) throws IOException {
      List<List<Integer>> rows = new ArrayList<>();
      for (List<Integer> row : rows(fixtures.longs(name), null)) {
        int end = row.indexOf(language.config().eosTokenId());
        rows.add(row.subList(1, end < 0 ? row.size() : end + 1));
      }
      return rows;
    }

    private List<FloatTensor> projected() {
      return queries.stream().map(VisualQueries::projected).toList();
    }

    private List<List<Integer>> batch() throws IOException {
      return rows(fixtures.longs("in.batch.input_ids"), fixtures.longs("in.batch.attention_mask"));
    }

    /** (rows, tokens), where the mask is 1 if there is one. */
    private static List<List<Integer>> rows(LongTensor ids, LongTensor mask) {
      int width = ids.shape().size(1);
      List<List<Integer>> rows = new ArrayList<>();
      for (int i = 0; i < ids.shape().size(0); i++) {
        List<Integer> row = new ArrayList<>();
        for (int j = 0; j < width; j++) {
          if (mask == null || mask.values()[i * width + j] == 1) {
            row.add((int) ids.values()[i * width + j]);
          }
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
