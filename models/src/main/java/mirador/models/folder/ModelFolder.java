package mirador.models.folder;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.concepts.inference.ModelManifest.Shard;

/**
 * A model on a disk. A split file may lie there whole, in its shards, or both; the whole one is
 * taken where there is one.
 */
public final class ModelFolder {
  public static final String MANIFEST = "manifest.json";

  private static final long MAX_MANIFEST = 16L << 20;

  private final Path folder;
  private final ModelManifest manifest;

  private ModelFolder(Path folder, ModelManifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * Opens a folder and compares the sizes of all files with its manifest.
   *
   * @throws ModelFolderException when the manifest or a file is missing or of another size
   */
  public static ModelFolder open(Path folder) throws IOException {
    Path file = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new ModelFolderException(
          folder + " is no model folder, or not complete: there is no " + MANIFEST);
    }
    if (Files.size(file) > MAX_MANIFEST) {
      throw new ModelFolderException(file + " is too large for a manifest");
    }
    return of(folder, ManifestJson.read(Files.readAllBytes(file), file.toString()));
  }

  /** The same with a manifest that is not written yet. */
  static ModelFolder of(Path folder, ModelManifest manifest) throws IOException {
    ModelFolder model = new ModelFolder(folder, manifest);
    for (ModelFile each : model.manifest.files()) {
      model.pieces(each);
    }
    return model;
  }

  public Path path() {
    return folder;
  }

  public ModelManifest manifest() {
    return manifest;
  }

  /**
   * Compares the SHA-256 of all files with the manifest, in shards where they lie in shards.
   *
   * @param progress is told of the bytes read since the last time; {@code manifest().bytes()} in
   *     all
   * @throws ModelFolderException when a file was changed; names it
   */
  public void verify(LongConsumer progress) throws IOException {
    for (ModelFile file : manifest.files()) {
      for (Shard piece : pieces(file)) {
        String found = hash(folder.resolve(piece.path()), progress);
        if (!found.equals(piece.sha256())) {
          throw new ModelFolderException(
              folder.resolve(piece.path())
                  + " is damaged: its SHA-256 is "
                  + found
                  + ", not "
                  + piece.sha256()
                  + "; copy it again");
        }
      }
    }
  }

  /**
   * All bytes of a file, put together from its shards where it must be.
   *
   * @throws ModelFolderException when it is larger than an array can be
   */
  public byte[] bytes(String path) throws IOException {
    ModelFile file = manifest.file(path);
    if (file.bytes() > Integer.MAX_VALUE - 8) {
      throw new ModelFolderException(
          folder.resolve(path) + " has " + file.bytes() + " bytes, too many to hold at once");
    }
    try (InputStream in = open(path)) {
      byte[] bytes = in.readNBytes((int) file.bytes());
      if (bytes.length < file.bytes()) {
        throw new EOFException(folder.resolve(path) + " has become shorter");
      }
      return bytes;
    }
  }

  /** The bytes of a file one after the other, put together from its shards where it must be. */
  public InputStream open(String path) throws IOException {
    List<InputStream> streams = new ArrayList<>();
    try {
      for (Shard piece : pieces(manifest.file(path))) {
        streams.add(Files.newInputStream(folder.resolve(piece.path())));
      }
    } catch (IOException failure) {
      for (InputStream stream : streams) {
        stream.close();
      }
      throw failure;
    }
    return streams.size() == 1
        ? streams.get(0)
        : new SequenceInputStream(Collections.enumeration(streams));
  }

  /**
   * A range of a file's bytes outside the heap: mapped where it lies in one piece, copied together
   * where shards meet in it.
   *
   * @throws EOFException when the file ends before the range does
   */
  public ByteBuffer range(String path, long offset, int length) throws IOException {
    long start = 0;
    ByteBuffer joined = null;
    for (Shard piece : pieces(manifest.file(path))) {
      long end = start + piece.bytes();
      if (end > offset && (joined == null || joined.hasRemaining())) {
        long from = Math.max(0, offset - start);
        Path file = folder.resolve(piece.path());
        if (joined == null && offset + length <= end) {
          return map(file, from, length);
        }
        joined = joined == null ? allocate(path, length) : joined;
        joined.put(map(file, from, (int) Math.min(joined.remaining(), piece.bytes() - from)));
      }
      start = end;
    }
    if (joined == null || joined.hasRemaining()) {
      throw new EOFException(
          folder.resolve(path)
              + " ends before byte "
              + (offset + length)
              + ", which its graph reads");
    }
    return joined.flip();
  }

  private ByteBuffer allocate(String path, int length) throws IOException {
    try {
      return ByteBuffer.allocateDirect(length);
    } catch (OutOfMemoryError full) {
      throw new IOException(
          folder.resolve(path)
              + " does not fit into the memory beside Java's heap; start Java with"
              + " -XX:MaxDirectMemorySize=16g",
          full);
    }
  }

  private static ByteBuffer map(Path file, long offset, int length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, offset, length);
    }
  }

  /** Whether a file lies there as one. */
  public boolean isWhole(String path) throws IOException {
    return pieces(manifest.file(path)).get(0).path().equals(path);
  }

  /** The file itself where it lies there whole, otherwise its shards; of the right sizes. */
  private List<Shard> pieces(ModelFile file) throws IOException {
    Path whole = folder.resolve(file.path());
    if (Files.isRegularFile(whole) && Files.size(whole) == file.bytes()) {
      return List.of(new Shard(file.path(), file.bytes(), file.sha256()));
    }
    for (Shard shard : file.shards()) {
      Path path = folder.resolve(shard.path());
      if (!Files.isRegularFile(path)) {
        throw new ModelFolderException(path + " is missing; copy the model again");
      }
      if (Files.size(path) != shard.bytes()) {
        throw new ModelFolderException(
            path
                + " has "
                + Files.size(path)
                + " bytes, not "
                + shard.bytes()
                + ": it was not copied to its end; copy it again");
      }
    }
    return file.shards();
  }

  private static String hash(Path file, LongConsumer progress) throws IOException {
    Sha256 hash = new Sha256();
    byte[] buffer = new byte[1 << 20];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        hash.add(buffer, 0, count);
        progress.accept(count);
      }
    }
    return hash.hex();
  }
}
