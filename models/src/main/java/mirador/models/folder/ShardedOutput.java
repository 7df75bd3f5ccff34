package mirador.models.folder;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.concepts.inference.ModelManifest.Shard;

/**
 * A file of a model folder that is written from its first byte to its last, as shards when it is
 * large. A shard has its name only when it is whole; those that an earlier writing left are read
 * once more and kept, so that the writing goes on after them.
 */
final class ShardedOutput extends OutputStream {
  private final Path folder;
  private final String path;
  private final long total;
  private final int shardBytes;
  private final boolean split;
  private final LongConsumer progress;
  private final Disk disk;
  private final ExportRecord record;
  private final List<Shard> shards = new ArrayList<>();
  private final Sha256 whole = new Sha256();
  private long kept;
  private long written;
  private OutputStream out;
  private Sha256 hash;
  private long left; // of the shard that is being written

  /**
   * Begins or goes on.
   *
   * @param total bytes of the whole file
   * @param largestWhole a file of at most so many bytes is not split
   * @param record knows the shards that were there before; their files are compared with it
   * @param progress is told of the bytes that are there since the last time
   */
  ShardedOutput(
      Path folder,
      String path,
      long total,
      long largestWhole,
      int shardBytes,
      Disk disk,
      ExportRecord record,
      LongConsumer progress)
      throws IOException {
    this.folder = folder;
    this.path = path;
    this.total = total;
    this.shardBytes = shardBytes;
    this.split = total > largestWhole;
    this.progress = progress;
    this.disk = disk;
    this.record = record;
    for (Shard shard : record.shards(path)) {
      if (shard.bytes() != nextLength() || !isThere(shard)) {
        break;
      }
      shards.add(shard);
      kept += shard.bytes();
      progress.accept(shard.bytes());
    }
    written = kept;
    if (disk.free(folder) < total - kept) {
      throw full();
    }
  }

  private IOException full() throws IOException {
    return new IOException(
        "%s needs %.1f MB more, and there are %.1f MB free on the disk of %s; free some and start the same export again: it goes on there"
            .formatted(path, (total - written) / 1e6, disk.free(folder) / 1e6, folder));
  }

  /** Bytes that were there before; the first one that is written comes after them. */
  long kept() {
    return kept;
  }

  private long nextLength() {
    return split ? Math.min(shardBytes, total - kept) : total;
  }

  /** Whether the shard's file holds what it should; takes it into the hash of the whole file. */
  private boolean isThere(Shard shard) throws IOException {
    Path file = folder.resolve(shard.path());
    if (!Files.isRegularFile(file) || Files.size(file) != shard.bytes()) {
      return false;
    }
    byte[] bytes = Files.readAllBytes(file);
    if (!Sha256.of(bytes).equals(shard.sha256())) {
      return false;
    }
    whole.add(bytes, 0, bytes.length);
    return true;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      if (out == null) {
        beginShard();
      }
      int part = (int) Math.min(left, length - done);
      put(bytes, offset + done, part);
      hash.add(bytes, offset + done, part);
      whole.add(bytes, offset + done, part);
      done += part;
      left -= part;
      written += part;
      if (left == 0) {
        endShard();
      }
      progress.accept(part);
    }
  }

  private void put(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException failure) {
      if (disk.free(folder) < total - written) {
        IOException full = full();
        full.initCause(failure);
        throw full;
      }
      throw failure;
    }
  }

  private String shardPath() {
    return split ? "%s.%03d".formatted(path, shards.size()) : path;
  }

  private Path unfinished() {
    return folder.resolve(shardPath() + ".part");
  }

  private void beginShard() throws IOException {
    if (written >= total) {
      throw new IOException(path + " has more than the " + total + " bytes that it should have");
    }
    left = split ? Math.min(shardBytes, total - written) : total;
    hash = new Sha256();
    out = disk.create(unfinished());
  }

  private void endShard() throws IOException {
    out.close();
    out = null;
    String name = shardPath();
    Path file = folder.resolve(name);
    long bytes = Files.size(unfinished());
    Files.move(
        unfinished(), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    shards.add(new Shard(name, bytes, hash.hex()));
    record.put(path, shards);
  }

  /**
   * Ends the file.
   *
   * @throws EOFException when bytes are missing
   */
  ModelFile finish() throws IOException {
    if (written != total) {
      throw new EOFException(path + " has " + written + " bytes, not " + total);
    }
    return new ModelFile(path, total, whole.hex(), split ? shards : List.of());
  }

  /** Takes an unfinished shard away; finished ones stay. */
  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
      out = null;
      Files.deleteIfExists(unfinished());
    }
  }
}
