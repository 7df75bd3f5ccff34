package mirador.site.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.models.folder.ModelFolder;
import mirador.models.pack.ModelFiles;
import mirador.models.pack.ScriptPacks;
import mirador.site.model.Miniature;

/**
 * The files of a small model in the site: as they are for http, packed as scripts for pages opened
 * from a disk.
 *
 * @param version changes with every file; pages ask for all of them under it, so that a browser
 *     never mixes two exports
 * @param files by http, the manifest first
 * @param scripts for file://
 */
public record MiniatureAssets(
    Miniature miniature, String version, List<Asset> files, List<Asset> scripts) {
  private static final int VERSION_LETTERS = 10;

  /**
   * Reads and packs.
   *
   * @param packs folder where scripts are kept between builds
   * @throws IOException when a file cannot be read or does not fit its manifest
   */
  static MiniatureAssets of(Miniature miniature, Path packs) throws IOException {
    ModelFolder folder = miniature.folder();
    folder.verify(read -> {});
    String place = "models/" + miniature.name() + "/";
    byte[] manifest = Files.readAllBytes(folder.path().resolve(ModelFolder.MANIFEST));
    String version = Asset.hash(manifest).substring(0, VERSION_LETTERS);
    List<Asset> files = new ArrayList<>();
    files.add(new Asset(place + ModelFolder.MANIFEST, manifest));
    for (ModelFile file : miniature.manifest().files()) {
      files.add(new Asset(place + file.path(), folder.bytes(file.path())));
    }
    return new MiniatureAssets(
        miniature, version, files, scripts(miniature, place, packs.resolve(version)));
  }

  private static List<Asset> scripts(Miniature miniature, String place, Path kept)
      throws IOException {
    Path made = kept.resolve(miniature.name());
    // The manifest is written last: where it is, all are.
    if (!Files.isRegularFile(made.resolve("manifest.js"))) {
      ScriptPacks.write(ModelFiles.of(miniature.folder()), kept, bytes -> {});
    }
    List<Path> paths;
    try (Stream<Path> all = Files.walk(made)) {
      paths = all.filter(Files::isRegularFile).sorted().toList();
    }
    List<Asset> scripts = new ArrayList<>();
    for (Path path : paths) {
      String name = made.relativize(path).toString().replace('\\', '/');
      scripts.add(new Asset(place + name, Files.readAllBytes(path)));
    }
    return scripts;
  }

  /** The addresses under which pages ask for the files by http, from the root of the site. */
  public List<String> addresses() {
    return files.stream().map(file -> file.path() + "?v=" + version).toList();
  }
}
