package mirador.models.folder;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
    ModelFolder model =
        new ModelFolder(folder, ManifestJson.read(Files.readAllBytes(file), file.toString()));
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
