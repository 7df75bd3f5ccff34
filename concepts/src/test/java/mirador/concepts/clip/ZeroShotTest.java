package mirador.concepts.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZeroShotTest {
  private static final double[] PICTURE = {1, 0};
  private static final Map<String, double[]> TEXTS =
      Map.of(
          "cat", new double[] {0.6, 0.8},
          "dog", new double[] {0, 1},
          "a cat", new double[] {1, 0},
          "a dog", new double[] {0.8, 0.6});

  @Test
  void probabilitiesAreTheSoftmaxOfScaledCosines() {
    ZeroShot result =
        ZeroShot.of(PICTURE, List.of("dog", "cat"), List.of("{}"), TEXTS::get, Math.log(3));
    assertEquals(0.6, result.cosine(1), 1e-7);
    double cat = Math.pow(3, 0.6);
    assertEquals(1 / (1 + cat), result.probability(0), 1e-6);
    assertEquals(cat / (1 + cat), result.probability(1), 1e-6);
    assertArrayEquals(new int[] {1, 0}, result.order());
    assertFalse(result.isClose());
  }

  @Test
  void severalTemplatesAreAveragedAndNormalisedAgain() {
    ZeroShot result =
        ZeroShot.of(PICTURE, List.of("cat", "dog"), List.of("{}", "a {}"), TEXTS::get, 1);
    // (0.6, 0.8) + (1, 0) = (1.6, 0.8), whose cosine with (1, 0) is 2 / sqrt(5)
    assertEquals(2 / Math.sqrt(5), result.cosine(0), 1e-6);
    assertEquals(0.8 / Math.hypot(0.8, 1.6), result.cosine(1), 1e-6);
  }

  @Test
  void nearProbabilitiesAreClose() {
    assertTrue(
        ZeroShot.of(PICTURE, List.of("cat", "dog"), List.of("{}"), TEXTS::get, 0.1).isClose());
    assertFalse(ZeroShot.of(PICTURE, List.of("cat"), List.of("{}"), TEXTS::get, 1).isClose());
    assertThrows(
        IllegalArgumentException.class,
        () -> ZeroShot.of(PICTURE, List.of(), List.of("{}"), TEXTS::get, 1));
  }

  @Test
  void templates() {
    assertEquals(List.of("{}"), PromptTemplates.of(PromptTemplates.NONE, "x"));
    assertEquals(7, PromptTemplates.of(PromptTemplates.ENSEMBLE, "").size());
    assertEquals(
        List.of("a {}", "the {}"),
        PromptTemplates.of(PromptTemplates.OWN, "  a {}\r\n\n the {}\na {}"));
    assertEquals(
        List.of("cat", "a cat", "dog", "a dog"),
        PromptTemplates.texts(List.of("cat", "dog"), List.of("{}", "a {}")));
    assertThrows(IllegalArgumentException.class, () -> PromptTemplates.of("other", ""));
  }
}
