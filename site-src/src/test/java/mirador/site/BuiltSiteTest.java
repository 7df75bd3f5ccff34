package mirador.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import mirador.site.problem.ProblemsException;
import mirador.site.publish.UsbZip;
import mirador.site.render.RenderedSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of the sample course are like. */
class BuiltSiteTest {
  @TempDir static Path root;
  private static Path site;
  private static RenderedSite rendered;

  @BeforeAll
  static void build() throws Exception {
    site = root.resolve("target/site");
    rendered = SampleCourse.in(root).builder(null).build(site);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(site)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  private static Document page(String name) throws IOException {
    return Jsoup.parse(Files.readString(site.resolve(name)));
  }

  @Test
  void linksAreRelativeAndLead() throws IOException {
    for (Path file : pages()) {
      for (Element element : page(file.getFileName().toString()).select("[href], [src]")) {
        String address = element.hasAttr("href") ? element.attr("href") : element.attr("src");
        assertFalse(address.startsWith("/"), file + " links to " + address);
        if (address.startsWith("http") || address.equals("./")) {
          continue;
        }
        URI uri = URI.create(address);
        String path = uri.getPath().isEmpty() ? file.getFileName().toString() : uri.getPath();
        assertTrue(Files.isRegularFile(site.resolve(path)), file + " links to " + address);
        if (uri.getFragment() != null) {
          assertNotNull(
              page(path).getElementById(uri.getFragment()), file + " links to " + address);
        }
      }
    }
  }

  @Test
  void nothingThePolicyWouldDrop() throws Exception {
    for (Path file : pages()) {
      Document document = page(file.getFileName().toString());
      assertTrue(document.select("[style]").isEmpty(), file + " has inline styles");
      assertTrue(document.select("[onclick], [onload]").isEmpty(), file + " has handlers");
      String policy =
          document.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
      assertFalse(policy.contains("unsafe-inline"), policy);
      List<String> directives =
          Stream.of(policy.split("; ")).map(directive -> directive.split(" ")[0]).toList();
      assertEquals(directives.size(), Set.copyOf(directives).size(), policy);
      for (Element inline : document.select("script:not([src]), style")) {
        assertTrue(policy.contains(sha256(inline.data())), file + ": " + inline.data());
      }
    }
  }

  private static String sha256(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  @Test
  void headingsGoDownOneByOneAndIdsAreUnique() throws IOException {
    for (Path file : pages()) {
      Document document = page(file.getFileName().toString());
      int level = 0;
      for (Element heading : document.select("main h1, main h2, main h3, main h4, main h5")) {
        int next = heading.tagName().charAt(1) - '0';
        assertTrue(next <= level + 1, file + ": " + heading.text());
        level = next;
      }
      assertEquals(1, document.select("h1").size());
      Set<String> ids = new HashSet<>();
      for (Element element : document.select("[id]")) {
        assertTrue(ids.add(element.id()), file + " has the id " + element.id() + " twice");
      }
    }
  }

  @Test
  void theHomePageIsTheFirstLesson() throws IOException {
    Document home = page("index.html");
    assertEquals("es", home.expectFirst("html").attr("lang"));
    assertEquals("00-inicio", home.body().attr("data-page"));
    assertEquals("01-vit.html", home.expectFirst(".pager-next").attr("href"));
    assertEquals("01-vit.html#la-idea", home.expectFirst(".aims a").attr("href"));
    assertEquals("01-vit", home.expectFirst(".lesson-cards [data-progress]").attr("data-progress"));
  }

  @Test
  void slugsAreSpanish() throws IOException {
    Document page = page("01-vit.html");
    assertEquals("¿Cuántos tokens ve?", page.getElementById("cuantos-tokens-ve").text());
    assertEquals(
        List.of("#cuantos-tokens-ve", "#la-idea", "#una-tabla", "#preguntas"),
        page.select("#page-toc a").eachAttr("href"));
  }

  @Test
  void aWidgetHoldsItsStaticResult() throws IOException {
    Element widget = page("01-vit.html").getElementById("patch-grid");
    assertEquals("h3", widget.expectFirst(".widget-title").tagName());
    assertTrue(widget.expectFirst("[data-result]").text().contains("15 × 10 = 150"));
    assertNotNull(widget.selectFirst("[data-play] img[alt][width][height]"));
    assertEquals("0 0 768 512", widget.expectFirst("[data-play] svg").attr("viewBox"));
    assertTrue(widget.attr("data-settings").contains("\"patch\":\"50\""));
    assertEquals("{\"patch\":\"100\"}", widget.expectFirst("[data-preset]").attr("data-preset"));
    for (String slot : List.of("data-controls", "data-actions", "data-about")) {
      assertNotNull(widget.selectFirst("[" + slot + "]"), slot);
    }
  }

  @Test
  void questionsGuessesAndExercisesHoldTheirAnswers() throws IOException {
    Document page = page("01-vit.html");
    Element question = page.expectFirst("[data-question=que-es-un-patch]");
    assertTrue(question.expectFirst("details[data-model-answer]").text().contains("aplanado"));
    assertEquals(2, question.select("[data-checklist] li").size());
    Element guess = page.expectFirst("[data-prediction=patches-gato]");
    assertEquals("96", guess.attr("data-answer"));
    assertEquals(3, guess.select("[data-options] input[type=radio]").size());
    Element exercise = page.expectFirst("[data-exercise=num-patches]");
    assertEquals(List.of("196", "49"), exercise.select("[data-case]").eachAttr("data-expected"));
    assertEquals(2, exercise.select("details[data-hint]").size());
    for (Element input : exercise.select("[data-input]")) {
      assertNotNull(exercise.selectFirst("label[for=" + input.id() + "]"));
    }
  }

  @Test
  void formulasAreMathMlWithTheirSymbols() throws IOException {
    Document page = page("01-vit.html");
    assertTrue(page.select("[data-tex]").isEmpty());
    assertTrue(page.select("math:not([alttext])").isEmpty());
    Element formula = page.getElementById("numero");
    assertEquals(2, formula.select("math mfrac").size());
    assertEquals(2, formula.select(".formula-math mfrac > mi[data-symbol=s3]").size());
    assertEquals("lado del patch, en píxeles", formula.expectFirst("[data-symbol=s3] dd").text());
  }

  @Test
  void aTermIsExplainedOncePerSection() throws IOException {
    Document page = page("01-vit.html");
    assertTrue(page.select("h1 .term, h2 .term, .widget .term, a .term, code .term").isEmpty());
    assertEquals("patch", page.expectFirst("h2#la-idea + p .term").text());
    assertEquals(1, page.select("h2#la-idea + p .term").size());
    for (Element term : page.select(".term")) {
      Element tip = page.getElementById(term.attr("aria-describedby"));
      assertEquals("tooltip", tip.attr("role"));
      assertFalse(tip.text().isBlank());
      assertTrue(term.attr("href").startsWith("glosario.html#"));
    }
    assertEquals("patches, parche", otherForms().substring("También: ".length()));
  }

  private static String otherForms() throws IOException {
    return page("glosario.html").expectFirst("#patch + .other-forms").text();
  }

  @Test
  void notesTablesAndCode() throws IOException {
    Document page = page("01-vit.html");
    assertEquals(3, page.select(".note[role=note][aria-label]").size());
    assertEquals("0", page.expectFirst(".scroll:has(table)").attr("tabindex"));
    assertTrue(page.expectFirst("pre code").wholeText().contains("\n    return"));
    assertFalse(Files.readString(site.resolve("01-vit.html")).contains("cuaderno"));
  }

  @Test
  void theSearchIndexLeadsToSections() throws IOException {
    String script = Files.readString(site.resolve("assets/search-index.js"));
    JsonNode index =
        new ObjectMapper().readTree(script.substring(script.indexOf('['), script.lastIndexOf(';')));
    JsonNode idea =
        Stream.iterate(0, i -> i < index.size(), i -> i + 1)
            .map(index::get)
            .filter(entry -> entry.get("title").asText().equals("La idea"))
            .findFirst()
            .orElseThrow();
    assertEquals("01-vit.html#la-idea", idea.get("href").asText());
    assertEquals("De la imagen a los tokens", idea.get("page").asText());
    assertTrue(idea.get("text").asText().contains("Cada patch es un cuadrado"));
    assertFalse(script.contains("proyectado"), "a model answer must not be found by searching");
  }

  @Test
  void theWorkerKeepsAllThatPagesNeed() throws IOException {
    String worker = Files.readString(site.resolve("sw.js"));
    for (Path file : pages()) {
      assertTrue(worker.contains("\"" + file.getFileName() + "\""), file.toString());
      for (Element element :
          page(file.getFileName().toString()).select("link[rel=stylesheet], script[src], img")) {
        String address = element.hasAttr("href") ? element.attr("href") : element.attr("src");
        assertTrue(worker.contains("\"" + address + "\""), address);
      }
    }
    String scripts = page("index.html").expectFirst("script[data-scripts]").attr("data-scripts");
    for (String address : scripts.split(" ")) {
      assertTrue(worker.contains("\"" + address + "\""), address);
    }
    assertTrue(worker.contains("\"assets/models.js?v="), "the script of real models");
  }

  @Test
  void onlyAPageWithAModelOrACodeCellNamesTheirScript() throws IOException {
    for (Path file : pages()) {
      Document page = page(file.getFileName().toString());
      assertEquals(
          page.select("[data-widget=code]").isEmpty(),
          page.select("[data-models]").isEmpty(),
          file.toString());
    }
  }

  @Test
  void whatRunsModelsIsKeptWhenItIsUsedAndNotBefore() throws IOException {
    String worker = Files.readString(site.resolve("sw.js"));
    int later = worker.indexOf("const LATER");
    assertFalse(worker.substring(0, later).contains("assets/ort/"));
    String list = worker.substring(later, worker.indexOf("];", later));
    try (Stream<Path> files = Files.list(site.resolve("assets/ort"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertTrue(list.contains("\"assets/ort/" + file.getFileName() + "?v="), file.toString());
      }
    }
    assertFalse(list.contains("packs/"), list);
  }

  @Test
  void thePacksForADiskHoldTheSameRuntime() throws IOException {
    String data = Files.readString(site.resolve("assets/course-data.js"));
    JsonNode builds =
        new ObjectMapper()
            .readTree(data.substring(data.indexOf('{'), data.lastIndexOf(';')))
            .path("runtime")
            .path("builds");
    assertEquals(3, builds.size());
    for (JsonNode build : builds) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      for (JsonNode address : build.path("packs")) {
        String script = Files.readString(file(address));
        assertTrue(script.length() <= 12_000_000, address + " has " + script.length());
        String base64 = script.substring(script.indexOf('"') + 1, script.lastIndexOf('"'));
        packed.writeBytes(Base64.getDecoder().decode(base64));
      }
      ByteArrayOutputStream together = new ByteArrayOutputStream();
      for (String part : List.of("script", "module", "wasm")) {
        together.writeBytes(Files.readAllBytes(file(build.path(part))));
      }
      try (InputStream unpacked =
          new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
        assertArrayEquals(together.toByteArray(), unpacked.readAllBytes());
      }
    }
  }

  private static Path file(JsonNode address) {
    return site.resolve(address.asText().replaceFirst("\\?.*", ""));
  }

  @Test
  void withoutAnAddressNothingAbsolute() throws IOException {
    assertFalse(Files.exists(site.resolve("sitemap.xml")));
    assertTrue(page("index.html").select("link[rel=canonical], [property=og:image]").isEmpty());
  }

  @Test
  void withAnAddressSiteMapAndCanonicalLinks(@TempDir Path other) throws Exception {
    Path out = other.resolve("target/site");
    SampleCourse.in(other).builder("https://example.org/curso").build(out);
    String map = Files.readString(out.resolve("sitemap.xml"));
    assertTrue(map.contains("<loc>https://example.org/curso/01-vit.html</loc>"), map);
    Document page = Jsoup.parse(Files.readString(out.resolve("01-vit.html")));
    assertEquals(
        "https://example.org/curso/01-vit.html",
        page.expectFirst("link[rel=canonical]").attr("href"));
    assertEquals(
        "https://example.org/curso/icons/preview.png",
        page.expectFirst("[property=og:image]").attr("content"));
    Document missing = Jsoup.parse(Files.readString(out.resolve("404.html")));
    assertEquals("https://example.org/curso/", missing.expectFirst("a").attr("href"));
  }

  @Test
  void theMissingPageStandsAlone() throws IOException {
    Document missing = page("404.html");
    assertTrue(missing.select("[src], link").isEmpty());
  }

  @Test
  void theCopyForAStickHoldsTheSiteAndAReadMe() throws IOException {
    Path zip = root.resolve("target/mirador-usb.zip");
    UsbZip.write(rendered, zip);
    Set<String> inZip = new TreeSet<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      file.stream().forEach(entry -> inZip.add(entry.getName()));
    }
    Set<String> expected = new TreeSet<>(Set.of("mirador/LEEME.txt"));
    try (Stream<Path> files = Files.walk(site)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> expected.add("mirador/" + site.relativize(file)));
    }
    assertEquals(expected, inZip);
  }

  @Test
  void modelsBesideTheSiteAreLeftAlone() throws Exception {
    Path model = site.resolve("models/of-my-own/vision.onnx");
    Files.createDirectories(model.getParent());
    Files.writeString(model, "weights");
    new SiteBuilder(root, java.util.Optional.empty(), false).build(site);
    assertTrue(Files.exists(model));
    Files.delete(model);
  }

  @Test
  void aDamagedModelOfTheCourseIsNamed() throws Exception {
    Path manifest = site.resolve("models/clip-vit-base-patch32/manifest.json");
    Files.createDirectories(manifest.getParent());
    Files.writeString(manifest, "{}");
    try {
      ProblemsException damaged =
          assertThrows(
              ProblemsException.class,
              () -> new SiteBuilder(root, java.util.Optional.empty(), false).render());
      assertTrue(damaged.getMessage().contains(manifest.toString()), damaged.getMessage());
    } finally {
      Files.delete(manifest);
    }
  }

  @Test
  void whatIsNoLongerPartOfTheSiteGoes() throws Exception {
    Path old = site.resolve("old.html");
    Files.writeString(old, "old");
    new SiteBuilder(root, java.util.Optional.empty(), false).build(site);
    assertFalse(Files.exists(old));
  }
}
