package mirador.models.pack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.concepts.inference.ModelManifest.Shard;
import mirador.models.folder.ManifestJson;
import mirador.models.folder.ModelFolderException;
import mirador.models.folder.Sha256;

/**
 * Writes a model as classic scripts, one for each shard of 8 MiB and one for the manifest, which
 * comes last. A script that already holds the right bytes is left as it is, so that a writing that
 * was stopped goes on where it was. One shard is in memory at a time.
 */
public final class ScriptPacks {
  /** Bytes of a shard before base64, 8 MiB: a third more as text, under 12 MB. */
  public static final int SHARD_BYTES = 8 << 20;

  private static final String MANIFEST = "manifest.js";

  private final ModelFiles model;
  private final Path folder;
  private final int shardBytes;
  private final LongConsumer progress;
  private final Set<Path> scripts = new HashSet<>();
  private int written;

  private ScriptPacks(ModelFiles model, Path folder, int shardBytes, LongConsumer progress) {
    this.model = model;
    this.folder = folder;
    this.shardBytes = shardBytes;
    this.progress = progress;
  }

  /**
   * What was made.
   *
   * @param folder {@code models/NAME/} of the site
   * @param manifest as {@code manifest.js} tells it
   * @param scripts how many scripts there are, {@code manifest.js} among them
   * @param written how many of them were not there before
   * @param strangers other files in the folder, such as those of an earlier model
   */
  public record Result(
      Path folder, ModelManifest manifest, int scripts, int written, List<Path> strangers) {}

  /**
   * Writes the packs of a model.
   *
   * @param models the site's folder of models; the packs come into a folder of the model's name
   * @param progress is told of the model's bytes packed since the last time
   * @throws ModelFolderException when a file is damaged; names it
   */
  public static Result write(ModelFiles model, Path models, LongConsumer progress)
      throws IOException {
    return write(model, models, SHARD_BYTES, progress);
  }

  /** The same with another size of shards. */
  static Result write(ModelFiles model, Path models, int shardBytes, LongConsumer progress)
      throws IOException {
    Path folder = models.resolve(model.name());
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(MANIFEST));
    return new ScriptPacks(model, folder, shardBytes, progress).run();
  }

  private Result run() throws IOException {
    List<ModelFile> files = new ArrayList<>();
    for (String path : model.paths()) {
      files.add(pack(path));
    }
    ModelManifest manifest = model.manifest(files);
    String json = ascii(new String(ManifestJson.write(manifest), StandardCharsets.UTF_8));
    put(MANIFEST, "miradorPack.manifest(" + quoted(manifest.name()) + ", " + json + ");\n");
    return new Result(folder, manifest, scripts.size(), written, strangers());
  }

  private ModelFile pack(String path) throws IOException {
    long bytes = model.bytes(path);
    boolean split = bytes > shardBytes;
    Sha256 whole = new Sha256();
    List<Shard> shards = new ArrayList<>();
    long left = bytes;
    try (InputStream in = model.open(path)) {
      do {
        int length = (int) Math.min(left, shardBytes);
        byte[] part = in.readNBytes(length);
        if (part.length < length) {
          throw new EOFException(path + " has become shorter while it was read");
        }
        left -= length;
        whole.add(part, 0, part.length);
        String shard = split ? "%s.%03d".formatted(path, shards.size()) : path;
        put(shard + ".js", call(path, shards.size(), part));
        shards.add(new Shard(shard, part.length, Sha256.of(part)));
        progress.accept(part.length);
      } while (left > 0);
    }
    return new ModelFile(path, bytes, whole.hex(), split ? shards : List.of());
  }

  private static String call(String path, int index, byte[] part) {
    return "miradorPack.shard("
        + quoted(path)
        + ", "
        + index
        + ", \""
        + Base64.getEncoder().encodeToString(part)
        + "\");\n";
  }

  /** Writes a script beside its place and moves it there, so that none is ever half written. */
  private void put(String path, String text) throws IOException {
    Path script = folder.resolve(path);
    if (!scripts.add(script)) {
      throw new ModelFolderException(
          "two scripts would have the name " + script + "; rename a file of the model");
    }
    byte[] content = text.getBytes(StandardCharsets.US_ASCII);
    if (Files.isRegularFile(script)
        && Files.size(script) == content.length
        && Arrays.equals(Files.readAllBytes(script), content)) {
      return;
    }
    Files.createDirectories(script.getParent());
    Path part = script.resolveSibling(script.getFileName() + ".part");
    Files.write(part, content);
    Files.move(part, script, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    written++;
  }

  private List<Path> strangers() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file) && !scripts.contains(file))
          .sorted()
          .toList();
    }
  }

  /** A path or a name, neither of which has quotes or backslashes. */
  private static String quoted(String path) {
    return ascii("\"" + path + "\"");
  }

  /** Beyond ASCII there are letters in texts alone, where a script may write them as numbers. */
  private static String ascii(String json) {
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c < 0x7f) {
        out.append(c);
      } else {
        out.append("\\u%04x".formatted((int) c));
      }
    }
    return out.toString();
  }
}
