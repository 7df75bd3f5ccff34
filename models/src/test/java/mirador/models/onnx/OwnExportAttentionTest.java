package mirador.models.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnxruntime.OrtException;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mirador.concepts.onnx.AttentionPatch;
import mirador.concepts.onnx.AttentionPatch.Outcome;
import mirador.concepts.onnx.AttentionPatcher;
import mirador.models.export.ClipExporter;
import mirador.models.export.ExportProgress;
import mirador.models.export.Variant;
import mirador.models.folder.ModelFolder;
import mirador.models.onnx.GraphRun.Output;
import mirador.models.random.RandomClip;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The project's own exports: left alone, and without their attention outputs given them back. */
class OwnExportAttentionTest {
  private static final int LAYERS = 2;

  @TempDir static Path temp;

  @BeforeAll
  static void export() throws IOException {
    new RandomClip(RandomClip.Sizes.small(LAYERS, 64)).write(temp.resolve("hf"), 1, null);
    new ClipExporter(
            new ClipExporter.Settings(
                temp.resolve("hf"),
                temp.resolve("models"),
                List.of(Variant.values()),
                "mini",
                "random",
                "MIT",
                true),
            ExportProgress.SILENT)
        .export();
  }

  private static byte[] graph(Variant variant, String file) throws IOException {
    return ModelFolder.open(temp.resolve("models").resolve(variant.toString())).bytes(file);
  }

  /** Takes the outputs away and gives their tensors other names. */
  private static byte[] without(byte[] model) throws InvalidProtocolBufferException {
    ModelProto.Builder bare = ModelProto.parseFrom(model).toBuilder();
    GraphProto.Builder graph = bare.getGraphBuilder();
    for (int i = graph.getOutputCount() - 1; i >= 0; i--) {
      if (graph.getOutput(i).getName().startsWith("attentions.")) {
        graph.removeOutput(i);
      }
    }
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      for (int i = 0; i < node.getInputCount(); i++) {
        node.setInput(i, node.getInput(i).replace("attentions.", "weights."));
      }
      for (int i = 0; i < node.getOutputCount(); i++) {
        node.setOutput(i, node.getOutput(i).replace("attentions.", "weights."));
      }
    }
    return bare.build().toByteArray();
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void ofPictures(Variant variant) throws IOException, OrtException {
    byte[] own = graph(variant, "vision.onnx");
    Random random = new Random(3);
    int side = size(own);
    float[] pixels = new float[2 * 3 * side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextGaussian();
    }
    byte[] patched = assertPatched(own);
    assertSameOutputs(
        GraphRun.pictures(own, pixels, 2, 3, side, side),
        GraphRun.pictures(patched, pixels, 2, 3, side, side));
  }

  private static int size(byte[] model) throws InvalidProtocolBufferException {
    return (int)
        ModelProto.parseFrom(model)
            .getGraph()
            .getInput(0)
            .getType()
            .getTensorType()
            .getShape()
            .getDim(2)
            .getDimValue();
  }

  private static byte[] assertPatched(byte[] own) throws InvalidProtocolBufferException {
    AttentionPatch left = AttentionPatcher.patch(own);
    assertEquals(Outcome.ALREADY_THERE, left.outcome());
    assertEquals(LAYERS, left.outputs().size());
    assertSame(own, left.toBytes());
    AttentionPatch patch = AttentionPatcher.patch(without(own));
    assertEquals(Outcome.ADDED, patch.outcome(), patch.explanation());
    assertEquals(left.names(), patch.names());
    return patch.toBytes();
  }

  private static void assertSameOutputs(Map<String, Output> own, Map<String, Output> patched) {
    assertEquals(own.keySet(), patched.keySet());
    own.forEach(
        (name, output) -> {
          assertArrayEquals(output.shape(), patched.get(name).shape(), name);
          assertArrayEquals(output.values(), patched.get(name).values(), name);
        });
  }
}
