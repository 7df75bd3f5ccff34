package mirador.concepts.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.image.Preprocessing;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.concepts.inference.SelfCheckResult;
import mirador.concepts.inference.Session;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Tensor;
import mirador.concepts.vit.AttentionMaps;
import org.junit.jupiter.api.Test;

/** With graphs that give what the public ones give, and with such that give all. */
class ClipEncodersTest {
  private static final FloatTensor PIXELS = FloatTensor.zeros(1, 3, 4, 4);
  private static final LongTensor IDS = LongTensor.of(new long[] {1, 5, 9, 9, 0, 9, 3, 3}, 2, 4);
  private static final LongTensor MASK = LongTensor.of(new long[] {1, 1, 1, 0, 1, 1, 0, 0}, 2, 4);

  /** (texts, tokens, width): text, token. */
  private static final FloatTensor STATES =
      FloatTensor.of(new float[] {0, 0, 0, 1, 0, 2, 0, 3, 1, 0, 1, 1, 1, 2, 1, 3}, 2, 4, 2);

  @Test
  void aGraphWithoutMaskIsGivenNone() {
    Recorded text =
        new Recorded(List.of("input_ids"), Map.of("text_embeds", FloatTensor.zeros(2, 3)));
    encoders(new Recorded(List.of("pixel_values"), Map.of()), text, 2).textFeatures(IDS, MASK);
    assertEquals(List.of("input_ids"), List.copyOf(text.given.keySet()));

    Recorded masked =
        new Recorded(
            List.of("input_ids", "attention_mask"), Map.of("text_embeds", FloatTensor.zeros(2, 3)));
    encoders(masked, masked, 2).textFeatures(IDS, MASK);
    assertEquals(MASK, masked.given.get("attention_mask"));
  }

  @Test
  void textsArePooledHereWhereTheGraphDoesNot() {
    Recorded text = new Recorded(List.of("input_ids"), Map.of("last_hidden_state", STATES));
    // the first token of the greatest id
    assertArrayEquals(
        new float[] {0, 2, 1, 1}, encoders(text, text, 2).pooledTexts(IDS, MASK).values());
    // the first token of the end id
    assertArrayEquals(
        new float[] {0, 0, 1, 2}, encoders(text, text, 3).pooledTexts(IDS, MASK).values());
    Recorded pooling =
        new Recorded(
            List.of("input_ids"),
            Map.of("last_hidden_state", STATES, "pooler_output", FloatTensor.zeros(2, 2)));
    assertArrayEquals(new float[4], encoders(pooling, pooling, 2).pooledTexts(IDS, MASK).values());
  }

  @Test
  void attentionAndStatesComeInTheOrderOfTheLayers() {
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    for (int i = 2; i >= 0; i--) { // a runtime may give them in any order
      outputs.put("hidden_states." + i, FloatTensor.of(new float[] {i, i}, 1, 1, 2));
    }
    for (int i = 1; i >= 0; i--) {
      outputs.put("attentions." + i, FloatTensor.of(new float[] {i}, 1, 1, 1, 1));
    }
    Recorded vision = new Recorded(List.of("pixel_values"), outputs);
    ClipEncoders encoders = encoders(vision, vision, 2);
    assertTrue(encoders.hasImageAttention());
    AttentionMaps maps = encoders.imageAttention(PIXELS);
    assertEquals(0, maps.weight(0, 0, 0, 0));
    assertEquals(1, maps.weight(1, 0, 0, 0));
    List<FloatTensor> states = encoders.imageStates(PIXELS);
    assertEquals(3, states.size());
    assertEquals(FloatTensor.of(new float[] {2, 2}, 1, 2), states.get(2));
  }

  @Test
  void whatAGraphCannotGiveIsNamed() {
    Recorded bare =
        new Recorded(List.of("pixel_values"), Map.of("image_embeds", FloatTensor.zeros(1, 3)));
    ClipEncoders encoders = encoders(bare, bare, 2);
    assertFalse(encoders.hasImageAttention());
    InferenceException refused =
        assertThrows(InferenceException.class, () -> encoders.imageAttention(PIXELS));
    assertTrue(refused.getMessage().contains("attentions.0"), refused.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> encoders.imageFeatures(FloatTensor.zeros(1, 3, 4, 5)));
    assertThrows(
        IllegalArgumentException.class,
        () -> encoders.textFeatures(LongTensor.of(new long[5], 1, 5), MASK));
  }

  @Test
  void theSelfCheckTellsTheGreatestDifference() {
    Recorded graph =
        new Recorded(
            List.of("pixel_values", "input_ids"),
            Map.of(
                "image_embeds", FloatTensor.of(new float[] {1, 2, 3}, 1, 3),
                "text_embeds", FloatTensor.of(new float[] {1, Float.NaN, 3}, 1, 3)));
    ReferenceCheck image =
        new ReferenceCheck(
            ReferenceCheck.IMAGE_FEATURES_CONSTANT, 0.5, List.of(), 1, List.of(2.25, 3.125));
    ReferenceCheck text =
        new ReferenceCheck(ReferenceCheck.TEXT_FEATURES, 0, List.of(7L, 8L), 0, List.of(1.0, 2.0));
    ReferenceCheck unknown = new ReferenceCheck("later", 0, List.of(), 0, List.of(1.0));
    List<SelfCheckResult> results =
        ClipSelfCheck.run(
            encoders(graph, graph, 2), new Reference(0.3, List.of(image, text, unknown)));
    assertEquals(2, results.size());
    assertEquals(0.25, results.get(0).deviation(), 1e-6);
    assertTrue(results.get(0).passed());
    assertFalse(results.get(1).passed(), "no number is no match");
    assertFalse(
        ClipSelfCheck.run(encoders(graph, graph, 2), new Reference(0.2, List.of(image)))
            .get(0)
            .passed());
  }

  private static ClipEncoders encoders(Session vision, Session text, int eosTokenId) {
    return new ClipEncoders(
        vision,
        text,
        new ClipConfig(
            4,
            4,
            2,
            1,
            2,
            1,
            4,
            3,
            eosTokenId,
            100,
            Preprocessing.CLIP_MEAN,
            Preprocessing.CLIP_STD));
  }

  /** Gives the same outputs whatever comes in, and keeps what came in. */
  private static final class Recorded implements Session {
    private final List<String> inputs;
    private final Map<String, Tensor> outputs;
    private Map<String, Tensor> given = Map.of();

    Recorded(List<String> inputs, Map<String, Tensor> outputs) {
      this.inputs = inputs;
      this.outputs = outputs;
    }

    @Override
    public List<String> inputs() {
      return inputs;
    }

    @Override
    public List<String> outputs() {
      return List.copyOf(outputs.keySet());
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> fed, List<String> wanted) {
      given = fed;
      return outputs;
    }

    @Override
    public void close() {
      given = Map.of();
    }
  }
}
