package mirador.models.onnx;

import static mirador.models.onnx.GraphWriter.INT64;
import static mirador.models.onnx.TinyWeights.HEADS;
import static mirador.models.onnx.TinyWeights.LAYERS;
import static mirador.models.onnx.TinyWeights.PATCH;
import static mirador.models.onnx.TinyWeights.TOKENS;
import static mirador.models.onnx.TinyWeights.WIDTH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mirador.concepts.onnx.EncoderPatch;
import mirador.concepts.onnx.EncoderPatcher;
import mirador.models.onnx.AttentionPatcherTest.Variant;
import mirador.models.onnx.GraphRun.Output;
import mirador.models.onnx.TinyTransformer.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncoderPatcherTest {
  private static final int BATCH = 2;
  private static final int PATCHES = TOKENS - 1;
  private static final int SEED = 19;
  private static final TinyWeights WEIGHTS = new TinyWeights(SEED);
  private static final List<String> ALL =
      List.of(
          "attentions.0",
          "attentions.1",
          "attentions.2",
          "hidden_states.0",
          "hidden_states.1",
          "hidden_states.2",
          "hidden_states.3",
          "patch_embeddings",
          "position_embeddings",
          "embeddings");

  static Stream<Arguments> all() {
    return Arrays.stream(ExportStyle.values())
        .flatMap(
            style ->
                Arrays.stream(Variant.values())
                    .filter(variant -> style.half || !variant.name().startsWith("FLOAT16"))
                    .flatMap(
                        variant ->
                            Arrays.stream(Places.values())
                                .filter(places -> exists(style, variant, places))
                                .map(places -> Arguments.of(style, variant, places))));
  }

  /** Unsqueeze with its axes as an input and float16 scales have their own operator sets. */
  private static boolean exists(ExportStyle style, Variant variant, Places places) {
    return places == Places.TABLE
        || (style.opset >= 13
            && !(places == Places.GATHERED_OCTETS && variant.name().startsWith("FLOAT16")));
  }

  private static float[] pixels() {
    Random random = new Random(5);
    float[] pixels = new float[BATCH * 3 * 4 * PATCH * PATCH];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextGaussian();
    }
    return pixels;
  }

  private static Map<String, Output> see(byte[] model) throws OrtException {
    return GraphRun.pictures(model, pixels(), BATCH, 3, 2 * PATCH, 2 * PATCH);
  }

  @ParameterizedTest
  @MethodSource("all")
  void allThatFlowsThroughIsFound(ExportStyle style, Variant variant, Places places)
      throws Exception {
    byte[] original =
        variant.of(TinyTransformer.vision(WEIGHTS, style, places).model()).toByteArray();
    EncoderPatch patch = EncoderPatcher.patch(original, HEADS);
    assertEquals(List.of(), patch.missing());
    assertEquals(ALL, patch.outputs());
    assertTrue(patch.changed());
    Map<String, Output> before = see(original);
    Map<String, Output> outputs = see(patch.model().toBytes());
    before.forEach(
        (name, output) -> assertArrayEquals(output.values(), outputs.get(name).values(), name));
    // Rounding of weights and of states is a share of numbers that pass 4.
    double distance = Math.max(4 * variant.distance, Math.max(4 * style.rounding, 1e-5));
    TinyWeights weights =
        places == Places.GATHERED_OCTETS ? TinyWeights.withOctetPlaces(SEED) : WEIGHTS;
    PlainTransformer plain = new PlainTransformer(weights, false);
    List<double[]> states = plain.statesOfPictures(pixels(), BATCH, places != Places.TABLE);
    for (int i = 0; i <= LAYERS; i++) {
      assertClose(states.get(i), outputs.get("hidden_states." + i), distance);
      assertArrayEquals(
          new long[] {BATCH, TOKENS, WIDTH}, outputs.get("hidden_states." + i).shape());
    }
    assertStem(outputs, weights, variant.name().startsWith("FLOAT16") ? 1e-2 : 1e-5);
  }

  private static void assertClose(double[] expected, Output found, double distance) {
    assertEquals(expected.length, found.values().length);
    assertEquals("FLOAT", found.type());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found.values()[i], distance);
    }
  }

  /** Patches, places and their sum, each by itself. */
  private static void assertStem(
      Map<String, Output> outputs, TinyWeights weights, double distance) {
    float[] patches = outputs.get("patch_embeddings").values();
    float[] positions = outputs.get("position_embeddings").values();
    float[] embeddings = outputs.get("embeddings").values();
    assertArrayEquals(new long[] {BATCH, PATCHES, WIDTH}, outputs.get("patch_embeddings").shape());
    assertEquals(TOKENS * WIDTH, positions.length);
    for (int i = 0; i < positions.length; i++) {
      assertEquals(weights.positions[i], positions[i], distance);
    }
    PlainTransformer plain = new PlainTransformer(WEIGHTS, false);
    for (int b = 0; b < BATCH; b++) {
      double[][] tokens = plain.tokens(pixels(), b);
      for (int p = 0; p < PATCHES; p++) {
        for (int w = 0; w < WIDTH; w++) {
          float patch = patches[(b * PATCHES + p) * WIDTH + w];
          assertEquals(tokens[p + 1][w], patch, distance);
          assertEquals(
              patch + positions[(p + 1) * WIDTH + w],
              embeddings[(b * TOKENS + p + 1) * WIDTH + w],
              distance);
        }
      }
    }
  }

  @Test
  void whatIsThereAlreadyStays() {
    byte[] once =
        EncoderPatcher.patch(
                TinyTransformer.vision(WEIGHTS, ExportStyle.TORCH_BMM).model().toByteArray(), 0)
            .model()
            .toBytes();
    EncoderPatch again = EncoderPatcher.patch(once, 0);
    assertFalse(again.changed());
    assertEquals(new TreeSet<>(ALL), new TreeSet<>(again.outputs()));
    assertEquals(List.of(), again.missing());
    assertSame(once, again.model().toBytes());
  }

  @Test
  void aTextEncoderHasStatesAndPlacesButNoPatches() {
    EncoderPatch patch =
        EncoderPatcher.patch(
            TinyTransformer.text(WEIGHTS, ExportStyle.TORCH_SDPA).model().toByteArray(), 0);
    assertTrue(patch.outputs().contains("hidden_states.3"));
    assertTrue(patch.outputs().contains("position_embeddings"));
    assertFalse(patch.outputs().contains("patch_embeddings"));
    assertEquals(1, patch.missing().size());
    assertTrue(patch.missing().get(0).contains("projected patches"), patch.missing().get(0));
  }

  @Test
  void aGraphWithoutPlacesSaysSo() {
    GraphWriter graph = TinyTransformer.vision(WEIGHTS, ExportStyle.TORCH_SDPA);
    // The first sum of the graph adds the places: now it only hands the tokens on.
    for (NodeProto.Builder node : graph.graph().getNodeBuilderList()) {
      if (node.getOpType().equals("Add")) {
        String tokens = node.getInput(0);
        node.setOpType("Identity").clearInput().addInput(tokens);
        break;
      }
    }
    EncoderPatch patch = EncoderPatcher.patch(graph.model().toByteArray(), HEADS);
    assertEquals(1, patch.missing().size());
    assertTrue(patch.missing().get(0).contains("table of places"), patch.missing().get(0));
    assertTrue(patch.outputs().contains("hidden_states.0"));
    assertFalse(patch.outputs().contains("position_embeddings"));
  }

  @Test
  void fusedSumsAreNotShown() {
    GraphWriter graph = TinyTransformer.vision(WEIGHTS, ExportStyle.TORCH_SDPA);
    Set<String> weights =
        graph.graph().getInitializerList().stream()
            .map(TensorProto::getName)
            .collect(Collectors.toSet());
    for (NodeProto.Builder node : graph.graph().getNodeBuilderList()) {
      if (node.getOpType().equals("Add")
          && node.getInputList().stream().noneMatch(weights::contains)) {
        node.setOpType("SkipLayerNormalization").setDomain("com.microsoft");
      }
    }
    EncoderPatch patch = EncoderPatcher.patch(graph.model().toByteArray(), HEADS);
    assertTrue(
        patch.missing().stream().anyMatch(why -> why.contains("layer 0 there is no plain sum")),
        patch.missing().toString());
    assertTrue(patch.outputs().stream().noneMatch(name -> name.startsWith("hidden_states.")));
  }

  @Test
  void aTensorOfTheSameNameIsInTheWay() {
    GraphWriter graph = TinyTransformer.vision(WEIGHTS, ExportStyle.TENSORFLOW);
    graph
        .graph()
        .addNode(
            NodeProto.newBuilder()
                .setOpType("Identity")
                .addInput("pixel_values")
                .addOutput("embeddings"));
    EncoderPatch patch = EncoderPatcher.patch(graph.model().toByteArray(), HEADS);
    assertEquals(
        List.of("the graph has another tensor of the name embeddings already"), patch.missing());
    assertFalse(patch.outputs().contains("embeddings"));
    assertTrue(patch.outputs().contains("position_embeddings"));
  }

  @Test
  void aGraphThatIsNoEncoderHasNothing() {
    GraphWriter graph = new GraphWriter(14);
    graph.input("ids", INT64, "batch");
    graph.output("ids", "same", INT64, "batch");
    EncoderPatch patch = EncoderPatcher.patch(graph.model().toByteArray(), 0);
    assertEquals(List.of(), patch.outputs());
    assertFalse(patch.changed());
    assertEquals(2, patch.missing().size());
    assertTrue(patch.missing().get(0).contains("no softmax"), patch.missing().get(0));
    assertTrue(patch.missing().get(1).contains("no attention"), patch.missing().get(1));
  }
}
