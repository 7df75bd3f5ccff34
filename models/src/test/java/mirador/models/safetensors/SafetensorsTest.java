package mirador.models.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Shape;
import mirador.models.weights.Dtype;
import mirador.models.weights.ElementReader;
import mirador.models.weights.WeightsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    FloatTensor floats = FloatTensor.of(new float[] {1, -2, 0.5f, 4, 5, 6}, 2, 3);
    LongTensor longs = LongTensor.of(new long[] {Long.MAX_VALUE, -1}, 2);
    Path file = folder.resolve("a.safetensors");
    new SafetensorsWriter().add("floats", floats).add("longs", longs).write(file);
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertEquals(List.of("floats", "longs"), List.copyOf(read.names()));
      assertEquals(floats, read.floats("floats"));
      assertEquals(longs, read.longs("longs"));
      assertThrows(WeightsException.class, () -> read.floats("none"));
      assertThrows(WeightsException.class, () -> read.longs("floats"));
    }
  }

  @ParameterizedTest
  @EnumSource(Dtype.class)
  void everyTypeIsRead(Dtype dtype) throws IOException {
    double[] numbers = {0, 1, 2, 100, 255};
    int[] at = {0};
    Path file = folder.resolve("a.safetensors");
    new SafetensorsWriter().add("x", dtype, Shape.of(5), () -> numbers[at[0]++]).write(file);
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertArrayEquals(new float[] {0, 1, 2, 100, 255}, read.floats("x").values());
      assertEquals(5L * dtype.bytes(), read.info("x").bytes());
    }
  }

  @Test
  void aTensorLargerThanTheWindowIsReadPieceByPiece() throws IOException {
    int elements = 40_000_003; // over two windows of 64 MiB
    Random random = new Random(7);
    Path file = folder.resolve("a.safetensors");
    new SafetensorsWriter()
        .add("small", FloatTensor.of(new float[] {3}, 1))
        .add("large", Dtype.F32, Shape.of(elements), random::nextFloat)
        .write(file);
    Random again = new Random(7);
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      ElementReader reader = read.open("large");
      float[] piece = new float[1_000_001];
      for (int left = elements; left > 0; left -= piece.length) {
        piece = left < piece.length ? new float[left] : piece;
        reader.read(piece);
        for (float value : piece) {
          assertEquals(again.nextFloat(), value);
        }
      }
      assertThrows(WeightsException.class, () -> reader.read(new float[1]));
    }
  }

  @Test
  void aFileOfMoreThanTwoGigabytesIsRead() throws IOException {
    // Sparse: takes no room on the disk.
    long elements = 600_000_000;
    byte[] text =
        """
        {"a":{"dtype":"F32","shape":[%d],"data_offsets":[0,%d]},
         "z":{"dtype":"F32","shape":[1],"data_offsets":[%d,%d]}}"""
            .formatted(elements, 4 * elements, 4 * elements, 4 * elements + 4)
            .getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("a.safetensors");
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(little(8).putLong(text.length).array());
      out.write(text);
      out.setLength(8 + text.length + 4 * elements + 4);
      out.seek(8 + text.length + 4 * elements);
      out.write(little(4).putFloat(2.5f).array());
    }
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertEquals(2.5f, read.floats("z").values()[0]);
      float[] start = new float[4];
      read.open("a").read(start);
      assertArrayEquals(new float[4], start);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // two tensors over each other, a gap, bytes at the end, too long, negative
        "{'a':{'dtype':'U8','shape':[4],'data_offsets':[0,4]},"
            + "'b':{'dtype':'U8','shape':[6],'data_offsets':[2,8]}}",
        "{'a':{'dtype':'U8','shape':[4],'data_offsets':[0,4]},"
            + "'b':{'dtype':'U8','shape':[3],'data_offsets':[5,8]}}",
        "{'a':{'dtype':'U8','shape':[4],'data_offsets':[0,4]}}",
        "{'a':{'dtype':'U8','shape':[9],'data_offsets':[0,9]}}",
        "{'a':{'dtype':'U8','shape':[8],'data_offsets':[-8,0]}}",
        // shape and bytes that differ, a product that overflows, an unknown type, no shape
        "{'a':{'dtype':'F32','shape':[8],'data_offsets':[0,8]}}",
        "{'a':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,8]}}",
        "{'a':{'dtype':'U8','shape':[65536,65536],'data_offsets':[0,8]}}",
        "{'a':{'dtype':'F8_E4M3','shape':[8],'data_offsets':[0,8]}}",
        "{'a':{'dtype':'U8','data_offsets':[0,8]}}",
        "{'a':{'dtype':'U8','shape':[8]}}",
        "{'a':{'dtype':'U8','shape':['8'],'data_offsets':[0,8]}}",
        // the same name twice, no JSON, no object, something after it
        "{'a':{'dtype':'U8','shape':[8],'data_offsets':[0,8]},"
            + "'a':{'dtype':'U8','shape':[8],'data_offsets':[0,8]}}",
        "{'a':",
        "[]",
        "{}{}",
      })
  void aHeaderThatDoesNotFitIsRefused(String header) throws IOException {
    Path file = folder.resolve("a.safetensors");
    byte[] text = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Files.write(
        file, little(8 + text.length + 8).putLong(text.length).put(text).putLong(0).array());
    WeightsException refused =
        assertThrows(WeightsException.class, () -> SafetensorsFile.open(file).close());
    assertTrue(refused.getMessage().contains("a.safetensors"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 9, 1L << 40, Long.MIN_VALUE})
  void aHeaderLengthBeyondTheFileAllocatesNothing(long length) throws IOException {
    Path file = folder.resolve("a.safetensors");
    Files.write(
        file, little(16).putLong(length).put("{}      ".getBytes(StandardCharsets.UTF_8)).array());
    assertThrows(WeightsException.class, () -> SafetensorsFile.open(file).close());
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
