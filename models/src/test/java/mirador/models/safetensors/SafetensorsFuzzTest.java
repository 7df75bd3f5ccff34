package mirador.models.safetensors;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.models.weights.DamagedFiles;
import mirador.models.weights.WeightsException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is damaged in a file: it is read, or refused with a message; nothing else. */
class SafetensorsFuzzTest {
  private static Path file;
  private static byte[] good;

  @BeforeContainer
  static void write() throws IOException {
    file = Files.createTempFile("fuzz", ".safetensors");
    new SafetensorsWriter()
        .add("encoder.weight", FloatTensor.zeros(3, 4))
        .add("encoder.bias", FloatTensor.zeros(3))
        .add("ids", LongTensor.of(new long[] {1, 2}, 1, 2))
        .write(file);
    good = Files.readAllBytes(file);
  }

  @AfterContainer
  static void delete() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 3000)
  void aDamagedFileIsReadOrRefused(@ForAll long seed) throws IOException {
    read(DamagedFiles.damage(good, good.length - 76, seed));
  }

  @Property(tries = 1000)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) throws IOException {
    read(bytes);
  }

  private static void read(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try (SafetensorsFile weights = SafetensorsFile.open(file)) {
      for (String name : weights.names()) {
        weights.floats(name);
      }
    } catch (WeightsException refused) {
      assertNotNull(refused.getMessage());
    }
  }
}
