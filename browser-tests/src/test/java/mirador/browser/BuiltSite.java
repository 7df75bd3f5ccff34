package mirador.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mirador.site.serve.SiteServer;

/** The site in {@code target/site}, and a server for it that lives as long as the tests. */
final class BuiltSite {
  static final Path FOLDER =
      Path.of(System.getProperty("root.dir", "..")).resolve("target/site").toAbsolutePath();

  private static SiteServer server;

  private BuiltSite() {}

  /** How a page is reached. */
  enum Way {
    HTTP,
    FILE
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

  /** The address of a page. */
  static String address(Way way, String page) {
    return way == Way.FILE ? FOLDER.toUri() + page : server().address() + page;
  }

  private static synchronized SiteServer server() {
    if (server == null) {
      try {
        server = SiteServer.start(FOLDER, 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }
}
