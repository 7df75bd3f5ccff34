package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import mirador.site.serve.SiteServer;

/**
 * The package for learning platforms in a platform of the tests ({@code scorm/player.js}): the API
 * of scorm-again, which checks every value as SCORM 1.2 has it, and a record of all calls.
 */
final class PlatformVisit implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private static final String LOCAL = "http://localhost:";

  private static final Path SERVED = unpacked();
  private static final SiteServer SERVER = serve();

  private final Visit visit;

  private PlatformVisit(Visit visit) {
    this.visit = visit;
  }

  /** What the course finds in the platform. */
  enum Api {
    SCORM_AGAIN("scorm-again"),
    NONE("none"),
    REFUSES_TO_START("start"),
    REFUSES_VALUES("values");

    private final String name;

    Api(String name) {
      this.name = name;
    }
  }

  /** One call of the API. */
  record Call(String name, List<String> values, String answer, String error) {}

  private static SiteServer serve() {
    try {
      return SiteServer.start(SERVED, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path unpacked() {
    try {
      Path root = CourseCopy.temporary("platform");
      Path zip = root.resolve("package.zip");
      new CourseCopy(root.resolve("source"), "").writeScorm(zip);
      Path served = Files.createDirectory(root.resolve("served"));
      unpack(zip, served.resolve("course"));
      for (String file : List.of("player.html", "player.js")) {
        try (InputStream in = PlatformVisit.class.getResourceAsStream("/scorm/" + file)) {
          Files.copy(in, served.resolve(file));
        }
      }
      Files.copy(
          Path.of(System.getProperty("root.dir", ".."))
              .resolve("site-src/node_modules/scorm-again/dist/scorm12.js"),
          served.resolve("scorm12.js"));
      return served;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(Path zip, Path folder) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
      }
    }
  }

  /** The address of the unpacked package. */
  static String address() {
    return SERVER.address() + "course/";
  }

  /** Opens the platform in a fresh profile. */
  static PlatformVisit open() {
    return open(profile -> profile);
  }

  static PlatformVisit open(UnaryOperator<Browser.NewContextOptions> profile) {
    return new PlatformVisit(Visit.to(SERVER.address(), "player.html", profile));
  }

  /** Opens the course in a page of another host, whose API it must not touch. */
  static PlatformVisit openFromAnotherHost() {
    String other = serve().address();
    Visit visit =
        Visit.to(LOCAL, other.substring(LOCAL.length()) + "player.html", profile -> profile);
    PlatformVisit platform = new PlatformVisit(visit);
    platform
        .page()
        .evaluate("address => launch('scorm-again', {}, address)", address() + "scorm.html");
    platform.awaitAlive();
    return platform;
  }

  /** What a platform knows of a learner before the first visit. */
  static JsonNode learner(String id, String name) {
    return JSON.createObjectNode()
        .set("core", JSON.createObjectNode().put("student_id", id).put("student_name", name));
  }

  /** What it knows after the session that is on record. */
  JsonNode nextSession(JsonNode before) {
    var next = (com.fasterxml.jackson.databind.node.ObjectNode) before.deepCopy();
    JsonNode values = values();
    next.withObject("core")
        .put("lesson_status", values.get("cmi.core.lesson_status").asText())
        .put("lesson_location", values.get("cmi.core.lesson_location").asText())
        .withObject("score")
        .put("raw", values.get("cmi.core.score.raw").asText());
    next.put("suspend_data", values.get("cmi.suspend_data").asText());
    return next;
  }

  /** Opens the course for a learner and waits until its page is alive. */
  void launch(Api api, JsonNode data) {
    page()
        .evaluate(
            "([api, data]) => launch(api, JSON.parse(data))", List.of(api.name, data.toString()));
    awaitAlive();
  }

  private void awaitAlive() {
    assertThat(course().locator("html[data-alive]")).hasCount(1);
  }

  /** Goes to another page of the course as a learner does. */
  void go(String file) {
    course().locator("#course-nav a[href='" + file + "']").click();
    assertThat(course().locator("#course-nav a[aria-current=page][href='" + file + "']"))
        .hasCount(1);
    awaitAlive();
  }

  /** Loads the present page again. */
  void reload() {
    course()
        .locator("html")
        .evaluate("root => { root.removeAttribute('data-alive'); location.reload(); }");
    awaitAlive();
  }

  /** The learner closes the course. */
  void leave() {
    page().evaluate("leave()");
  }

  /** A widget of the course's page, live. */
  Locator widget(String id) {
    Locator section = course().locator("[id='" + id + "'][data-widget]");
    section.scrollIntoViewIfNeeded();
    assertThat(section).hasAttribute("data-mounted", "true");
    return section;
  }

  /** Answers the first exercise of the page rightly and gives its id. */
  String passFirstExercise() {
    String id = course().locator("[data-widget=exercise]").first().getAttribute("id");
    Locator section = widget(id);
    for (Locator one : section.locator("[data-case]").all()) {
      Locator input = one.locator("[data-input]");
      String expected = one.getAttribute("data-expected");
      if (input.evaluate("e => e.tagName").equals("SELECT")) {
        input.selectOption(expected);
      } else {
        input.fill(expected);
      }
    }
    visit.button(section, Texts.SPANISH.get("exercise.check")).click();
    assertThat(section.locator("[data-result]"))
        .hasText(Texts.SPANISH.get("exercise.all", section.locator("[data-case]").count()));
    return id;
  }

  /** The launch page. */
  FrameLocator launchPage() {
    return page().frameLocator("#sco");
  }

  /** The course's page. */
  FrameLocator course() {
    return launchPage().frameLocator("#course");
  }

  /** Runs a function in the course's page. */
  Object evaluate(String function, Object argument) {
    return course().locator("html").evaluate(function, argument);
  }

  /** Keys and texts of what the browser keeps. */
  JsonNode kept() {
    return json("JSON.stringify({...localStorage})");
  }

  /** What the course set last, by element. */
  JsonNode values() {
    return json("JSON.stringify(values())");
  }

  /** Waits until the platform has been told a value and to keep it. */
  void awaitCommitted(String element, String value) {
    page()
        .waitForFunction(
            "([element, value]) => { const at = calls.findLastIndex(([name, [key, text]]) =>"
                + " name === 'LMSSetValue' && key === element && text === value);"
                + " return at >= 0 && calls.slice(at).some(([name]) => name === 'LMSCommit'); }",
            List.of(element, value));
  }

  List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (JsonNode call : json("JSON.stringify(calls)")) {
      List<String> values = new ArrayList<>();
      call.get(1).forEach(value -> values.add(value.asText()));
      calls.add(new Call(call.get(0).asText(), values, call.get(2).asText(), call.get(3).asText()));
    }
    return calls;
  }

  private JsonNode json(String expression) {
    try {
      return JSON.readTree((String) page().evaluate(expression));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Page page() {
    return visit.page();
  }

  Visit visit() {
    return visit;
  }

  /** Fails when the API had anything to object. */
  void assertNoError() {
    assertEquals(
        List.of(), calls().stream().filter(call -> !call.error().equals("0")).toList(), "errors");
  }

  @Override
  public void close() {
    visit.close();
  }
}
