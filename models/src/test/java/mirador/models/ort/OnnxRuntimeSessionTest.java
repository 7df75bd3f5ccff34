package mirador.models.ort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.HeldTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Shape;
import mirador.concepts.tensor.Tensor;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.OnnxFile;
import mirador.models.onnx.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxRuntimeSessionTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("sums.onnx");
    writeSums(file);
  }

  /** x (n, 2) and ids (n) give twice x, half of that as 16-bit floats, and the ids twice. */
  static void writeSums(Path file) throws IOException {
    GraphBuilder graph = new GraphBuilder("sums");
    Value x = graph.input("x", DataType.FLOAT, "n", 2);
    Value ids = graph.input("ids", DataType.INT64, "n");
    Value twice = graph.add(x, x);
    graph.output("twice", twice, DataType.FLOAT, "n", 2);
    graph.output("half", graph.cast(x, DataType.FLOAT16), DataType.FLOAT16, "n", 2);
    graph.output("ids2", graph.add(ids, ids), DataType.INT64, "n");
    graph.output("ids32", graph.cast(ids, DataType.INT32), DataType.INT32, "n");
    graph.output("same", x, DataType.FLOAT, "n", 2);
    new OnnxFile(graph).write(file, bytes -> {});
  }

  private static Map<String, Tensor> inputs() {
    return Map.of(
        "x", FloatTensor.of(new float[] {1, 2, 3, -0.5f}, 2, 2),
        "ids", LongTensor.of(new long[] {7, 1L << 20}, 2));
  }

  @Test
  void givesTheWantedOutputsInTheirTypes() {
    try (OnnxRuntimeSession session = OnnxRuntimeSession.open(file, 1)) {
      assertEquals(List.of("x", "ids"), session.inputs());
      assertEquals(List.of("twice", "half", "ids2", "ids32", "same"), session.outputs());
      Map<String, Tensor> all = session.run(inputs());
      assertArrayEquals(new float[] {2, 4, 6, -1}, all.get("twice").floats().values());
      assertEquals(all.get("same"), all.get("half"));
      assertArrayEquals(new long[] {14, 1L << 21}, all.get("ids2").longs().values());
      assertArrayEquals(new long[] {7, 1L << 20}, all.get("ids32").longs().values());
      assertEquals(Set.of("ids2"), session.run(inputs(), List.of("ids2")).keySet());
    }
  }

  @Test
  void wrongNamesAndShapesAreNamed() {
    try (OnnxRuntimeSession session = OnnxRuntimeSession.open(file, 1)) {
      assertRefused("no output y", () -> session.run(inputs(), List.of("y")));
      Map<String, Tensor> one = Map.of("x", FloatTensor.zeros(1, 2));
      assertRefused("needs the input ids", () -> session.run(one));
      Map<String, Tensor> wide =
          Map.of("x", FloatTensor.zeros(1, 3), "ids", LongTensor.of(new long[1], 1));
      assertRefused("cannot be run", () -> session.run(wide));
      Map<String, Tensor> swapped =
          Map.of("ids", FloatTensor.zeros(1), "x", LongTensor.of(new long[2], 1, 2));
      assertRefused("cannot be run", () -> session.run(swapped));
    }
  }

  @Test
  void aClosedSessionRunsNoMore() {
    OnnxRuntimeSession session = OnnxRuntimeSession.open(file, 1);
    session.close();
    session.close();
    assertRefused("closed", () -> session.run(inputs()));
  }

  @Test
  void aDamagedModelIsNamed() throws IOException {
    byte[] good = Files.readAllBytes(file);
    Path cut = folder.resolve("cut.onnx");
    Files.write(cut, Arrays.copyOf(good, good.length / 2));
    assertRefused("cut.onnx", () -> OnnxRuntimeSession.open(cut).close());
    assertRefused(
        "the model of noise cannot be loaded",
        () -> OnnxRuntimeSession.of("of noise", new byte[] {1, 2, 3}, 1).close());
    assertRefused("empty", () -> OnnxRuntimeSession.of("nothing", new byte[0], 1).close());
    assertRefused("no model", () -> OnnxRuntimeSession.open(folder.resolve("none")).close());
  }

  private static void assertRefused(String why, Runnable action) {
    InferenceException refused = assertThrows(InferenceException.class, action::run);
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  @Test
  void whatIsHeldGoesIntoTheNextRunUnread() {
    try (OnnxRuntimeSession session = OnnxRuntimeSession.open(file, 1)) {
      Map<String, Tensor> first = session.run(inputs(), List.of("twice", "ids2"), Set.of("twice"));
      assertEquals(
          LongTensor.of(new long[] {14, 1L << 21}, 2),
          first.get("ids2"),
          "what is not held is read");
      HeldTensor held = (HeldTensor) first.get("twice");
      assertEquals(Shape.of(2, 2), held.shape());
      assertThrows(IllegalArgumentException.class, held::floats);
      Map<String, Tensor> again = Map.of("x", held, "ids", inputs().get("ids"));
      for (int i = 0; i < 2; i++) { // a run leaves it as it is
        assertEquals(
            FloatTensor.of(new float[] {4, 8, 12, -2}, 2, 2),
            session.run(again, List.of("twice")).get("twice"));
      }
      held.close();
      held.close();
    }
  }

  @Test
  void whatAnotherRuntimeHoldsIsRefused() {
    HeldTensor foreign =
        new HeldTensor() {
          @Override
          public Shape shape() {
            return Shape.of(2, 2);
          }

          @Override
          public void close() {
            // nothing to free
          }
        };
    try (OnnxRuntimeSession session = OnnxRuntimeSession.open(file, 1)) {
      Map<String, Tensor> given = Map.of("x", foreign, "ids", inputs().get("ids"));
      assertThrows(InferenceException.class, () -> session.run(given, List.of("twice")));
    }
  }
}
