package mirador.models.folder;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.Shard;

/**
 * Makes a model folder: files are put into it, hashed and split, and the manifest is written last.
 * Until then the folder has none, so that what is half made is not taken for a model.
 */
public final class ModelFolderWriter {
  private static final int BUFFER = 1 << 20;

  private final Path folder;
  private final boolean keepWhole;
  private final long largestWhole;
  private final int shardBytes;
  private final ExportRecord record;
  private final Disk disk;
  private final List<ModelFile> files = new ArrayList<>();

  private ModelFolderWriter(
      Path folder,
      boolean keepWhole,
      long largestWhole,
      int shardBytes,
      ExportRecord record,
      Disk disk) {
    this.folder = folder;
    this.keepWhole = keepWhole;
    this.largestWhole = largestWhole;
    this.shardBytes = shardBytes;
    this.record = record;
    this.disk = disk;
  }

  /** Gives the bytes of a file from some place on. */
  @FunctionalInterface
  public interface Source {
    void write(long from, OutputStream out) throws IOException;
  }

  /**
   * Makes the folder if there is none and takes away the manifest if there is one.
   *
   * @param keepWhole whether split files stay there whole too
   */
  public static ModelFolderWriter begin(Path folder, boolean keepWhole) throws IOException {
    return begin(folder, keepWhole, ModelManifest.LARGEST_WHOLE, ModelManifest.SHARD_BYTES);
  }

  /** The same with other sizes of shards. */
  static ModelFolderWriter begin(Path folder, boolean keepWhole, long largestWhole, int shardBytes)
      throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(ModelFolder.MANIFEST));
    return new ModelFolderWriter(
        folder, keepWhole, largestWhole, shardBytes, ExportRecord.of(folder, ""), Disk.REAL);
  }

  /**
   * The same for files that are made while they are written; a folder that was begun before, out of
   * the same, is gone on with.
   *
   * @param madeFrom tells everything that the bytes depend on
   * @param shardBytes size of a shard; files of up to one and a half of it are not split
   */
  public static ModelFolderWriter resume(Path folder, String madeFrom, int shardBytes)
      throws IOException {
    return resume(folder, madeFrom, shardBytes, Disk.REAL);
  }

  static ModelFolderWriter resume(Path folder, String madeFrom, int shardBytes, Disk disk)
      throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(ModelFolder.MANIFEST));
    ExportRecord record = ExportRecord.of(folder, madeFrom);
    return new ModelFolderWriter(
        folder, false, shardBytes + shardBytes / 2L, shardBytes, record, disk);
  }

  /** Whether a folder is a whole model that was made from the same. */
  public static boolean isFinished(Path folder, String madeFrom) throws IOException {
    return Files.exists(folder.resolve(ModelFolder.MANIFEST))
        && ExportRecord.of(folder, madeFrom).isKnown();
  }

  /**
   * Writes a file, hashed and in shards if it is large.
   *
   * @param bytes of the whole file
   * @param progress is told of the bytes that are there since the last time
   */
  public void stream(String path, long bytes, Source source, LongConsumer progress)
      throws IOException {
    try (ShardedOutput out =
        new ShardedOutput(folder, path, bytes, largestWhole, shardBytes, disk, record, progress)) {
      source.write(out.kept(), out);
      ModelFile file = out.finish();
      deleteOthers(file);
      files.add(file);
    }
  }

  /** Shards and wholes of the same file that an earlier, larger or smaller model left. */
  private void deleteOthers(ModelFile file) throws IOException {
    if (file.isSplit()) {
      Files.deleteIfExists(folder.resolve(file.path()));
    }
    for (int i = file.isSplit() ? file.shards().size() : 0; ; i++) {
      if (!Files.deleteIfExists(folder.resolve("%s.%03d".formatted(file.path(), i)))) {
        return;
      }
    }
  }

  public Path folder() {
    return folder;
  }

  /** Takes in a file that already lies in the folder: hashes it, and splits it if it is large. */
  public void add(String path) throws IOException {
    Path file = folder.resolve(path);
    long bytes = Files.size(file);
    deleteShards(file);
    Sha256 whole = new Sha256();
    List<Shard> shards = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      if (bytes <= largestWhole) {
        copy(in, bytes, OutputStream.nullOutputStream(), whole);
      }
      for (long left = bytes <= largestWhole ? 0 : bytes; left > 0; ) {
        String shard = "%s.%03d".formatted(path, shards.size());
        long part = Math.min(left, shardBytes);
        Sha256 hash = new Sha256();
        try (OutputStream out = Files.newOutputStream(folder.resolve(shard))) {
          copy(in, part, out, whole, hash);
        }
        shards.add(new Shard(shard, part, hash.hex()));
        left -= part;
      }
    }
    files.add(new ModelFile(path, bytes, whole.hex(), shards));
    if (!shards.isEmpty() && !keepWhole) {
      Files.delete(file);
    }
  }

  /** Copies exactly so many bytes, and takes them into hashes on the way. */
  private static void copy(InputStream in, long bytes, OutputStream out, Sha256... hashes)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (long left = bytes; left > 0; ) {
      int count = in.read(buffer, 0, (int) Math.min(left, BUFFER));
      if (count < 0) {
        throw new EOFException("a file of the model became shorter while it was read");
      }
      for (Sha256 hash : hashes) {
        hash.add(buffer, 0, count);
      }
      out.write(buffer, 0, count);
      left -= count;
    }
  }

  /** Shards that an earlier model left, which may have been more. */
  private static void deleteShards(Path file) throws IOException {
    try (DirectoryStream<Path> old =
        Files.newDirectoryStream(file.getParent(), file.getFileName() + ".[0-9][0-9][0-9]")) {
      for (Path shard : old) {
        Files.delete(shard);
      }
    }
  }

  /** Writes the manifest; the folder is a model from now on. */
  public ModelManifest finish(
      String name,
      String architecture,
      String variant,
      String source,
      String licence,
      Map<String, String> graphs,
      Map<String, List<Double>> config,
      Reference reference)
      throws IOException {
    return draft(name, architecture, variant, source, licence, graphs, config, reference).publish();
  }

  /** The manifest of what is there by now, not yet written. */
  public Draft draft(
      String name,
      String architecture,
      String variant,
      String source,
      String licence,
      Map<String, String> graphs,
      Map<String, List<Double>> config,
      Reference reference) {
    return new Draft(
        folder,
        new ModelManifest(
            ModelManifest.FORMAT,
            name,
            architecture,
            variant,
            source,
            licence,
            graphs,
            files,
            config,
            reference));
  }

  /** A model that is there but for its manifest, to be tried before it is one. */
  public static final class Draft {
    private final Path folder;
    private final ModelManifest manifest;

    private Draft(Path folder, ModelManifest manifest) {
      this.folder = folder;
      this.manifest = manifest;
    }

    /**
     * The folder, as it will be.
     *
     * @throws ModelFolderException when a file is missing or of another size
     */
    public ModelFolder folder() throws IOException {
      return ModelFolder.of(folder, manifest);
    }

    /** Writes the manifest; the folder is a model from now on. */
    public ModelManifest publish() throws IOException {
      Path unfinished = folder.resolve(ModelFolder.MANIFEST + ".part");
      Files.write(unfinished, ManifestJson.write(manifest));
      Files.move(
          unfinished,
          folder.resolve(ModelFolder.MANIFEST),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
      return manifest;
    }
  }
}
