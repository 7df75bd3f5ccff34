package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.blip2.Answer;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.generation.Generated;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.generation.Step;
import mirador.concepts.image.Picture;
import mirador.concepts.inference.ModelNeeds;
import mirador.concepts.text.PythonText;
import mirador.models.blip2.Blip2Folder;
import mirador.models.export.Variant;
import mirador.models.folder.ModelFolder;
import mirador.models.pack.ModelFiles;
import mirador.models.pack.ScriptPacks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** BLIP-2 from the store through its two workers gives what it gives on the JVM, come what may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Blip2InPageTest {
  private static final float TOLERANCE = 1e-4f;
  private static final int MOST = 20;
  private static final Map<String, Object> GREEDY = Map.of("maxNewTokens", MOST);
  private static final String QUESTION = "Question: what is at the cat? Answer:";
  private static final Picture PICTURE = picture(11);
  private static final double GIGABYTE = 1 << 30;

  private final Path folder;
  private final Path models;
  private final Blip2Folder jvm;

  Blip2InPageTest(@TempDir Path work) throws IOException {
    folder = MiniBlip2.spelling(work, Variant.FP32);
    jvm = Blip2Folder.open(folder, 1);
    models = ModelVisit.folder().resolve("models");
    copy(MiniBlip2.NAME, manifest -> {});
    ScriptPacks.write(ModelFiles.of(ModelFolder.open(folder)), models, bytes -> {});
  }

  @AfterAll
  void close() {
    jvm.close();
  }

  /** Puts the model beside the page under a name. */
  private void copy(String name, Consumer<ObjectNode> change) throws IOException {
    Path beside = Files.createDirectories(models.resolve(name));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, beside.resolve(file.getFileName()));
      }
    }
    JsonMapper json = new JsonMapper();
    ObjectNode manifest = (ObjectNode) json.readTree(beside.resolve("manifest.json").toFile());
    manifest.put("name", name);
    change.accept(manifest);
    json.writeValue(beside.resolve("manifest.json").toFile(), manifest);
  }

  private static Picture picture(int seed) {
    byte[] rgb = new byte[61 * 47 * 3];
    new Random(seed).nextBytes(rgb);
    return new Picture(61, 47, rgb);
  }

  private static ModelVisit visit(Way way) {
    return ModelVisit.to(Chromium.shared(), way, "?runtime=wasm");
  }

  /** Loads the model and gives what its bar would say. */
  private static String start(ModelVisit visit, String name) {
    visit
        .page()
        .evaluate(
            "name => { window.blip2End = null;"
                + " window.startBlip2(name, 'fp32').then(end => { window.blip2End = end; }); }",
            name);
    return (String) visit.page().waitForFunction("() => window.blip2End").jsonValue();
  }

  private static void assertStarts(ModelVisit visit) {
    String ready = start(visit, MiniBlip2.NAME);
    assertTrue(ready.startsWith("READY: " + Texts.SPANISH.get("model.verified")), ready);
  }

  private static Blip2Told ask(ModelVisit visit, Picture picture, String... prompts) {
    Blip2Told.ask(visit, picture, List.of(prompts), GREEDY);
    return Blip2Told.end(visit);
  }

  /** What the JVM writes, and each of its steps. */
  private Generated write(Picture picture, String prompt, List<Step> steps) throws IOException {
    GenerationListener listener =
        step -> {
          steps.add(step);
          return true;
        };
    return jvm.language()
        .generate(
            jvm.vision().look(picture).projected(),
            prompt,
            GenerationSettings.greedy(MOST),
            listener);
  }

  private void assertWritten(ModelVisit visit, Picture picture, String prompt) throws IOException {
    Generated expected = write(picture, prompt, new ArrayList<>());
    assertEquals(expected.tokens(), ask(visit, picture, prompt).ids());
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void everythingThatWidgetsAskEqualsTheJvm(Way way) throws IOException {
    try (ModelVisit visit = visit(way)) {
      assertStarts(visit);
      assertLooks(visit);
      for (String prompt : List.of("", QUESTION)) {
        assertTold(ask(visit, PICTURE, prompt), prompt);
      }
      assertDialogue(visit);
    }
  }

  private void assertLooks(ModelVisit visit) throws IOException {
    VisualQueries expected = jvm.vision().look(PICTURE);
    Blip2Told seen = ask(visit, PICTURE);
    assertArrayEquals(expected.projected().values(), seen.values("projected"), TOLERANCE);
    assertArrayEquals(expected.states().values(), seen.values("states"), TOLERANCE);
    assertArrayEquals(expected.selfAttention().weights().values(), seen.values("self"), TOLERANCE);
    assertArrayEquals(expected.crossAttention().values(), seen.values("cross"), TOLERANCE);
  }

  private void assertTold(Blip2Told told, String prompt) throws IOException {
    List<Step> steps = new ArrayList<>();
    Generated expected = write(PICTURE, prompt, steps);
    assertEquals(expected.tokens(), told.ids(), prompt);
    assertEquals(expected.tokens(), told.told(), "told on the way");
    assertEquals(expected.ended(), told.ended());
    assertEquals(PythonText.strip(jvm.language().text(expected.tokens())), told.text());
    assertTrue(((Number) told.get("seconds")).doubleValue() > 0, told.toString());
    StringBuilder pieces = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      Map<?, ?> token = told.all().get(i);
      pieces.append(token.get("text"));
      List<?> candidates = (List<?>) token.get("candidates");
      assertEquals(steps.get(i).candidates().size(), candidates.size());
      for (int j = 0; j < candidates.size(); j++) {
        Map<?, ?> candidate = (Map<?, ?>) candidates.get(j);
        assertEquals(steps.get(i).candidates().get(j).token(), candidate.get("id"));
        assertEquals(
            steps.get(i).candidates().get(j).probability(),
            ((Number) candidate.get("probability")).doubleValue(),
            TOLERANCE);
      }
      Map<?, ?> attention = (Map<?, ?>) ((List<?>) token.get("attention")).get(0);
      List<?> values = (List<?>) attention.get("values");
      float[] weights = steps.get(i).attention().values();
      assertEquals(weights.length, values.size(), "attention of token " + i);
      for (int j = 0; j < weights.length; j++) {
        assertEquals(weights[j], ((Number) values.get(j)).doubleValue(), TOLERANCE);
      }
    }
    assertEquals(told.text(), PythonText.strip(pieces.toString()));
    assertStages(told);
  }

  private void assertStages(Blip2Told told) {
    assertEquals(
        List.of("VISION", "QFORMER", "PREFILL", "DECODE"),
        told.stages().stream().map(stage -> stage.get("stage")).toList());
    int size = jvm.config().imageSize();
    List<?> first = (List<?>) told.stages().get(0).get("shapes");
    assertEquals("pixel_values (1, 3, " + size + ", " + size + ")", first.get(0));
    List<?> last = (List<?>) told.stages().get(3).get("shapes");
    assertEquals("inputs_embeds (1, 1, " + jvm.config().languageWidth() + ")", last.get(0));
    for (Map<?, ?> stage : told.stages()) {
      assertTrue(((Number) stage.get("seconds")).doubleValue() > 0, stage.toString());
    }
  }

  private void assertDialogue(ModelVisit visit) throws IOException {
    // So long that its first turn has to go.
    String first = "cat ".repeat(20);
    Dialogue dialogue = Dialogue.EMPTY.ask(first).with("yes").ask("a cat?");
    Answer expected =
        jvm.language()
            .answer(
                jvm.vision().look(PICTURE).projected(),
                dialogue,
                GenerationSettings.greedy(MOST),
                GenerationListener.NONE);
    assertTrue(!expected.prompt().contains("yes"), expected.prompt());
    assertEquals(expected.generated().tokens(), ask(visit, PICTURE, first, "yes", "a cat?").ids());
  }

  @Test
  void aTextIsCancelledBetweenTwoTokensAndTheNextIsRight() throws IOException {
    List<Integer> whole = write(PICTURE, QUESTION, new ArrayList<>()).tokens();
    assertTrue(whole.size() > 6, "too short to be cancelled: " + whole);
    try (ModelVisit visit = visit(Way.HTTP)) {
      assertStarts(visit);
      visit
          .page()
          .evaluate(
              "() => { window.onToken = told => {"
                  + " if (told.tokens.length === 3) window.cancelModel(); }; }");
      Blip2Told told = ask(visit, PICTURE, QUESTION);
      assertEquals("cancelled", told.get("problem"));
      visit.page().evaluate("() => { window.before = window.told; window.onToken = null; }");
      assertWritten(visit, PICTURE, QUESTION);
      assertEquals(3, visit.page().evaluate("window.before.tokens.length"));
    }
  }

  @Test
  void aWorkerKilledBetweenTwoTokensFailsTheTextAndTheNextStartsAnother() throws IOException {
    try (ModelVisit visit = visit(Way.HTTP)) {
      assertStarts(visit);
      assertWritten(visit, PICTURE, "");
      // After a few turns of its thread it waits for ever for the next.
      onWorkers(
          visit,
          "() => { const real = self.setTimeout; let turns = 0;"
              + " self.setTimeout = (action, time) =>"
              + "  ++turns > 5 ? 0 : real.call(self, action, time); }");
      Blip2Told.ask(visit, PICTURE, List.of(QUESTION), GREEDY);
      visit.page().waitForFunction("() => window.told.tokens.length > 0");
      modelWorkers(visit).forEach(visit::end);
      Blip2Told told = Blip2Told.end(visit);
      assertEquals("killed", told.get("problem"));
      assertEquals(Texts.SPANISH.get("model.problem.killed", ""), told.get("words"));
      assertWritten(visit, PICTURE, QUESTION);
    }
  }

  @Test
  void whenWebGpuIsTakenAwayInMidTextItIsWrittenAgainWithoutIt() throws IOException {
    try (ModelVisit visit = ModelVisit.to(Chromium.withWebGpu(), Way.HTTP, "")) {
      String ready = start(visit, MiniBlip2.NAME);
      assertTrue(ready.contains(Texts.SPANISH.get("model.runtime.ready")), ready);
      assertWritten(visit, PICTURE, "");
      // So slowly that it is not over before the graphics card is gone.
      onWorkers(
          visit,
          "() => { const real = self.setTimeout;"
              + " self.setTimeout = (action, time) => real.call(self, action, time + 300); }");
      Blip2Told.ask(visit, PICTURE, List.of(QUESTION), GREEDY);
      visit.page().waitForFunction("() => window.told.tokens.length > 0");
      onWorkers(visit, "Promise.resolve(ort.env.webgpu.device).then(d => { d.destroy(); })");
      Blip2Told told = Blip2Told.end(visit);
      Generated expected = write(PICTURE, QUESTION, new ArrayList<>());
      assertEquals(expected.tokens(), told.ids());
      assertEquals(expected.tokens(), told.told(), "told since it began again");
      assertEquals(1, told.get("again"));
    }
  }

  private static void tellMemory(ModelVisit visit, double bytes) {
    visit
        .page()
        .evaluate(
            "gigabytes => Object.defineProperty(navigator, 'deviceMemory',"
                + " {value: gigabytes, configurable: true})",
            bytes / GIGABYTE);
  }

  private static List<Worker> modelWorkers(ModelVisit visit) {
    return visit.page().workers().stream().filter(one -> one.url().contains("worker.js")).toList();
  }

  private static void onWorkers(ModelVisit visit, String script) {
    modelWorkers(visit).forEach(worker -> worker.evaluate(script));
  }

  @Test
  void whereMemoryIsTightTheTwoHalvesNeverLiveAtOnce() throws IOException {
    ModelNeeds needs = ModelNeeds.of(ModelFolder.open(folder).manifest());
    try (ModelVisit visit = visit(Way.HTTP)) {
      tellMemory(visit, 2.1 * needs.memory()); // half of it holds the larger half
      assertStarts(visit);
      int most = modelWorkers(visit).size();
      for (Picture picture : List.of(PICTURE, picture(12))) {
        Blip2Told.ask(visit, picture, List.of(QUESTION), GREEDY);
        Blip2Told told = Blip2Told.end(visit);
        assertEquals(write(picture, QUESTION, new ArrayList<>()).tokens(), told.ids());
        assertTrue(((List<?>) told.get("phases")).contains("compile"), told.toString());
        most = Math.max(most, modelWorkers(visit).size());
      }
      assertEquals(1, most, "workers at once");
    }
  }

  @Test
  void whereThereIsMemoryBothHalvesStayAndAnswerAtOnce() throws IOException {
    try (ModelVisit visit = visit(Way.HTTP)) {
      assertStarts(visit);
      assertWritten(visit, PICTURE, QUESTION);
      assertEquals(2, modelWorkers(visit).size());
      Blip2Told told = ask(visit, picture(12), "");
      assertEquals(List.of("run"), told.get("phases"));
    }
  }

  @Test
  void withoutAModelThePageSaysSo() {
    try (ModelVisit visit = visit(Way.HTTP)) {
      Blip2Told told = ask(visit, PICTURE, "");
      assertEquals("not-loaded", told.get("problem"));
    }
  }

  @Test
  void aManifestWithoutTheWeightsOfAGraphIsRefused() throws IOException {
    assertRefused(
        "blip2-without-weights",
        manifest -> {
          for (int i = manifest.withArray("files").size() - 1; i >= 0; i--) {
            if (manifest
                .withArray("files")
                .get(i)
                .get("path")
                .asText()
                .equals("vision.onnx.data")) {
              manifest.withArray("files").remove(i);
            }
          }
        },
        "El archivo del modelo no se puede usar");
  }

  @Test
  void aManifestWithoutANumberOfTheArchitectureIsRefused() throws IOException {
    assertRefused(
        "blip2-without-queries",
        manifest -> ((ObjectNode) manifest.get("config")).remove("queries"),
        "El archivo del modelo no se puede usar");
  }

  @Test
  void aManifestOfAnotherArchitectureIsRefused() throws IOException {
    assertRefused(
        "blip2-as-clip",
        manifest -> manifest.put("architecture", "clip"),
        "El archivo del modelo no se puede usar");
  }

  private void assertRefused(String name, Consumer<ObjectNode> change, String words)
      throws IOException {
    copy(name, change);
    try (ModelVisit visit = visit(Way.HTTP)) {
      String end = start(visit, name);
      assertTrue(end.startsWith("FAILED: " + words), end);
      assertStarts(visit);
      assertWritten(visit, PICTURE, "");
      visit.complaints().clear();
    }
  }

  @Test
  void aFileOfWeightsThatIsNotOnTheServerIsNamed() throws IOException {
    String name = "blip2-missing-file";
    copy(name, manifest -> {});
    Files.delete(models.resolve(name).resolve("decoder.onnx.data"));
    try (ModelVisit visit = visit(Way.HTTP)) {
      String end = start(visit, name);
      assertTrue(end.startsWith("FAILED"), end);
      assertTrue(end.contains("decoder.onnx.data"), end);
      visit.complaints().clear();
    }
  }
}
