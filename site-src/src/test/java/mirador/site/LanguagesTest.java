package mirador.site;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mirador.concepts.text.Messages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The interface in other languages than Spanish, which comes first. */
class LanguagesTest {
  private static final Map<String, String> MODULES =
      Map.of("concepts", "concepts", "webapp", "webapp", "site-src", "site");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(#?)");

  static List<Path> translations() throws IOException {
    Set<Path> files = new TreeSet<>();
    for (String module : MODULES.keySet()) {
      try (Stream<Path> all = Files.list(folder(module))) {
        all.filter(file -> !file.getFileName().toString().contains("_es.")).forEach(files::add);
      }
    }
    return List.copyOf(files);
  }

  private static Path folder(String module) {
    return SampleCourse.REPOSITORY.resolve(module).resolve("src/main/resources/mirador/messages");
  }

  private static Map<String, String> texts(Path file) throws IOException {
    return Messages.parse(Files.readString(file)).asMap();
  }

  private static Map<String, String> spanish(Path translation) throws IOException {
    String name = translation.getFileName().toString().replaceFirst("_.*", "_es.properties");
    return texts(translation.resolveSibling(name));
  }

  @Test
  void englishIsComplete() throws IOException {
    List<Path> translations = translations();
    MODULES.forEach(
        (module, name) ->
            assertTrue(translations.contains(folder(module).resolve(name + "_en.properties"))));
  }

  @ParameterizedTest
  @MethodSource("translations")
  void keysAreThoseOfTheSpanishInTheirOrder(Path file) throws IOException {
    assertEquals(List.copyOf(spanish(file).keySet()), List.copyOf(texts(file).keySet()));
  }

  @ParameterizedTest
  @MethodSource("translations")
  void placesAreThoseOfTheSpanish(Path file) throws IOException {
    Map<String, String> translated = texts(file);
    spanish(file)
        .forEach(
            (key, text) ->
                assertEquals(places(text), places(translated.getOrDefault(key, text)), key));
  }

  /** A value that chooses between forms must be a number, so only those of the Spanish may. */
  @ParameterizedTest
  @MethodSource("translations")
  void onlyNumbersChooseBetweenForms(Path file) throws IOException {
    Map<String, String> translated = texts(file);
    spanish(file)
        .forEach(
            (key, text) ->
                assertTrue(choosing(text).containsAll(choosing(translated.get(key))), key));
  }

  @ParameterizedTest
  @MethodSource("translations")
  void everyTextCanBeFilled(Path file) throws IOException {
    Messages messages = Messages.of(texts(file));
    for (int value : List.of(1, 2)) {
      Object[] values = Collections.nCopies(10, value).toArray();
      for (String key : messages.asMap().keySet()) {
        assertFalse(assertDoesNotThrow(() -> messages.get(key, values)).isBlank(), key);
      }
    }
  }

  private static Set<String> places(String text) {
    return found(text, false);
  }

  private static Set<String> choosing(String text) {
    return found(text, true);
  }

  private static Set<String> found(String text, boolean choosing) {
    return PLACE
        .matcher(text)
        .results()
        .filter(match -> !choosing || match.group(2).equals("#"))
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theWholeCourseWithAnEnglishInterface(@TempDir Path root) throws Exception {
    SampleCourse course = SampleCourse.in(root);
    String config = Files.readString(SampleCourse.REPOSITORY.resolve("curso.yaml"));
    course.write(
        "curso.yaml", config.replace("language: es\n", "language: en\nlessonLanguage: es\n"));
    for (String folder : List.of("lessons", "figuras")) {
      Files.move(root.resolve(folder), root.resolve("sample-" + folder));
      Files.createSymbolicLink(root.resolve(folder), SampleCourse.REPOSITORY.resolve(folder));
    }
    Path site = root.resolve("target/site");
    course.builder(null).build(site);
    Document page = Jsoup.parse(Files.readString(site.resolve("01-vit.html")));
    assertEquals("en", page.expectFirst("html").attr("lang"));
    assertEquals("es", page.expectFirst("article").attr("lang"));
    assertEquals("en", page.expectFirst(".widget-patch-grid").attr("lang"));
    assertFalse(page.expectFirst(".widget-prediction").hasAttr("lang"));
    assertEquals("Skip to the content", page.expectFirst(".skip-link").text());
    try (Stream<Path> pages = Files.list(site)) {
      for (Path file : pages.filter(file -> file.toString().endsWith(".html")).toList()) {
        Document document = Jsoup.parse(Files.readString(file));
        for (String text : document.select(".widget-title, .widget-about").eachText()) {
          assertFalse(text.startsWith("widget."), file + ": no text for " + text);
        }
      }
    }
    Document missing = Jsoup.parse(Files.readString(site.resolve("404.html")));
    assertEquals("This page does not exist", missing.expectFirst("h1").text());
  }

  @Test
  void withoutAnotherLanguageTheArticleNeedsNone(@TempDir Path root) throws Exception {
    SampleCourse course = SampleCourse.in(root);
    Path site = root.resolve("target/site");
    course.builder(null).build(site);
    Document page = Jsoup.parse(Files.readString(site.resolve("01-vit.html")));
    assertEquals("es", page.expectFirst("html").attr("lang"));
    assertFalse(page.expectFirst("article").hasAttr("lang"));
  }
}
