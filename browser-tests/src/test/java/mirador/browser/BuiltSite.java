package mirador.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mirador.site.serve.SiteServer;

/**
 * The site, and a server for it that lives as long as the tests. Where the course comes with small
 * models, the site in {@code target/site} starts them by itself; what most tests are about is the
 * same site without them. {@link MiniaturesTest} and {@link ShippedMiniaturesTest} are about small
 * models.
 */
final class BuiltSite {
  /** The site with all that the course comes with. */
  static final Path SHIPPED =
      Path.of(System.getProperty("root.dir", ".."))
          .resolve("target/site")
          .toAbsolutePath()
          .normalize();

  static final Path FOLDER = withoutMiniatures();

  private static final Map<Path, SiteServer> SERVERS = new HashMap<>();

  private BuiltSite() {}

  /** How a page is reached. */
  enum Way {
    HTTP,
    FILE
  }

  private static Path withoutMiniatures() {
    if (!CourseCopy.hasMiniatures()) {
      return SHIPPED;
    }
    try {
      return new CourseCopy(CourseCopy.temporary("plain").resolve("course"), "").build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all pages a learner can open. */
  static List<String> pages() {
    if (!Files.isRegularFile(FOLDER.resolve("index.html"))) {
      throw new IllegalStateException(
          "There is no site in " + FOLDER + ": run ./mirador build first.");
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html") && !name.equals("404.html"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in a page's file. */
  static String text(String page) {
    try {
      return Files.readString(FOLDER.resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a page. */
  static String address(Way way, String page) {
    return address(FOLDER, way, page);
  }

  /** The address of a page of another site. */
  static String address(Path site, Way way, String page) {
    return way == Way.FILE ? site.toUri() + page : server(site).address() + page;
  }

  private static synchronized SiteServer server(Path site) {
    return SERVERS.computeIfAbsent(
        site,
        folder -> {
          try {
            return SiteServer.start(folder, 0);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
