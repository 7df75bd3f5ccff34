package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mirador.browser.BuiltSite.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model in the page gives what it gives on the JVM, however it is run and whatever happens. */
final class ModelRuntimeTest {
  private static final double TOLERANCE = 1e-4;
  private static final TinyModel TINY = new TinyModel();

  private static void assertRight(ModelVisit.Answer answer) throws Exception {
    for (Map.Entry<String, float[]> output : TINY.expected().entrySet()) {
      float[] expected = output.getValue();
      float[] found = answer.tensors().get(output.getKey()).values();
      assertArrayEquals(expected, found, (float) TOLERANCE, output.getKey());
    }
  }

  private static ModelVisit.Answer ask(ModelVisit visit) {
    return visit.ask("tiny", TINY.inputs());
  }

  private static ModelVisit open(Browser browser, Way way, String query) {
    ModelVisit visit = ModelVisit.to(browser, way, query);
    visit.give("tiny", TINY.bytes());
    return visit;
  }

  private static String says(String... keys) {
    return String.join(
        " ", Arrays.stream(keys).map(key -> Texts.SPANISH.get(key, 1)).toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void webAssemblyGivesTheNumbersOfTheJvm(Way way) throws Exception {
    try (ModelVisit visit = open(Chromium.shared(), way, "?runtime=wasm")) {
      ModelVisit.Answer answer = ask(visit);
      assertRight(answer);
      assertEquals("wasm", answer.get("build"));
      assertEquals("asked", answer.get("reason"));
      assertEquals(List.of("download", "compile", "compile"), answer.get("phases"));
      assertTrue(
          answer.get("words").toString().startsWith(says("model.runtime.asked")),
          answer.get("words").toString());
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void webGpuGivesTheNumbersOfTheJvm(Way way) throws Exception {
    try (ModelVisit visit = open(Chromium.withWebGpu(), way, "")) {
      ModelVisit.Answer answer = ask(visit);
      assertRight(answer);
      assertEquals(true, answer.get("gpu"), answer.toString());
      assertEquals(says("model.runtime.ready"), answer.get("words"));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void withoutAnAdapterTheProcessorComputesAndSaysWhy(Way way) throws Exception {
    try (ModelVisit visit = open(Chromium.shared(), way, "?runtime=webgpu")) {
      ModelVisit.Answer answer = ask(visit);
      assertRight(answer);
      assertEquals(false, answer.get("gpu"));
      assertTrue(List.of("no-adapter", "no-api").contains(answer.get("reason")), answer.toString());
    }
  }

  @Test
  void whenWebGpuIsTakenAwayTheSameRequestRunsAgain() throws Exception {
    try (ModelVisit visit = open(Chromium.withWebGpu(), Way.HTTP, "")) {
      assertEquals(true, ask(visit).get("gpu"));
      visit.worker().evaluate("Promise.resolve(ort.env.webgpu.device).then(d => { d.destroy(); })");
      ModelVisit.Answer answer = ask(visit);
      assertRight(answer);
      assertEquals(false, answer.get("gpu"));
      assertEquals("lost", answer.get("reason"));
      assertTrue(answer.get("words").toString().startsWith(says("model.runtime.lost")));
      assertEquals(List.of("download", "compile", "compile"), answer.get("phases"));
    }
  }

  @Test
  void eightBitWeightsAreLeftToTheProcessor() throws Exception {
    try (ModelVisit visit = open(Chromium.withWebGpu(), Way.HTTP, "")) {
      visit.page().evaluate("() => { window.modelVariant = 'int8'; }");
      ModelVisit.Answer answer = ask(visit);
      assertRight(answer);
      assertEquals("int8", answer.get("reason"));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aWorkerThatIsKilledFailsWhatWaitsAndTheNextRequestStartsAnother(Way way) throws Exception {
    try (ModelVisit visit = open(Chromium.shared(), way, "?runtime=wasm")) {
      assertRight(ask(visit));
      // An answer that never comes: the worker is busy until it is gone.
      visit.worker().evaluate("self.postMessage = () => {}");
      visit.start("tiny", TINY.inputs());
      visit.end(visit.worker());
      assertEquals("killed", visit.answer().get("problem"));
      assertRight(ask(visit));
    }
  }

  @Test
  void bytesThatAreNoModelAreRefusedInWords() throws Exception {
    byte[] whole = TINY.bytes();
    for (byte[] bytes :
        List.of(
            new byte[0],
            "<html>404</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Arrays.copyOf(whole, whole.length / 2))) {
      try (ModelVisit visit = ModelVisit.to(Chromium.shared(), Way.HTTP, "?runtime=wasm")) {
        visit.give("tiny", bytes);
        ModelVisit.Answer answer = ask(visit);
        assertEquals("bad-model", answer.get("problem"), answer.toString());
        String words = answer.get("words").toString();
        assertTrue(words.startsWith("El archivo del modelo no se puede usar"), words);
        visit.give("tiny", whole);
        assertRight(ask(visit));
        visit.complaints().clear();
      }
    }
  }

  @Test
  void wrongInputsAreRefusedAndTheModelStaysOpen() throws Exception {
    try (ModelVisit visit = open(Chromium.shared(), Way.HTTP, "?runtime=wasm")) {
      ModelVisit.Answer answer = visit.ask("tiny", TINY.inputs().subList(0, 1));
      assertEquals("failed", answer.get("problem"));
      assertTrue(answer.get("words").toString().contains("\"ids\""), answer.toString());
      assertEquals("failed", visit.ask("other", TINY.inputs()).get("problem"));
      assertRight(ask(visit));
    }
  }

  @Test
  void aMissingRuntimeIsNamed() {
    try (ModelVisit visit = open(Chromium.shared(), Way.HTTP, "?runtime=wasm")) {
      visit.context().route("**/*.wasm*", route -> route.abort());
      ModelVisit.Answer answer = ask(visit);
      assertEquals("no-runtime", answer.get("problem"), answer.toString());
      visit.complaints().clear();
    }
  }
}
