package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mirador.browser.BuiltSite.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The weights that the design allows: what a page fetches, gzipped, and what its scripts weigh. */
final class BudgetTest {
  private static final int PAGE = 150_000;
  private static final int SCRIPT = 200_000;
  private static final int FONTS = 60_000;
  private static final int FIGURE = 120_000;

  static Stream<String> pages() {
    return BuiltSite.pages().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageKeepsItsBudget(String name) {
    List<String> fetched = new ArrayList<>();
    try (Visit visit = Visit.to(Way.HTTP, "404.html".equals(name) ? "index.html" : name)) {
      visit.page().onRequestFinished(request -> fetched.add(request.url()));
      visit.open(name);
      visit.mountAll();
    }
    int page = 0;
    StringBuilder parts = new StringBuilder();
    for (String url : fetched.stream().distinct().toList()) {
      if (url.startsWith("http") && !url.contains(".js") && !url.contains("/icons/")) {
        int weight = gzipped(file(url));
        page += weight;
        parts.append(' ').append(file(url).getFileName()).append('=').append(weight);
      }
    }
    assertTrue(page <= PAGE, name + " weighs " + page + " bytes:" + parts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mirador.js", "models.js"})
  void aScriptKeepsItsBudget(String script) {
    int weight = gzipped(BuiltSite.FOLDER.resolve("assets").resolve(script));
    assertTrue(weight <= SCRIPT, script + " weighs " + weight + " bytes");
  }

  @Test
  void theFontsKeepTheirBudget() throws IOException {
    try (Stream<Path> fonts = Files.list(BuiltSite.FOLDER.resolve("assets/fonts"))) {
      int weight = fonts.mapToInt(font -> (int) font.toFile().length()).sum();
      assertTrue(weight <= FONTS, "the fonts weigh " + weight + " bytes");
    }
  }

  @Test
  void theFiguresKeepTheirBudget() throws IOException {
    try (Stream<Path> figures = Files.list(BuiltSite.FOLDER.resolve("assets/pictures"))) {
      figures
          .filter(figure -> figure.toString().endsWith(".png"))
          .forEach(
              figure ->
                  assertTrue(
                      figure.toFile().length() <= FIGURE,
                      figure + " weighs " + figure.toFile().length() + " bytes"));
    }
  }

  private static Path file(String url) {
    String path = url.substring(BuiltSite.address(Way.HTTP, "").length()).replaceAll("[?#].*", "");
    return BuiltSite.FOLDER.resolve(path.isEmpty() ? "index.html" : path);
  }

  private static int gzipped(Path file) {
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        Files.copy(file, gzip);
      }
      return packed.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
