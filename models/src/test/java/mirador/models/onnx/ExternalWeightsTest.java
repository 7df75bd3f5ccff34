package mirador.models.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mirador.concepts.tensor.Shape;
import mirador.models.onnx.OnnxFile.ExternalTensor;
import org.junit.jupiter.api.Test;

/** Bytes beside a graph: in their places, made by several threads, from any place on. */
class ExternalWeightsTest {
  private final List<byte[]> numbers = new ArrayList<>();
  private final GraphBuilder graph = new GraphBuilder("weights");
  private final Random random = new Random(9);

  private void tensor(int bytes) {
    byte[] data = new byte[bytes];
    random.nextBytes(data);
    numbers.add(data);
    graph.initializer(
        new Initializer(
            "w" + numbers.size(), DataType.UINT8, Shape.of(bytes), out -> out.write(data)));
  }

  private byte[] expected(OnnxFile file) {
    byte[] all = new byte[(int) file.externalBytes()];
    for (ExternalTensor tensor : file.external()) {
      byte[] data = numbers.get(Integer.parseInt(tensor.initializer().name().substring(1)) - 1);
      System.arraycopy(data, 0, all, (int) tensor.offset(), data.length);
    }
    return all;
  }

  @Test
  void smallNumbersStayInTheGraphAndOthersLieAligned() {
    tensor(1024);
    tensor(1025);
    tensor(5000);
    OnnxFile file = OnnxFile.besideWeights(graph, "w.data");
    assertEquals(2, file.external().size());
    assertEquals(0, file.external().get(0).offset());
    assertEquals(1088, file.external().get(1).offset());
    assertEquals(6088, file.externalBytes());
  }

  @Test
  void anyPlaceToBeginWithGivesTheRest() throws IOException {
    for (int bytes : new int[] {3000, 70_000, 1100, 2048, 100_000, 5000}) {
      tensor(bytes);
    }
    OnnxFile file = OnnxFile.besideWeights(graph, "w.data");
    byte[] all = expected(file);
    for (long ahead : new long[] {1, 6000, 1 << 20}) { // nothing, some, everything
      for (int from : new int[] {0, 1, 2999, 3000, 3008, 80_000, all.length - 1, all.length}) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExternalWeights(file, ahead).write(from, out);
        assertArrayEquals(
            Arrays.copyOfRange(all, from, all.length), out.toByteArray(), ahead + ", " + from);
      }
    }
  }

  @Test
  void byProductsComeAfterWhatMakesThem() throws IOException {
    List<String> made = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 5; i++) {
      String name = "matrix" + i;
      graph.initializer(
          new Initializer(
              name,
              DataType.UINT8,
              Shape.of(2000),
              out -> {
                made.add(name);
                out.write(new byte[2000]);
              }));
      graph.initializer(
          new Initializer(
              name + ".scales",
              DataType.UINT8,
              Shape.of(2000),
              out -> {
                assertTrue(made.contains(name), "scales before " + name);
                out.write(new byte[2000]);
              },
              true));
    }
    new ExternalWeights(OnnxFile.besideWeights(graph, "w.data"))
        .write(0, new ByteArrayOutputStream());
    assertEquals(5, made.size());
  }

  @Test
  void twoTensorsAreMadeAtOnceWhereThereAreTwoProcessors() throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    CountDownLatch both = new CountDownLatch(Math.min(2, processors));
    boolean[] met = {true};
    for (int i = 0; i < 2; i++) {
      graph.initializer(
          new Initializer(
              "w" + i,
              DataType.UINT8,
              Shape.of(2000),
              out -> {
                both.countDown();
                try {
                  met[0] &= both.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException stopped) {
                  throw new IOException(stopped);
                }
                out.write(new byte[2000]);
              }));
    }
    new ExternalWeights(OnnxFile.besideWeights(graph, "w.data"))
        .write(0, new ByteArrayOutputStream());
    assertTrue(met[0], "the second tensor waited for the first");
  }

  @Test
  void whatCannotBeMadeIsToldAndSoIsAWrongLength() {
    graph.initializer(
        new Initializer(
            "broken",
            DataType.UINT8,
            Shape.of(2000),
            out -> {
              throw new IOException("the checkpoint ends here");
            }));
    IOException failure =
        assertThrows(
            IOException.class,
            () ->
                new ExternalWeights(OnnxFile.besideWeights(graph, "w.data"))
                    .write(0, new ByteArrayOutputStream()));
    assertEquals("the checkpoint ends here", failure.getMessage());

    GraphBuilder other = new GraphBuilder("short");
    other.initializer(
        new Initializer("short", DataType.UINT8, Shape.of(2000), out -> out.write(new byte[1999])));
    failure =
        assertThrows(
            IOException.class,
            () ->
                new ExternalWeights(OnnxFile.besideWeights(other, "w.data"))
                    .write(0, new ByteArrayOutputStream()));
    assertTrue(failure.getMessage().contains("short of shape (2000) has 1999"));
  }
}
