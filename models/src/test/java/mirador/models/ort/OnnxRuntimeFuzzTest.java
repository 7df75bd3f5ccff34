package mirador.models.ort;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Tensor;
import mirador.models.weights.DamagedFiles;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is damaged in a graph: it runs, or is refused with a message; the JVM lives on. */
class OnnxRuntimeFuzzTest {
  private static byte[] good;

  @BeforeContainer
  static void write() throws IOException {
    Path file = Files.createTempFile("fuzz", ".onnx");
    OnnxRuntimeSessionTest.writeSums(file);
    good = Files.readAllBytes(file);
    Files.delete(file);
  }

  @Property(tries = 1500)
  void aDamagedGraphRunsOrIsRefused(@ForAll long seed) {
    open(DamagedFiles.damage(good, good.length, seed));
  }

  @Property(tries = 500)
  void anyBytesAreRefused(@ForAll byte[] bytes) {
    open(bytes);
  }

  private static void open(byte[] bytes) {
    try (OnnxRuntimeSession session = OnnxRuntimeSession.of("fuzz", bytes, 1)) {
      Map<String, Tensor> inputs = new HashMap<>();
      for (String input : session.inputs()) {
        inputs.put(
            input,
            input.startsWith("x") ? FloatTensor.zeros(2, 2) : LongTensor.of(new long[] {1, 2}, 2));
      }
      session.run(inputs);
    } catch (InferenceException refused) {
      assertNotNull(refused.getMessage());
    }
  }
}
