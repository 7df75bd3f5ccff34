package mirador.models.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mirador.concepts.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxFileTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenInPiecesIsOneMessage() throws IOException {
    byte[] table = new byte[3_000_001];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) i;
    }
    GraphBuilder graph = new GraphBuilder("lookup");
    Value ids = graph.input("ids", DataType.INT64, "n");
    Value entries =
        graph.initializer(
            new Initializer(
                "table", DataType.UINT8, Shape.of(table.length), out -> out.write(table)));
    graph.scope("block");
    graph.output("out", graph.gather(entries, ids, 0), DataType.UINT8, "n");

    Path path = folder.resolve("lookup.onnx");
    long[] told = {0};
    OnnxFile file = new OnnxFile(graph);
    file.write(path, bytes -> told[0] += bytes);
    assertEquals(file.bytes(), Files.size(path));
    assertEquals(file.bytes(), told[0]);

    ModelProto model = ModelProto.parseFrom(Files.readAllBytes(path));
    assertTrue(model.getUnknownFields().asMap().isEmpty());
    assertEquals(17, model.getOpsetImport(0).getVersion());
    TensorProto stored = model.getGraph().getInitializer(0);
    assertEquals("table", stored.getName());
    assertEquals(List.of((long) table.length), stored.getDimsList());
    assertArrayEquals(table, stored.getRawData().toByteArray());
    assertEquals("block/Gather_0", model.getGraph().getNode(0).getName());
    assertEquals("out", model.getGraph().getNode(0).getOutput(0));
  }

  @Test
  void aValueMayBeAnOutputTwice() {
    GraphBuilder graph = new GraphBuilder("twice");
    Value x = graph.input("x", DataType.FLOAT, "n");
    Value sum = graph.add(x, x);
    graph.output("a", sum, DataType.FLOAT, "n");
    graph.output("b", sum, DataType.FLOAT, "n");
    var built = graph.graph();
    assertEquals("a", built.getNode(0).getOutput(0));
    assertEquals("Identity", built.getNode(1).getOpType());
    assertEquals("a", built.getNode(1).getInput(0));
    assertEquals("b", built.getNode(1).getOutput(0));
  }

  @Test
  void aFailureLeavesNoFile() throws IOException {
    GraphBuilder graph = new GraphBuilder("short");
    graph.initializer(
        new Initializer("w", DataType.FLOAT, Shape.of(2), out -> out.write(new byte[7])));
    Path path = folder.resolve("short.onnx");
    IOException refused =
        assertThrows(IOException.class, () -> new OnnxFile(graph).write(path, bytes -> {}));
    assertTrue(refused.getMessage().contains("w of shape (2) has 7 bytes"), refused.getMessage());
    try (Stream<Path> left = Files.list(folder)) {
      assertFalse(left.findAny().isPresent());
    }
  }

  @Test
  void aGraphBeyondTwoGibibytesIsRefused() {
    GraphBuilder graph = new GraphBuilder("large");
    graph.initializer(new Initializer("w", DataType.FLOAT, Shape.of(1 << 29), out -> out.write(0)));
    IOException refused =
        assertThrows(
            IOException.class,
            () -> new OnnxFile(graph).write(folder.resolve("large.onnx"), bytes -> {}));
    assertTrue(refused.getMessage().contains("2 GiB"), refused.getMessage());
  }
}
