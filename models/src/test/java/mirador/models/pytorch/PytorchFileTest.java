package mirador.models.pytorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.models.weights.Dtype;
import mirador.models.weights.WeightsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PytorchFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("pytorch_model.bin");
  }

  @Test
  void viewsOfOneStorageAreReadByTheirStrides() throws IOException {
    try (InputStream in = PytorchFileTest.class.getResourceAsStream("/pytorch/views.bin")) {
      Files.copy(in, file);
    }
    try (PytorchFile weights = PytorchFile.open(file)) {
      assertEquals(
          List.of(
              "rows", "transposed", "second_row_on", "parameter", "half", "ids", "scalar", "empty"),
          List.copyOf(weights.names()));
      float[] rows = weights.floats("rows").values();
      FloatTensor transposed = weights.floats("transposed");
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 6; j++) {
          assertEquals(6 * i + j, rows[6 * i + j]);
          assertEquals(6 * i + j, transposed.values()[4 * j + i]);
        }
      }
      assertEquals(
          FloatTensor.of(new float[] {6, 8, 10, 12, 14, 16}, 2, 3),
          weights.floats("second_row_on"));
      assertEquals(FloatTensor.of(new float[] {20, 21, 22, 23}, 4), weights.floats("parameter"));
      assertEquals(Dtype.F16, weights.info("half").dtype());
      assertArrayEquals(new float[] {0.5f, -2, 65504}, weights.floats("half").values());
      assertEquals(LongTensor.of(new long[] {0, -1, 1L << 40}, 1, 3), weights.longs("ids"));
      assertEquals(0, weights.info("scalar").shape().rank());
      assertArrayEquals(new float[] {2.6592f}, weights.floats("scalar").values());
      assertEquals(0, weights.floats("empty").values().length);
      assertThrows(WeightsException.class, () -> weights.floats("none"));
    }
  }

  @Test
  void aPickleThatCallsAnythingElseIsRefused() throws IOException {
    // os.system("true"), by each of the instructions that can name it
    refuses(
        new PickleBytes().global("os", "system").text("true").code(0x85, 'R').stop(), "os.system");
    refuses(
        new PickleBytes().text("os").text("system").code(0x93).text("true").code(0x85, 'R').stop(),
        "os.system");
    refuses(new PickleBytes().code('(', 'i', 'o', 's', '\n', 'x', '\n').stop(), "0x69");
    refuses(new PickleBytes().global("builtins", "eval").code(')', 'R').stop(), "builtins.eval");
    // Things that the unpickler's library would build by itself.
    refuses(new PickleBytes().global("decimal", "Decimal").stop(), "decimal.Decimal");
    refuses(new PickleBytes().global("datetime", "datetime").stop(), "datetime.datetime");
  }

  @Test
  void lengthsBeyondThePickleAllocateNothing() throws IOException {
    refuses(new PickleBytes().code('X').little(Integer.MAX_VALUE).stop(), "cut off");
    refuses(new PickleBytes().code('X').little(-1).stop(), "cut off");
    refuses(new PickleBytes().code(0x8e).little(-1).little(0x7fffffff).stop(), "0x8e");
  }

  @Test
  void aDictionaryOfSomethingElseIsRefused() throws IOException {
    refuses(new PickleBytes().number(1).stop(), "no dictionary");
    refuses(new PickleBytes().code('}').text("a").number(1).code('s').stop(), "is no tensor");
    refuses(new PickleBytes().code('}').number(1).number(1).code('s').stop(), "");
  }

  @Test
  void aViewBeyondItsStorageIsRefused() throws IOException {
    refuses(tensor(4, new int[] {5}, new int[] {1}), "beyond its storage");
    refuses(tensor(4, new int[] {2, 2}, new int[] {3, 1}), "beyond its storage");
    refuses(tensor(4, new int[] {1 << 30}, new int[] {0}), "beyond its storage");
    refuses(tensor(4, new int[] {1 << 20, 1 << 20}, new int[] {0, 0}), "more numbers");
    refuses(tensor(4, new int[] {-1}, new int[] {1}), "no whole number");
    refuses(tensor(4, new int[] {2, 2}, new int[] {1}), "strides");
    refuses(tensor(5, new int[] {5}, new int[] {1}), "too few");
  }

  @Test
  void whatIsNoArchiveOfPytorchIsRefused() throws IOException {
    Files.write(file, new byte[] {(byte) 0x80, 2, 'c'});
    refuses("before PyTorch 1.6");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
    }
    refuses("no data.pkl");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("archive/data.pkl"));
      zip.write(new byte[1 << 20]); // a thousandth of that on the disk
    }
    refuses("compressed");
    PickleBytes.archive(file, tensor(4, new int[] {4}, new int[] {1}), Map.of());
    refuses("no storage 0");
  }

  private static byte[] tensor(int elements, int[] sizes, int[] strides) {
    return new PickleBytes()
        .code('}')
        .text("a")
        .tensor("0", elements, sizes, strides)
        .code('s')
        .stop();
  }

  private void refuses(byte[] pickle, String why) throws IOException {
    PickleBytes.archive(file, pickle, Map.of("0", PickleBytes.bytes(1, 2, 3, 4)));
    refuses(why);
  }

  private void refuses(String why) {
    WeightsException refused =
        assertThrows(WeightsException.class, () -> PytorchFile.open(file).close());
    assertTrue(refused.getMessage().contains("pytorch_model.bin"), refused.getMessage());
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }
}
