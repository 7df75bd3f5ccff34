package mirador.models.pytorch;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import mirador.models.weights.DamagedFiles;
import mirador.models.weights.WeightsException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is damaged in a file: it is read, or refused with a message; nothing else. */
class PytorchFuzzTest {
  private static Path file;
  private static byte[] good;
  private static byte[] pickle;

  @BeforeContainer
  static void write() throws IOException {
    file = Files.createTempFile("fuzz", ".bin");
    try (InputStream in = PytorchFuzzTest.class.getResourceAsStream("/pytorch/views.bin")) {
      good = in.readAllBytes();
    }
    Files.write(file, good);
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("archive/data.pkl"))) {
      pickle = in.readAllBytes();
    }
  }

  @AfterContainer
  static void delete() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 3000)
  void aDamagedArchiveIsReadOrRefused(@ForAll long seed) throws IOException {
    Files.write(file, DamagedFiles.damage(good, good.length, seed));
    read();
  }

  /** Of all damages the one that once came through as another exception. */
  @Example
  void aNameThatIsNotUtf8IsRefused() throws IOException {
    aDamagedArchiveIsReadOrRefused(-2_536_803_006L);
  }

  @Property(tries = 3000)
  void aDamagedPickleIsReadOrRefused(@ForAll long seed) throws IOException {
    byte[] bytes = DamagedFiles.damage(pickle, pickle.length, seed);
    PickleBytes.archive(file, bytes, Map.of("0", new byte[96], "1", new byte[6]));
    read();
  }

  private static void read() throws IOException {
    try (PytorchFile weights = PytorchFile.open(file)) {
      for (String name : weights.names()) {
        weights.floats(name);
      }
    } catch (WeightsException refused) {
      assertNotNull(refused.getMessage());
    }
  }
}
