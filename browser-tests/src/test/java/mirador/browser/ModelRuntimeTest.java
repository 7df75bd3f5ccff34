package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import mirador.browser.BuiltSite.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model in the page gives what it gives on the JVM, however it is run and whatever happens. */
final class ModelRuntimeTest {
  private static final double TOLERANCE = 1e-4;
  private static final TinyModel TINY = new TinyModel();

  private static void assertRight(ModelVisit.Answer answer) throws Exception {
    for (Map.Entry<String, float[]> output : TINY.expected().entrySet()) {
      double[] found = answer.values(output.getKey());
      float[] expected = output.getValue();
      assertEquals(expected.length, found.length, output.getKey());
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], found[i], TOLERANCE, output.getKey() + " " + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void webAssemblyGivesTheNumbersOfTheJvm(Way way) throws Exception {
    try (ModelVisit visit = ModelVisit.to(Chromium.shared(), way, "?runtime=wasm")) {
      visit.give("tiny", TINY.bytes());
      ModelVisit.Answer answer = visit.ask("tiny", TINY.inputs());
      assertRight(answer);
      assertEquals("wasm", answer.get("build"));
      assertEquals("asked", answer.get("reason"));
      assertEquals(List.of("download", "compile", "compile"), answer.get("phases"));
    }
  }
}
