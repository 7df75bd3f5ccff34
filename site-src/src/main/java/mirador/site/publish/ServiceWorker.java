package mirador.site.publish;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mirador.site.render.Asset;
import mirador.site.render.RenderedPage;
import mirador.site.render.RenderedSite;

/** Tells the service worker what the course consists of, and in which version. */
final class ServiceWorker {
  private static final int VERSION_LETTERS = 12;

  private ServiceWorker() {}

  /** The script with {@code VERSION}, {@code FILES} and {@code LATER} before it. */
  static byte[] withList(Asset script, RenderedSite site) {
    List<String> files = kept(site);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    site.pages().forEach(page -> content.writeBytes(page.html().getBytes(StandardCharsets.UTF_8)));
    files.forEach(file -> content.writeBytes(file.getBytes(StandardCharsets.UTF_8)));
    content.writeBytes(script.bytes());
    String version = Asset.hash(content.toByteArray()).substring(0, VERSION_LETTERS);
    String head =
        "const VERSION = \""
            + version
            + "\";\nconst FILES = "
            + list(files)
            + ";\nconst LATER = "
            + list(keptLater(site))
            + ";\n";
    return (head + new String(script.bytes(), StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String list(List<String> files) {
    return files.stream()
        .map(file -> "\"" + file + "\"")
        .collect(Collectors.joining(",\n  ", "[\n  ", ",\n]"));
  }

  /**
   * What makes the course work without a network. Scripts that carry pictures or the runtime are
   * for file:// only, the preview is for other sites.
   */
  static List<String> kept(RenderedSite site) {
    List<String> kept = new ArrayList<>(List.of("./"));
    site.pages().stream().map(RenderedPage::path).forEach(kept::add);
    site.assets().stream()
        .filter(
            asset ->
                !asset.path().matches("assets/pictures/.*\\.js|assets/ort/.*|assets/python\\.js"))
        .map(Asset::href)
        .forEach(kept::add);
    site.files().stream()
        .map(Asset::path)
        .filter(path -> path.matches("favicon\\.svg|manifest\\.webmanifest|icons/icon-.*"))
        .forEach(kept::add);
    return kept;
  }

  /**
   * What real models and learners' programs run in, and the small models: too much for every
   * reader, so it is kept when it is first used. Where an older version is kept, the new one
   * replaces it when the course is installed.
   */
  static List<String> keptLater(RenderedSite site) {
    List<String> kept = new ArrayList<>();
    site.assets().stream()
        .filter(asset -> asset.path().matches("assets/ort/[^/]*|assets/python\\.js"))
        .map(Asset::href)
        .forEach(kept::add);
    site.miniatures().forEach(miniature -> kept.addAll(miniature.addresses()));
    return kept;
  }
}
