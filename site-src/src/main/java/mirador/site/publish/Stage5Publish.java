package mirador.site.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mirador.site.render.Asset;
import mirador.site.render.MiniatureAssets;
import mirador.site.render.RenderedSite;

/**
 * Writes the site, leaving files that did not change as they are and removing those of before; only
 * the models beside it are left alone.
 */
public final class Stage5Publish {
  private static final String WORKER = "sw.js";

  /**
   * Where whoever teaches puts models: the build removes nothing there, and writes only the small
   * models that are a part of the course.
   */
  private static final String MODELS = "models";

  private Stage5Publish() {}

  /**
   * Writes the site under {@code out}.
   *
   * @throws IOException when a file cannot be written
   */
  public static void run(RenderedSite site, Path out) throws IOException {
    Map<String, byte[]> files = files(site);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = out.resolve(file.getKey());
      if (!Files.isRegularFile(path)
          || !java.util.Arrays.equals(Files.readAllBytes(path), file.getValue())) {
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    }
    removeOthers(out, files.keySet());
  }

  /** All files by path, the worker with its list of what to keep. */
  static Map<String, byte[]> files(RenderedSite site) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    site.pages()
        .forEach(page -> files.put(page.path(), page.html().getBytes(StandardCharsets.UTF_8)));
    site.assets().forEach(asset -> files.put(asset.path(), asset.bytes()));
    for (MiniatureAssets miniature : site.miniatures()) {
      miniature.files().forEach(file -> files.put(file.path(), file.bytes()));
      miniature.scripts().forEach(script -> files.put(script.path(), script.bytes()));
    }
    for (Asset file : site.files()) {
      files.put(
          file.path(),
          file.path().equals(WORKER) ? ServiceWorker.withList(file, site) : file.bytes());
    }
    return files;
  }

  private static void removeOthers(Path out, Set<String> keep) throws IOException {
    List<Path> old = new ArrayList<>();
    Set<Path> kept = new HashSet<>();
    keep.forEach(path -> kept.add(out.resolve(path)));
    try (Stream<Path> present = Files.walk(out)) {
      present
          .filter(Files::isRegularFile)
          .filter(file -> !kept.contains(file) && !file.startsWith(out.resolve(MODELS)))
          .forEach(old::add);
    }
    for (Path file : old) {
      Files.delete(file);
    }
  }
}
