package mirador.site.publish;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mirador.site.render.Asset;
import mirador.site.render.RenderedPage;
import mirador.site.render.RenderedSite;

/** Tells the worker what the course consists of, and in which version. */
final class ServiceWorker {
  private static final int VERSION_LETTERS = 12;

  private ServiceWorker() {}

  /** The worker's script with {@code VERSION} and {@code FILES} before it. */
  static byte[] withList(Asset script, RenderedSite site) {
    List<String> files = kept(site);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    site.pages().forEach(page -> content.writeBytes(page.html().getBytes(StandardCharsets.UTF_8)));
    files.forEach(file -> content.writeBytes(file.getBytes(StandardCharsets.UTF_8)));
    content.writeBytes(script.bytes());
    String version = Asset.hash(content.toByteArray()).substring(0, VERSION_LETTERS);
    String list =
        files.stream().map(file -> "\"" + file + "\"").collect(Collectors.joining(",\n  "));
    String head = "const VERSION = \"" + version + "\";\nconst FILES = [\n  " + list + ",\n];\n";
    return (head + new String(script.bytes(), StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What makes the course work without a network. Pictures as scripts are for file:// only, and the
   * preview for other sites.
   */
  static List<String> kept(RenderedSite site) {
    List<String> kept = new ArrayList<>(List.of("./"));
    site.pages().stream().map(RenderedPage::path).forEach(kept::add);
    site.assets().stream()
        .filter(asset -> !asset.path().matches("assets/pictures/.*\\.js"))
        .map(Asset::href)
        .forEach(kept::add);
    site.files().stream()
        .map(Asset::path)
        .filter(path -> path.matches("favicon\\.svg|manifest\\.webmanifest|icons/icon-.*"))
        .forEach(kept::add);
    return kept;
  }
}
