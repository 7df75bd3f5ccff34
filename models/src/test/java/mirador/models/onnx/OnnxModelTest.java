package mirador.models.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mirador.concepts.onnx.OnnxFormatException;
import mirador.concepts.onnx.OnnxModel;
import org.junit.jupiter.api.Test;

class OnnxModelTest {
  private static final ModelProto MODEL =
      TinyTransformer.vision(new TinyWeights(3), ExportStyle.TORCH_BMM).model();

  @Test
  void tellsWhatAGraphTakesAndGives() {
    OnnxModel model = OnnxModel.read(MODEL.toByteArray());
    assertEquals(8, model.irVersion());
    assertEquals("pytorch", model.producer());
    assertEquals("2.0.1", model.producerVersion());
    assertEquals(14, model.opset());
    assertEquals(
        List.of("pixel_values float32 (batch, 3, 8, 8)"),
        model.inputs().stream().map(Object::toString).toList());
    assertEquals(
        List.of("image_embeds float32 (batch, 12)", "expected_value float32 (batch, 2)"),
        model.outputs().stream().map(Object::toString).toList());
    assertEquals(MODEL.getGraph().getNodeCount(), model.nodes());
    assertEquals(
        MODEL.getGraph().getInitializerList().stream()
            .mapToLong(weight -> weight.getSerializedSize())
            .sum(),
        model.weightBytes());
    assertTrue(model.toString().startsWith("ONNX, opset 14, by pytorch 2.0.1, "), model.toString());
  }

  @Test
  void weightsListedAmongTheInputsAreNone() {
    ModelProto.Builder old = MODEL.toBuilder();
    MODEL
        .getGraph()
        .getInitializerList()
        .forEach(
            weight ->
                old.getGraphBuilder()
                    .addInput(ValueInfoProto.newBuilder().setName(weight.getName())));
    assertEquals(
        OnnxModel.read(MODEL.toByteArray()).inputs(),
        OnnxModel.read(old.build().toByteArray()).inputs());
  }

  @Test
  void whatIsNoModelIsCalledSo() {
    assertTells("is empty", new byte[0]);
    assertTells("web page", bytes("<!DOCTYPE html><title>Bloqueado</title>"));
    assertTells("Git LFS pointer", bytes("version https://git-lfs.github.com/spec/v1\noid"));
    assertTells("no graph", ModelProto.newBuilder().setIrVersion(8).build().toByteArray());
    assertTells("wire type 6", new byte[] {0x0e});
    assertTells("field number 0", new byte[] {0x02, 0x00});
    assertTells("where 0 are left", new byte[] {0x3a, 0x7f});
    assertTells(
        "too large",
        new byte[] {0x3a, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff});
  }

  @Test
  void aSecondGraphIsAnError() {
    byte[] once = MODEL.toByteArray();
    byte[] twice = new byte[2 * once.length];
    System.arraycopy(once, 0, twice, 0, once.length);
    System.arraycopy(once, 0, twice, once.length, once.length);
    assertTells("a second graph", twice);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertTells(String words, byte[] bytes) {
    OnnxFormatException e = assertThrows(OnnxFormatException.class, () -> OnnxModel.read(bytes));
    assertTrue(e.getMessage().contains(words), e.getMessage());
  }
}
