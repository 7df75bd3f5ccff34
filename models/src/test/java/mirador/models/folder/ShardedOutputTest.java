package mirador.models.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are made while they are written: whole or in shards, stopped, on a disk that fills.
 */
class ShardedOutputTest {
  private static final int SHARD = 1000;

  @TempDir Path folder;
  private final byte[] bytes = new byte[3456];

  ShardedOutputTest() {
    new Random(3).nextBytes(bytes);
  }

  @Test
  void shardsAreTheFileOneAfterTheOther() throws IOException {
    ModelManifest manifest = finish(write(Disk.REAL));
    assertEquals(4, manifest.file("big.data").shards().size());
    assertEquals(456, manifest.file("big.data").shards().get(3).bytes());
    assertEquals(Sha256.of(bytes), manifest.file("big.data").sha256());
    ModelFolder model = ModelFolder.open(folder);
    model.verify(count -> {});
    assertArrayEquals(bytes, model.bytes("big.data"));
  }

  @Test
  void aRangeIsReadAcrossShards() throws IOException {
    finish(write(Disk.REAL));
    ModelFolder model = ModelFolder.open(folder);
    for (int[] range : new int[][] {{0, 1000}, {10, 20}, {990, 20}, {500, 2600}, {3000, 456}}) {
      ByteBuffer read = model.range("big.data", range[0], range[1]);
      byte[] found = new byte[read.remaining()];
      read.get(found);
      assertArrayEquals(Arrays.copyOfRange(bytes, range[0], range[0] + range[1]), found);
    }
    assertThrows(IOException.class, () -> model.range("big.data", 3400, 57));
  }

  @Test
  void aSmallFileIsNotSplitAndLeavesNoShardsOfALargerOne() throws IOException {
    finish(write(Disk.REAL));
    ModelFolderWriter writer = ModelFolderWriter.resume(folder, "other", SHARD, Disk.REAL);
    writer.stream("big.data", 1500, (from, out) -> out.write(bytes, 0, 1500), count -> {});
    ModelManifest manifest = finish(writer);
    assertFalse(manifest.file("big.data").isSplit());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("big.data", "export.json", "manifest.json"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void tooFewOrTooManyBytesAreRefused() throws IOException {
    ModelFolderWriter writer = ModelFolderWriter.resume(folder, "a", SHARD, Disk.REAL);
    IOException few =
        assertThrows(
            IOException.class,
            () ->
                writer.stream(
                    "big.data", 3456, (from, out) -> out.write(bytes, 0, 3455), count -> {}));
    assertTrue(few.getMessage().contains("3455"), few.getMessage());
    IOException many =
        assertThrows(
            IOException.class,
            () -> writer.stream("other", 100, (from, out) -> out.write(bytes, 0, 101), c -> {}));
    assertTrue(many.getMessage().contains("more than the 100"), many.getMessage());
  }

  @Test
  void aDiskWithoutRoomIsToldBeforeAnythingIsWritten() throws IOException {
    IOException failure = assertThrows(IOException.class, () -> write(new SmallDisk(3000)));
    assertTrue(
        failure.getMessage().contains("big.data needs 0.0 MB more")
            && failure.getMessage().contains("start the same export again"),
        failure.getMessage());
    assertFalse(Files.exists(folder.resolve("big.data.000")));
  }

  @Test
  void aDiskThatFillsUpLeavesWholeShardsAndTheExportGoesOn() throws IOException {
    SmallDisk disk = new SmallDisk(Long.MAX_VALUE);
    disk.room = 2300;
    IOException failure = assertThrows(IOException.class, () -> write(disk));
    assertTrue(failure.getMessage().contains("start the same export again"), failure.getMessage());
    assertTrue(Files.exists(folder.resolve("big.data.001")));
    assertFalse(Files.exists(folder.resolve("big.data.002")));
    assertFalse(Files.exists(folder.resolve("big.data.002.part")));
    assertThrows(ModelFolderException.class, () -> ModelFolder.open(folder));

    long[] asked = {-1};
    ModelFolderWriter writer = ModelFolderWriter.resume(folder, "a", SHARD, Disk.REAL);
    writer.stream(
        "big.data",
        bytes.length,
        (from, out) -> {
          asked[0] = from;
          out.write(bytes, (int) from, bytes.length - (int) from);
        },
        count -> {});
    finish(writer);
    assertEquals(2000, asked[0]);
    assertArrayEquals(bytes, ModelFolder.open(folder).bytes("big.data"));
  }

  @Test
  void aRecordThatIsDamagedIsNotTrusted() throws IOException {
    write(Disk.REAL);
    Files.writeString(folder.resolve("export.json"), "{\"made_from\": \"a\", \"files\": ");
    long[] asked = {-1};
    ModelFolderWriter writer = ModelFolderWriter.resume(folder, "a", SHARD, Disk.REAL);
    writer.stream(
        "big.data",
        bytes.length,
        (from, out) -> {
          asked[0] = from;
          out.write(bytes);
        },
        count -> {});
    assertEquals(0, asked[0]);
  }

  private ModelFolderWriter write(Disk disk) throws IOException {
    ModelFolderWriter writer = ModelFolderWriter.resume(folder, "a", SHARD, disk);
    long[] told = {0};
    writer.stream(
        "big.data",
        bytes.length,
        (from, out) -> {
          // In pieces that do not meet the ends of shards.
          for (int at = (int) from; at < bytes.length; at += 700) {
            out.write(bytes, at, Math.min(700, bytes.length - at));
          }
        },
        count -> told[0] += count);
    assertEquals(bytes.length, told[0]);
    return writer;
  }

  private static ModelManifest finish(ModelFolderWriter writer) throws IOException {
    return writer.finish(
        "test",
        "blip2",
        "fp32",
        "nowhere",
        "MIT",
        Map.of("decoder", "big.data"),
        Map.of(),
        Reference.NONE);
  }

  /** A disk with little room, that says so or does not. */
  private static final class SmallDisk implements Disk {
    private final long said;
    private long room = Long.MAX_VALUE;
    private boolean full;

    SmallDisk(long said) {
      this.said = said;
    }

    @Override
    public OutputStream create(Path file) throws IOException {
      return new FilterOutputStream(Files.newOutputStream(file)) {
        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
          if (room < length) {
            full = true;
            throw new IOException("No space left on device");
          }
          room -= length;
          out.write(data, offset, length);
        }
      };
    }

    @Override
    public long free(Path folder) {
      return full ? 0 : said;
    }
  }
}
