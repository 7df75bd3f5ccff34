package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.models.blip2.Blip2Folder;
import mirador.models.export.Variant;
import mirador.models.folder.ModelFolder;
import mirador.models.safetensors.SafetensorsFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * BLIP-2 through the exporter and the worker of the page gives what the reference implementation
 * gave: every tensor of the vision tower and the Q-Former, attention maps included, the logits, and
 * the very tokens of captions and answers.
 */
final class Blip2InChromiumConformanceTest {
  private static final float ATTENTION = 2e-5f;
  private static final float STATES = 1e-4f;
  private static final List<String> PARTS = List.of("vision", "qformer", "embedding", "decoder");

  @TempDir Path to;

  static List<Path> folders() throws IOException {
    return HfFixtures.folders(MiniBlip2.FIXTURES, "blip-2");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void webAssemblyGivesEveryTensorOfTheReference(Path folder) throws IOException {
    assertTensors(folder, Chromium.shared(), "?runtime=wasm", false);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void webGpuGivesEveryTensorOfTheReference(Path folder) throws IOException {
    assertTensors(folder, Chromium.withWebGpu(), "?runtime=webgpu", true);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void webAssemblyWritesTheTokensOfTheReference(Path folder) throws IOException {
    assertWritten(folder, Chromium.shared(), "?runtime=wasm", false);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void webGpuWritesTheTokensOfTheReference(Path folder) throws IOException {
    assertWritten(folder, Chromium.withWebGpu(), "?runtime=webgpu", true);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void fourBitsOnWebGpuWriteWhatTheyWriteOnTheJvm(Path folder) throws IOException {
    assertLikeTheJvm(folder, Variant.Q4, Chromium.withWebGpu(), "", true);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void eightBitsOnWebAssemblyWriteWhatTheyWriteOnTheJvm(Path folder) throws IOException {
    assertLikeTheJvm(folder, Variant.INT8, Chromium.withWebGpu(), "", false);
  }

  private void assertTensors(Path reference, Browser browser, String query, boolean gpu)
      throws IOException {
    Path folder = MiniBlip2.export(reference, to, Variant.FP32);
    try (SafetensorsFile fixtures = SafetensorsFile.open(reference.resolve(HfFixtures.FILE));
        ModelVisit visit = ModelVisit.to(browser, Way.HTTP, query)) {
      give(visit, ModelFolder.open(folder), PARTS);
      ModelVisit.Answer vision =
          visit.ask(
              "vision",
              List.of(ModelVisit.input("pixel_values", fixtures.floats("in.pixel_values"))));
      assertEquals(gpu, vision.get("gpu"), vision.get("words") + " " + vision.get("detail"));
      Map<String, FloatTensor> all = new TreeMap<>();
      vision.tensors().forEach((name, tensor) -> all.put("out.vision." + name, tensor));
      visit
          .ask(
              "qformer",
              List.of(ModelVisit.input("image_embeds", all.get("out.vision.last_hidden_state"))))
          .tensors()
          .forEach((name, tensor) -> all.put(nameOfQueries(name), tensor));
      all.put(
          "out.prompt0.logits",
          logits(visit, fixtures, config(folder), all.get("out.language_projection")));
      TreeSet<String> compared = new TreeSet<>();
      for (Map.Entry<String, FloatTensor> given : all.entrySet()) {
        compared.add(given.getKey());
        FloatTensor expected = fixtures.floats(given.getKey());
        assertEquals(expected.shape(), given.getValue().shape(), given.getKey());
        assertArrayEquals(
            expected.values(),
            given.getValue().values(),
            given.getKey().contains("attentions") ? ATTENTION : STATES,
            given.getKey());
      }
      assertTrue(compared.size() >= 16, "compared: " + compared);
    }
  }

  private static String nameOfQueries(String name) {
    return name.equals("language_projection")
        ? "out.language_projection"
        : "out.qformer." + name.replace("cross_attentions.", "cross_attentions.layer");
  }

  /** Of the first picture and prompt at all places, read at once after a past of no token. */
  private static FloatTensor logits(
      ModelVisit visit, SafetensorsFile fixtures, Blip2Config config, FloatTensor projected)
      throws IOException {
    LongTensor ids = fixtures.longs("in.prompt0.input_ids");
    FloatTensor queries = projected.slice(0);
    FloatTensor tokens =
        visit
            .ask("embedding", List.of(ModelVisit.input("input_ids", ids)))
            .tensors()
            .get("inputs_embeds");
    int width = queries.shape().size(1);
    int total = queries.shape().size(0) + ids.shape().size(1);
    float[] embeddings =
        Arrays.copyOf(queries.values(), queries.values().length + tokens.values().length);
    System.arraycopy(
        tokens.values(), 0, embeddings, queries.values().length, tokens.values().length);
    long[] places = new long[total];
    long[] ones = new long[total];
    for (int i = 0; i < total; i++) {
      places[i] = i;
      ones[i] = 1;
    }
    List<Map<String, Object>> inputs = new ArrayList<>();
    inputs.add(ModelVisit.input("inputs_embeds", FloatTensor.of(embeddings, 1, total, width)));
    inputs.add(ModelVisit.input("attention_mask", LongTensor.of(ones, 1, total)));
    inputs.add(ModelVisit.input("position_ids", LongTensor.of(places, 1, total)));
    inputs.add(ModelVisit.input("cache_rows", LongTensor.of(new long[1], 1)));
    inputs.add(ModelVisit.input("logit_positions", LongTensor.of(places, total)));
    for (int layer = 0; layer < config.languageLayers(); layer++) {
      for (String kind : List.of(".key", ".value")) {
        FloatTensor nothing =
            FloatTensor.zeros(1, config.languageHeads(), 0, config.languageHeadWidth());
        inputs.add(ModelVisit.input("past_key_values." + layer + kind, nothing));
      }
    }
    return visit.ask("decoder", inputs).tensors().get("logits");
  }

  private void assertWritten(Path reference, Browser browser, String query, boolean gpu)
      throws IOException {
    Path folder = MiniBlip2.export(reference, to, Variant.FP32);
    try (SafetensorsFile fixtures = SafetensorsFile.open(reference.resolve(HfFixtures.FILE));
        ModelVisit visit = ModelVisit.to(browser, Way.HTTP, query)) {
      openLanguage(visit, folder);
      FloatTensor projected = fixtures.floats("out.language_projection");
      Blip2Config config = config(folder);
      int most = most(reference);
      List<Integer> begin = List.of(config.bosTokenId());
      List<Integer> question = row(fixtures.longs("in.prompt0.input_ids"), 0);
      int compared = 0;
      for (String name : fixtures.names()) {
        if (!name.endsWith(".sequences") || name.contains("batch")) {
          continue;
        }
        boolean caption = name.contains("caption");
        LongTensor sequences = fixtures.longs(name);
        for (int i = 0; i < sequences.shape().size(0); i++) {
          Blip2Told told =
              Blip2Told.write(
                  visit, projected.slice(i), caption ? begin : question, settings(name, most));
          assertEquals(text(row(sequences, i), config), told.ids(), name + " " + i);
          assertEquals(told.ids().contains(config.eosTokenId()), told.ended(), name);
          if (!name.contains("beam")) {
            assertEquals(told.ids(), told.told(), "what was told on the way, " + name);
          }
          compared++;
        }
      }
      assertTrue(compared >= 9, "texts: " + compared);
      assertGpu(visit, gpu);
    }
  }

  private void assertLikeTheJvm(
      Path reference, Variant variant, Browser browser, String query, boolean gpu)
      throws IOException {
    Path folder = MiniBlip2.export(reference, to, variant);
    try (SafetensorsFile fixtures = SafetensorsFile.open(reference.resolve(HfFixtures.FILE));
        Blip2Folder jvm = Blip2Folder.open(folder, 1);
        ModelVisit visit = ModelVisit.to(browser, Way.HTTP, query)) {
      visit.page().evaluate("variant => { window.modelVariant = variant; }", variant.toString());
      openLanguage(visit, folder);
      FloatTensor projected = fixtures.floats("out.language_projection");
      int most = most(reference);
      for (int i = 0; i < projected.shape().size(0); i++) {
        List<Integer> question = row(fixtures.longs("in.prompt0.input_ids"), 0);
        for (List<Integer> prompt : List.of(List.of(jvm.config().bosTokenId()), question)) {
          List<Integer> expected =
              jvm.language()
                  .generate(
                      List.of(projected.slice(i)),
                      List.of(prompt),
                      GenerationSettings.greedy(most),
                      GenerationListener.NONE)
                  .get(0)
                  .tokens();
          Blip2Told told =
              Blip2Told.write(visit, projected.slice(i), prompt, Map.of("maxNewTokens", most));
          assertEquals(expected, told.ids(), variant + ", picture " + i + ", prompt " + prompt);
        }
      }
      assertGpu(visit, gpu);
    }
  }

  private static Blip2Config config(Path folder) throws IOException {
    return Blip2Config.of(ModelFolder.open(folder).manifest().config());
  }

  private static int most(Path reference) throws IOException {
    return new JsonMapper()
        .readTree(reference.resolve("fixtures.json").toFile())
        .path("max_new_tokens")
        .asInt();
  }

  private static void openLanguage(ModelVisit visit, Path folder) throws IOException {
    give(visit, ModelFolder.open(folder), List.of("embedding", "decoder"));
    visit
        .page()
        .evaluate(
            "manifest => { window.modelKind = 'open-blip2-language';"
                + " window.modelManifest = JSON.parse(manifest); }",
            Files.readString(folder.resolve("manifest.json")));
  }

  private static void give(ModelVisit visit, ModelFolder model, List<String> parts)
      throws IOException {
    for (String part : parts) {
      String path = model.manifest().graphs().get(part);
      visit.give(part, model.bytes(path));
      visit.give(part + ".data", model.bytes(path + ".data"));
    }
  }

  private static Map<String, Object> settings(String name, int most) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("maxNewTokens", most);
    settings.put("beams", name.contains("beam3") ? 3 : 1);
    settings.put("lengthPenalty", name.contains("lenpen-1") ? -1 : 1);
    settings.put("earlyStopping", name.contains("early"));
    settings.put("repetitionPenalty", name.contains("reppen1.5") ? 1.5 : 1);
    return settings;
  }

  private static List<Integer> row(LongTensor ids, int row) {
    int width = ids.shape().size(1);
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      list.add((int) ids.values()[row * width + i]);
    }
    return list;
  }

  /** What was written, without the token that begins a row and the padding after its end. */
  private static List<Integer> text(List<Integer> row, Blip2Config config) {
    int end = row.indexOf(config.eosTokenId());
    return row.subList(1, end < 0 ? row.size() : end + 1);
  }

  /** Where the decoder ran, which only the worker knows. */
  private static void assertGpu(ModelVisit visit, boolean gpu) {
    Object device =
        visit
            .worker()
            .evaluate(
                "ort.env.webgpu && Promise.resolve(ort.env.webgpu.device)"
                    + ".then(device => !!device)");
    assertEquals(gpu, Boolean.TRUE.equals(device), "a graphics card computes");
  }
}
