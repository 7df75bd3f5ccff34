package mirador.models.onnx;

import static mirador.models.onnx.GraphWriter.FLOAT;
import static mirador.models.onnx.GraphWriter.INT64;
import static mirador.models.onnx.GraphWriter.inner;
import static mirador.models.onnx.GraphWriter.integer;
import static mirador.models.onnx.TinyWeights.HEADS;
import static mirador.models.onnx.TinyWeights.LAYERS;
import static mirador.models.onnx.TinyWeights.PATCH;
import static mirador.models.onnx.TinyWeights.TOKENS;
import static mirador.models.onnx.TinyWeights.WIDTH;
import static mirador.models.onnx.TinyWeights.WORDS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OrtException;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import mirador.concepts.onnx.AttentionOutput;
import mirador.concepts.onnx.AttentionOutput.Layout;
import mirador.concepts.onnx.AttentionPatch;
import mirador.concepts.onnx.AttentionPatch.Outcome;
import mirador.concepts.onnx.AttentionPatcher;
import mirador.models.onnx.GraphRun.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttentionPatcherTest {
  private static final int BATCH = 2;
  private static final TinyWeights WEIGHTS = new TinyWeights(17);
  private static final List<String> NAMES = List.of("attentions.0", "attentions.1", "attentions.2");

  /** What a tool made of the exported float32 graph. */
  enum Variant {
    FLOAT32(1e-5, 1e-6),
    INT8(0.2, 1e-6),
    INT8_WITH_ATTENTION(0.2, 1e-6),
    FLOAT16(0.02, 1e-3),
    FLOAT16_WITH_FLOAT_SOFTMAX(0.02, 1e-3);

    /** Greatest distance from the reference in doubles. */
    final double distance;

    /** Greatest distance from a softmax of the graph's own scores. */
    final double rounding;

    Variant(double distance, double rounding) {
      this.distance = distance;
      this.rounding = rounding;
    }

    ModelProto of(ModelProto model) {
      return switch (this) {
        case FLOAT32 -> model;
        case INT8 -> Int8Rewriter.rewrite(model, false);
        case INT8_WITH_ATTENTION -> Int8Rewriter.rewrite(model, true);
        case FLOAT16 -> HalfRewriter.rewrite(model, false);
        case FLOAT16_WITH_FLOAT_SOFTMAX -> HalfRewriter.rewrite(model, true);
      };
    }
  }

  static Stream<Arguments> stylesAndVariants() {
    return Arrays.stream(ExportStyle.values())
        .flatMap(
            style ->
                Arrays.stream(Variant.values())
                    .filter(variant -> style.half || !variant.name().startsWith("FLOAT16"))
                    .map(variant -> Arguments.of(style, variant)));
  }

  private static byte[] model(GraphWriter graph, Variant variant) {
    return variant.of(graph.model()).toByteArray();
  }

  private static float[] pixels() {
    Random random = new Random(5);
    float[] pixels = new float[BATCH * 3 * 4 * PATCH * PATCH];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextGaussian();
    }
    return pixels;
  }

  private static long[] ids() {
    Random random = new Random(6);
    return random.longs((long) BATCH * TOKENS, 0, WORDS).toArray();
  }

  private static Map<String, Output> see(byte[] model) throws OrtException {
    return GraphRun.pictures(model, pixels(), BATCH, 3, 2 * PATCH, 2 * PATCH);
  }

  private static Map<String, Output> read(byte[] model) throws OrtException {
    return GraphRun.texts(model, ids(), BATCH, TOKENS);
  }

  @ParameterizedTest
  @MethodSource("stylesAndVariants")
  void picturesGiveTheirAttention(ExportStyle style, Variant variant) throws Exception {
    GraphWriter graph = TinyTransformer.vision(WEIGHTS, style);
    byte[] original = model(graph, variant);
    AttentionPatch patch = AttentionPatcher.patch(original);
    assertFound(style, patch);
    Map<String, Output> before = see(original);
    assertUnchanged(before, see(patch.toBytes()));
    assertAttention(
        see(withScores(patch.toBytes(), graph, variant)),
        graph,
        style,
        variant,
        new PlainTransformer(WEIGHTS, false).attentionOfPictures(pixels(), BATCH));
  }

  @ParameterizedTest
  @MethodSource("stylesAndVariants")
  void textsGiveTheirAttention(ExportStyle style, Variant variant) throws Exception {
    GraphWriter graph = TinyTransformer.text(WEIGHTS, style);
    byte[] original = model(graph, variant);
    AttentionPatch patch = AttentionPatcher.patch(original);
    assertFound(style, patch);
    Map<String, Output> before = read(original);
    assertUnchanged(before, read(patch.toBytes()));
    assertAttention(
        read(withScores(patch.toBytes(), graph, variant)),
        graph,
        style,
        variant,
        new PlainTransformer(WEIGHTS, true).attentionOfTexts(ids(), BATCH));
  }

  private static void assertFound(ExportStyle style, AttentionPatch patch) {
    assertEquals(Outcome.ADDED, patch.outcome(), patch.explanation());
    assertEquals(NAMES, patch.names());
    for (AttentionOutput output : patch.outputs()) {
      assertEquals(style.layout, output.layout(), style + " " + output);
      assertEquals(style.heads, output.heads(), style + " " + output);
    }
  }

  /** The same model, which gives what its softmaxes are taken of as well. */
  private static byte[] withScores(byte[] patched, GraphWriter graph, Variant variant)
      throws InvalidProtocolBufferException {
    ModelProto.Builder model = ModelProto.parseFrom(patched).toBuilder();
    boolean half = variant == Variant.FLOAT16 || variant == Variant.FLOAT16_WITH_FLOAT_SOFTMAX;
    for (String score : graph.scores()) {
      model
          .getGraphBuilder()
          .addOutput(
              ValueInfoProto.newBuilder()
                  .setName(score)
                  .setType(
                      TypeProto.newBuilder()
                          .setTensorType(
                              TypeProto.Tensor.newBuilder()
                                  .setElemType(half ? GraphWriter.FLOAT16 : FLOAT))));
    }
    return model.build().toByteArray();
  }

  private static void assertUnchanged(Map<String, Output> before, Map<String, Output> after) {
    assertEquals(2, before.size());
    before.forEach(
        (name, output) -> {
          assertArrayEquals(output.shape(), after.get(name).shape());
          assertArrayEquals(output.values(), after.get(name).values(), name);
        });
  }

  private static void assertAttention(
      Map<String, Output> outputs,
      GraphWriter graph,
      ExportStyle style,
      Variant variant,
      List<double[]> reference) {
    double distance = Math.max(variant.distance, style.rounding);
    for (int layer = 0; layer < LAYERS; layer++) {
      Output attention = outputs.get(NAMES.get(layer));
      assertEquals("FLOAT", attention.type());
      double[] expected = reference.get(layer);
      assertEquals(expected.length, attention.values().length);
      float[] scores = outputs.get(graph.scores().get(layer)).values();
      double[] own = new double[scores.length];
      for (int i = 0; i < own.length; i++) {
        own[i] = scores[i];
      }
      for (int row = 0; row < own.length; row += TOKENS) {
        PlainTransformer.softmax(own, row, TOKENS);
        double sum = 0;
        for (int i = row; i < row + TOKENS; i++) {
          sum += attention.values()[i];
          assertEquals(expected[i], attention.values()[i], distance, "layer " + layer);
          assertEquals(own[i], attention.values()[i], variant.rounding, "layer " + layer);
        }
        assertEquals(1, sum, Math.max(5e-7, 2 * variant.rounding));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ExportStyle.class)
  void aKnownHeadCountGivesFourAxesEverywhere(ExportStyle style) throws OrtException {
    byte[] original = model(TinyTransformer.vision(WEIGHTS, style), Variant.FLOAT32);
    AttentionPatch patch = AttentionPatcher.patch(original, HEADS);
    Map<String, Output> outputs = see(patch.toBytes());
    for (AttentionOutput output : patch.outputs()) {
      assertEquals(Layout.BATCH_AND_HEADS, output.layout());
      assertEquals(HEADS, output.heads());
      assertArrayEquals(
          new long[] {BATCH, HEADS, TOKENS, TOKENS}, outputs.get(output.name()).shape());
    }
  }

  @Test
  void mergedHeadsStayMergedWhereNobodyKnowsThem() throws OrtException {
    byte[] original =
        model(TinyTransformer.vision(WEIGHTS, ExportStyle.OPAQUE_VIEWS), Variant.FLOAT32);
    Map<String, Output> outputs = see(AttentionPatcher.patch(original).toBytes());
    assertArrayEquals(
        new long[] {(long) BATCH * HEADS, TOKENS, TOKENS}, outputs.get("attentions.0").shape());
  }

  @Test
  void theRestOfTheFileStaysByteForByte() throws InvalidProtocolBufferException {
    ModelProto model = TinyTransformer.vision(WEIGHTS, ExportStyle.TORCH_BMM).model();
    byte[] original = model.toByteArray();
    byte[] copy = original.clone();
    AttentionPatch patch = AttentionPatcher.patch(original);
    assertArrayEquals(copy, original);
    assertEquals(patch.length(), patch.toBytes().length);
    assertSame(original, patch.ranges().get(2).bytes());
    ModelProto patched = ModelProto.parseFrom(patch.toBytes());
    GraphProto graph = patched.getGraph();
    int nodes = model.getGraph().getNodeCount();
    GraphProto reduced =
        graph.toBuilder()
            .clearNode()
            .addAllNode(graph.getNodeList().subList(0, nodes))
            .clearOutput()
            .addAllOutput(graph.getOutputList().subList(0, 2))
            .build();
    assertEquals(model, patched.toBuilder().setGraph(reduced).build());
    assertEquals(
        Stream.concat(Stream.of("image_embeds", "expected_value"), NAMES.stream()).toList(),
        graph.getOutputList().stream().map(ValueInfoProto::getName).toList());
  }

  @Test
  void patchingTwiceChangesNothingMore() {
    byte[] once =
        AttentionPatcher.patch(
                model(TinyTransformer.vision(WEIGHTS, ExportStyle.TORCH_SDPA), Variant.INT8))
            .toBytes();
    AttentionPatch again = AttentionPatcher.patch(once);
    assertEquals(Outcome.ALREADY_THERE, again.outcome());
    assertEquals(NAMES, again.names());
    assertSame(once, again.toBytes());
  }

  @Test
  void anExportWithAttentionIsLeftAlone() {
    GraphWriter graph = TinyTransformer.vision(WEIGHTS, ExportStyle.TORCH_SDPA);
    for (int i = 0; i < LAYERS; i++) {
      String softmax = softmaxes(graph).get(i).getOutput(0);
      graph.output(softmax, "attentions." + i, FLOAT, "batch", HEADS, TOKENS, TOKENS);
    }
    AttentionPatch patch = AttentionPatcher.patch(model(graph, Variant.FLOAT32), HEADS);
    assertEquals(Outcome.ALREADY_THERE, patch.outcome());
    assertFalse(patch.changed());
    assertEquals(NAMES, patch.names());
    assertEquals(Layout.BATCH_AND_HEADS, patch.outputs().get(0).layout());
  }

  private static List<NodeProto> softmaxes(GraphWriter graph) {
    return graph.graph().getNodeList().stream()
        .filter(node -> node.getOpType().equals("Softmax"))
        .toList();
  }

  @Test
  void aTensorOfTheSameNameIsInTheWay() {
    GraphWriter graph = TinyTransformer.vision(WEIGHTS, ExportStyle.TENSORFLOW);
    graph.output("image_embeds", "attentions.1", FLOAT, "batch", WIDTH);
    AttentionPatch patch = AttentionPatcher.patch(model(graph, Variant.FLOAT32));
    assertEquals(Outcome.NAME_TAKEN, patch.outcome());
    assertTrue(patch.explanation().contains("attentions.1"), patch.explanation());
    assertTrue(patch.outputs().isEmpty());
  }

  @Test
  void aClassifiersSoftmaxIsNoAttention() {
    GraphWriter graph = new GraphWriter(14);
    graph.input("x", FLOAT, "batch", WIDTH);
    String hidden = ExportStyle.linear(graph, "x", WEIGHTS.projection, new float[WIDTH]);
    String logits = ExportStyle.linear(graph, hidden, WEIGHTS.classifier, new float[4]);
    String probabilities = graph.node("Softmax", List.of(logits), integer("axis", -1));
    graph.output(
        graph.node("MatMul", List.of(probabilities, graph.weights(WEIGHTS.classValues, 4, 2))),
        "value",
        FLOAT,
        "batch",
        2);
    AttentionPatch patch = AttentionPatcher.patch(model(graph, Variant.FLOAT32));
    assertEquals(Outcome.NO_ATTENTION, patch.outcome());
    assertTrue(patch.explanation().contains("1 softmax "), patch.explanation());
  }

  @Test
  void theSoftmaxOfAContrastiveModelIsNoAttention() {
    GraphWriter graph = new GraphWriter(14);
    graph.input("x", FLOAT, "pictures", WIDTH);
    graph.input("y", FLOAT, "texts", WIDTH);
    String pictures = ExportStyle.linear(graph, "x", WEIGHTS.projection, new float[WIDTH]);
    String texts = ExportStyle.linear(graph, "y", WEIGHTS.projection, new float[WIDTH]);
    String logits =
        graph.node("MatMul", List.of(pictures, graph.node("Transpose", List.of(texts))));
    String probabilities = graph.node("Softmax", List.of(logits), integer("axis", -1));
    graph.output(probabilities, "probs", FLOAT, "pictures", "texts");
    // A mean of raw inputs, weighted by similarity: there is no value projection.
    graph.output(
        graph.node("MatMul", List.of(probabilities, "y")), "mean", FLOAT, "pictures", WIDTH);
    assertEquals(
        Outcome.NO_ATTENTION, AttentionPatcher.patch(model(graph, Variant.FLOAT32)).outcome());
  }

  @Test
  void aSoftmaxOverQueriesIsNoAttention() {
    GraphWriter graph = TinyTransformer.vision(WEIGHTS, ExportStyle.TENSORFLOW);
    GraphProto.Builder builder = graph.graph();
    for (int i = 0; i < builder.getNodeCount(); i++) {
      if (builder.getNode(i).getOpType().equals("Softmax")) {
        builder.getNodeBuilder(i).getAttributeBuilder(0).setI(1);
      }
    }
    AttentionPatch patch = AttentionPatcher.patch(model(graph, Variant.FLOAT32));
    assertEquals(Outcome.NO_ATTENTION, patch.outcome(), patch.explanation());
  }

  @Test
  void fusedOperatorsAreNamed() {
    GraphWriter graph = new GraphWriter(14);
    graph.input("x", FLOAT, "batch", TOKENS, WIDTH);
    String qkv = graph.weights(new float[WIDTH * 3 * WIDTH], WIDTH, 3 * WIDTH);
    String bias = graph.weights(new float[3 * WIDTH], 3 * WIDTH);
    String first =
        graph
            .nodes(
                "com.microsoft",
                "Attention",
                List.of("x", qkv, bias),
                1,
                integer("num_heads", HEADS))
            .get(0);
    String second =
        graph
            .nodes(
                "com.microsoft",
                "MultiHeadAttention",
                List.of(first, first, first),
                1,
                integer("num_heads", HEADS))
            .get(0);
    graph.output(second, "y", FLOAT, "batch", TOKENS, WIDTH);
    AttentionPatch patch = AttentionPatcher.patch(model(graph, Variant.FLOAT32));
    assertEquals(Outcome.FUSED, patch.outcome());
    assertTrue(
        patch
            .explanation()
            .contains("1 com.microsoft.Attention, 1 com.microsoft.MultiHeadAttention"),
        patch.explanation());
    assertFalse(patch.changed());
  }

  @Test
  void someFusedLayersLeaveNoLayerNumbers() {
    GraphWriter graph = TinyTransformer.vision(WEIGHTS, ExportStyle.TORCH_SDPA);
    graph.nodes("", "Attention", List.of("1", "1", "1"), 1);
    assertEquals(Outcome.FUSED, AttentionPatcher.patch(model(graph, Variant.FLOAT32)).outcome());
  }

  @Test
  void attentionWithinABranchIsOutOfReach() {
    GraphProto branch = TinyTransformer.vision(WEIGHTS, ExportStyle.TORCH_SDPA).graph().build();
    GraphWriter graph = new GraphWriter(14);
    graph.input("past", GraphWriter.BOOL);
    String out =
        graph.node(
            "If", List.of("past"), inner("then_branch", branch), inner("else_branch", branch));
    graph.output(out, "y", FLOAT, "batch", WIDTH);
    AttentionPatch patch = AttentionPatcher.patch(model(graph, Variant.FLOAT32));
    assertEquals(Outcome.NESTED, patch.outcome());
  }

  @Test
  void attentionWithinAFunctionIsOutOfReach() {
    GraphProto attention = TinyTransformer.vision(WEIGHTS, ExportStyle.TORCH_SDPA).graph().build();
    GraphWriter graph = new GraphWriter(18);
    graph.input("x", FLOAT, "batch", TOKENS, WIDTH);
    graph.output(
        graph.nodes("pkg.torch", "CLIPAttention", List.of("x"), 1).get(0),
        "y",
        FLOAT,
        "batch",
        TOKENS,
        WIDTH);
    ModelProto model =
        graph.model().toBuilder()
            .addFunctions(
                FunctionProto.newBuilder()
                    .setDomain("pkg.torch")
                    .setName("CLIPAttention")
                    .addAllNode(attention.getNodeList()))
            .build();
    assertEquals(Outcome.NESTED, AttentionPatcher.patch(model.toByteArray()).outcome());
  }

  @Test
  void aGraphWithoutSoftmaxSaysSo() {
    GraphWriter graph = new GraphWriter(14);
    graph.input("ids", INT64, "batch");
    graph.output("ids", "same", INT64, "batch");
    assertEquals(
        Outcome.NO_SOFTMAX, AttentionPatcher.patch(model(graph, Variant.FLOAT32)).outcome());
  }
}
