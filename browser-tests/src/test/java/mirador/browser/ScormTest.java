package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import mirador.browser.PlatformVisit.Api;
import mirador.browser.PlatformVisit.Call;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The package in a learning platform, whose API is that of scorm-again in its strict form. */
final class ScormTest {
  private static final int LIMIT = 4096;
  private static final String LESSON = "01-vit.html";
  private static final String ANSWER = "Un patch es un cuadrado de la imagen, con «acentos» y ñ.";
  private static final JsonNode ANA = PlatformVisit.learner("ana01", "García López, Ana");
  private static final JsonNode LUIS = PlatformVisit.learner("luis02", "Pérez, Luis");

  private static final String IDS =
      "() => window.mirador.items.filter(i => /exercise|code/.test(i.kind)).map(i => i.id)";

  private static List<?> exercises(PlatformVisit platform) {
    return (List<?>) platform.evaluate(IDS, null);
  }

  private static Locator question(PlatformVisit platform) {
    String id = platform.course().locator("[data-question]").first().getAttribute("id");
    return platform.widget(id).locator("textarea");
  }

  private static long count(List<Call> calls, String name) {
    return calls.stream().filter(call -> call.name().equals(name)).count();
  }

  /** Puts texts where the course keeps its own, under the learner's keys, and shows them. */
  private static void keep(PlatformVisit platform, Map<String, String> texts) {
    platform.evaluate(
        "(root, texts) => { const key = Object.keys(localStorage).find(k => k.startsWith('mirador@'));"
            + " const prefix = key.slice(0, key.indexOf(':1:') + 3);"
            + " Object.entries(texts).forEach(([k, v]) => localStorage.setItem(prefix + k, v)); }",
        texts);
    platform.reload();
  }

  @Test
  void theWorkIsReportedAndComesBackOnAnotherMachine() {
    String passed;
    JsonNode next;
    int score;
    try (PlatformVisit platform = PlatformVisit.open()) {
      platform.launch(Api.SCORM_AGAIN, ANA);
      score = (int) Math.round(100.0 / exercises(platform).size());
      platform.awaitCommitted("cmi.core.score.raw", "0");
      platform.go(LESSON);
      passed = platform.passFirstExercise();
      question(platform).fill(ANSWER);
      platform.awaitCommitted("cmi.core.score.raw", String.valueOf(score));
      // What was written a moment ago is not lost by leaving.
      question(platform).fill(ANSWER + " Y más.");
      platform.leave();

      platform.assertNoError();
      List<Call> calls = platform.calls();
      assertEquals("LMSInitialize", calls.get(0).name());
      assertEquals("LMSFinish", calls.get(calls.size() - 1).name());
      assertEquals(1, count(calls, "LMSInitialize"));
      assertEquals(1, count(calls, "LMSFinish"));
      JsonNode values = platform.values();
      assertEquals("incomplete", values.get("cmi.core.lesson_status").asText());
      assertEquals("0", values.get("cmi.core.score.min").asText());
      assertEquals("100", values.get("cmi.core.score.max").asText());
      assertEquals("suspend", values.get("cmi.core.exit").asText());
      assertEquals(LESSON, values.get("cmi.core.lesson_location").asText());
      String time = values.get("cmi.core.session_time").asText();
      assertTrue(time.matches("\\d{4}:[0-5]\\d:[0-5]\\d\\.\\d\\d"), time);
      assertFalse(time.equals("0000:00:00.00"), time);
      String data = values.get("cmi.suspend_data").asText();
      assertTrue(data.length() <= LIMIT && data.matches("[!-~]+"), data);
      assertFalse(data.contains("patch"), "it is compressed");
      next = platform.nextSession(ANA);
    }
    try (PlatformVisit platform = PlatformVisit.open()) {
      platform.launch(Api.SCORM_AGAIN, next);
      assertThat(platform.course().locator("body")).hasAttribute("data-page", "01-vit");
      assertThat(question(platform)).hasValue(ANSWER + " Y más.");
      JsonNode kept = platform.kept();
      List<String> keys =
          StreamSupport.stream(((Iterable<String>) kept::fieldNames).spliterator(), false).toList();
      assertTrue(keys.stream().noneMatch(key -> key.startsWith("mirador:1:")), keys.toString());
      assertTrue(keys.stream().noneMatch(key -> key.contains("ana01")), keys.toString());
      String prefix = keys.stream().filter(key -> key.startsWith("mirador@")).findFirst().get();
      prefix = prefix.substring(0, prefix.indexOf(":1:") + 3);
      assertEquals("Ana García López", kept.get(prefix + "learner.name").asText());
      assertEquals("1", kept.get(prefix + "exercise." + passed + ".passed").asText());

      // What the learner takes away stays away, and what was reached is not lowered.
      platform.visit().button(platform.widget(passed), Texts.SPANISH.get("frame.reset")).click();
      question(platform).fill("");
      platform.go("02-clip.html");
      platform.go(LESSON);
      assertThat(question(platform)).hasValue("");
      platform.leave();
      assertFalse(platform.kept().has(prefix + "exercise." + passed + ".passed"));
      assertEquals(String.valueOf(score), platform.values().get("cmi.core.score.raw").asText());
      platform.assertNoError();
    }
  }

  @Test
  void whatIsInTheBrowserWins() {
    JsonNode next;
    try (PlatformVisit platform = PlatformVisit.open()) {
      platform.launch(Api.SCORM_AGAIN, ANA);
      platform.go(LESSON);
      question(platform).fill("de antes");
      platform.leave();
      next = platform.nextSession(ANA);
      platform.launch(Api.SCORM_AGAIN, next);
      question(platform).fill("de ahora");
      platform.leave();
      platform.launch(Api.SCORM_AGAIN, next);
      assertThat(question(platform)).hasValue("de ahora");
    }
  }

  @Test
  void anotherLearnerOfTheSameBrowserSeesNothing() {
    try (PlatformVisit platform = PlatformVisit.open()) {
      platform.launch(Api.SCORM_AGAIN, ANA);
      String figure = pictureName(platform);
      platform.widget("picture-gallery");
      platform
          .course()
          .locator("[id='picture-gallery-file-cat']")
          .setInputFiles(new FilePayload("mi gata.png", "image/png", Png.of(30, 20, Color.ORANGE)));
      assertThat(slot(platform)).containsText("mi gata.png");
      platform.go(LESSON);
      question(platform).fill(ANSWER);
      platform.passFirstExercise();
      platform.leave();

      platform.launch(Api.SCORM_AGAIN, LUIS);
      platform.widget("picture-gallery");
      assertThat(slot(platform)).containsText(figure);
      platform.go(LESSON);
      assertThat(question(platform)).hasValue("");
      platform.leave();
      assertEquals("0", platform.values().get("cmi.core.score.raw").asText());

      platform.launch(Api.SCORM_AGAIN, ANA);
      platform.widget("picture-gallery");
      assertThat(slot(platform)).containsText("mi gata.png");
      platform.leave();

      platform.launch(Api.NONE, LUIS);
      platform.go(LESSON);
      assertThat(question(platform)).hasValue("");
    }
  }

  private static String pictureName(PlatformVisit platform) {
    return (String)
        platform.evaluate("() => window.mirador.pictures.find(p => p.id === 'cat').name", null);
  }

  private static Locator slot(PlatformVisit platform) {
    return platform.course().locator(".picture-slot:has([id='picture-gallery-file-cat'])");
  }

  @ParameterizedTest
  @CsvSource({"'', completed, 0", "100, passed, 0", "50, passed, 1"})
  void allThatIsWantedCompletesTheCourse(String mastery, String status, int leave) {
    ObjectNode data = ANA.deepCopy();
    data.putObject("student_data").put("mastery_score", mastery);
    try (PlatformVisit platform = PlatformVisit.open()) {
      platform.launch(Api.SCORM_AGAIN, data);
      List<?> ids = exercises(platform);
      Map<String, String> marks = new LinkedHashMap<>();
      ids.subList(0, ids.size() / 2 - 1)
          .forEach(id -> marks.put("exercise." + id + ".passed", "1"));
      keep(platform, marks);
      platform.page().waitForFunction("() => Number(values()['cmi.core.score.raw']) > 40");
      assertEquals("incomplete", platform.values().get("cmi.core.lesson_status").asText());
      ids.subList(0, ids.size() - leave * 5)
          .forEach(id -> marks.put("exercise." + id + ".passed", "1"));
      keep(platform, marks);
      platform.awaitCommitted("cmi.core.lesson_status", status);
      platform.leave();
      assertEquals("", platform.values().get("cmi.core.exit").asText());
      if (leave == 0) {
        assertEquals("100", platform.values().get("cmi.core.score.raw").asText());
      }
      platform.assertNoError();
    }
  }

  @Test
  void whatDoesNotFitIsSaidOnce() {
    try (PlatformVisit platform = PlatformVisit.open()) {
      platform.launch(Api.SCORM_AGAIN, ANA);
      platform.awaitCommitted("cmi.core.score.raw", "0");
      StringBuilder noise = new StringBuilder();
      new Random(1).ints(6000, 0, 36).forEach(digit -> noise.append(Integer.toString(digit, 36)));
      String id = exercises(platform).get(0).toString();
      keep(platform, Map.of("answer.larga", noise.toString(), "exercise." + id + ".passed", "1"));
      Locator notice = platform.course().locator(".page-notice");
      assertThat(notice)
          .hasText(Texts.SPANISH.get("platform.part") + Texts.SPANISH.get("notice.close"));
      platform.go(LESSON);
      platform.passFirstExercise();
      platform.leave();
      String data = platform.values().get("cmi.suspend_data").asText();
      assertTrue(data.length() <= LIMIT, data.length() + " characters");
      platform.assertNoError();
      platform.launch(Api.SCORM_AGAIN, platform.nextSession(ANA));
      assertThat(notice).hasCount(1);
    }
  }

  /** How much of the room the programs of a whole course take. */
  @Test
  void theSolutionsOfAllCellsFit() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String page : BuiltSite.pages()) {
      for (Element cell : Jsoup.parse(BuiltSite.text(page)).select("[data-widget=code]")) {
        String key = "exercise." + cell.attr("data-exercise");
        int cases = cell.select("[data-case]").size();
        texts.put(key + ".code", cell.expectFirst("[data-model-answer] pre").wholeText());
        texts.put(key + ".passed", "1");
        texts.put(key + ".tries", "3");
        texts.put(key + ".checked", cases + "/" + cases);
      }
    }
    assertTrue(texts.size() >= 4 * 12, texts.keySet().toString());
    try (PlatformVisit platform = PlatformVisit.open()) {
      platform.launch(Api.SCORM_AGAIN, ANA);
      platform.awaitCommitted("cmi.core.score.raw", "0");
      keep(platform, texts);
      platform.page().waitForFunction("() => Number(values()['cmi.core.score.raw']) > 0");
      int length = platform.values().get("cmi.suspend_data").asText().length();
      System.out.println("suspend_data with the solutions of all cells: " + length + " characters");
      assertTrue(length <= LIMIT, length + " characters");
      assertThat(platform.course().locator(".page-notice")).hasCount(0);
      platform.leave();
    }
  }

  @Test
  void aForbiddenStorageLosesNothing() {
    try (PlatformVisit platform = PlatformVisit.open()) {
      platform
          .visit()
          .context()
          .addInitScript(
              "for (const name of ['localStorage', 'indexedDB']) Object.defineProperty(window, name,"
                  + " {get() { throw new DOMException('no', 'SecurityError'); }});");
      platform.launch(Api.SCORM_AGAIN, ANA);
      platform.go(LESSON);
      question(platform).fill(ANSWER);
      platform.go("02-clip.html");
      platform.go(LESSON);
      assertThat(question(platform)).hasValue(ANSWER);
      platform.leave();
      platform.launch(Api.SCORM_AGAIN, platform.nextSession(ANA));
      assertThat(question(platform)).hasValue(ANSWER);
    }
  }

  @Test
  void aForeignOrBrokenTextOfThePlatformIsNoTrouble() {
    for (String foreign : List.of("page=3", "mirador1.", "mirador1.N4Ig-broken$$", "{\"a\":1}")) {
      ObjectNode data = ANA.deepCopy();
      data.put("suspend_data", foreign);
      data.withObject("core").put("lesson_location", "../../elsewhere.html");
      try (PlatformVisit platform = PlatformVisit.open()) {
        platform.launch(Api.SCORM_AGAIN, data);
        assertThat(platform.course().locator("body")).hasAttribute("data-page", "00-inicio");
        platform.leave();
        platform.assertNoError();
      }
    }
  }

  @Test
  void withoutAPlatformTheCourseWorksAndSaysSo() {
    try (PlatformVisit platform = PlatformVisit.open()) {
      platform.launch(Api.NONE, ANA);
      assertThat(platform.launchPage().locator("#line")).containsText("no se comunica nada");
      platform.go(LESSON);
      question(platform).fill(ANSWER);
      platform.reload();
      assertThat(question(platform)).hasValue(ANSWER);
      assertTrue(platform.kept().toString().contains("mirador:1:answer."));
      platform.leave();
    }
    try (Visit visit = Visit.to(PlatformVisit.address(), LESSON, profile -> profile)) {
      assertThat(visit.find(".page-notice")).containsText(Texts.SPANISH.get("platform.missing"));
    }
  }

  @Test
  void aWindowOfItsOwnFindsThePlatformInItsOpener() {
    try (PlatformVisit platform = PlatformVisit.open()) {
      Page window =
          platform
              .page()
              .waitForPopup(
                  () ->
                      platform
                          .page()
                          .evaluate("data => launchWindow(JSON.parse(data))", ANA.toString()));
      assertThat(window.frameLocator("#course").locator("html[data-alive]")).hasCount(1);
      window.waitForClose(() -> window.evaluate("setTimeout(() => close(), 0)"));
      platform.page().waitForFunction("() => calls.some(([name]) => name === 'LMSFinish')");
      List<Call> calls = platform.calls();
      assertEquals(1, count(calls, "LMSInitialize"));
      assertEquals(1, count(calls, "LMSFinish"));
      assertEquals("index.html", platform.values().get("cmi.core.lesson_location").asText());
      platform.assertNoError();
    }
  }

  @Test
  void aParentOfAnotherHostIsNoTrouble() {
    try (PlatformVisit platform = PlatformVisit.openFromAnotherHost()) {
      assertThat(platform.launchPage().locator("#line")).containsText("no se comunica nada");
      assertEquals(List.of(), platform.calls());
    }
  }

  @Test
  void aHiddenPageIsReportedAtOnce() {
    try (PlatformVisit platform = PlatformVisit.open()) {
      platform.launch(Api.SCORM_AGAIN, ANA);
      platform.go(LESSON);
      platform.awaitCommitted("cmi.core.lesson_location", LESSON);
      String before = platform.values().get("cmi.suspend_data").asText();
      question(platform).fill(ANSWER);
      platform
          .launchPage()
          .locator("html")
          .evaluate(
              "() => { Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'});"
                  + " document.dispatchEvent(new Event('visibilitychange')); }");
      assertNotEquals(before, platform.values().get("cmi.suspend_data").asText());
      List<Call> calls = platform.calls();
      assertEquals("LMSCommit", calls.get(calls.size() - 1).name());
      assertEquals(0, count(calls, "LMSFinish"));
    }
  }

  @ParameterizedTest
  @CsvSource({"REFUSES_TO_START, LMSInitialize", "REFUSES_VALUES, LMSSetValue"})
  void whatThePlatformRefusesIsSaidWithItsError(Api api, String said) {
    try (PlatformVisit platform = PlatformVisit.open()) {
      platform.launch(api, ANA);
      platform.go(LESSON);
      question(platform).fill(ANSWER);
      Locator line = platform.launchPage().locator("#line");
      assertThat(line).containsText(said);
      assertThat(line).containsText("101 General Exception");
      assertThat(line).containsText("ábrelo otra vez");
      String first = line.textContent();
      platform.reload();
      assertThat(question(platform)).hasValue(ANSWER);
      assertEquals(first, line.textContent());
      platform.leave();
      long finished = count(platform.calls(), "LMSFinish");
      assertEquals(api == Api.REFUSES_TO_START ? 0 : 1, finished);
    }
  }

  @Test
  void nothingAsksForWhatThePackageLeavesOut() {
    List<String> asked = new ArrayList<>();
    try (PlatformVisit platform = PlatformVisit.open()) {
      platform.page().onRequest(request -> asked.add(request.url()));
      platform.page().onResponse(response -> assertTrue(response.status() < 400, response.url()));
      platform.launch(Api.SCORM_AGAIN, ANA);
      for (String page : BuiltSite.pages()) {
        platform.go(page);
      }
      platform.leave();
    }
    assertTrue(asked.size() > 20, asked.toString());
    assertTrue(
        asked.stream().noneMatch(url -> url.matches(".*(sw\\.js|webmanifest|hub\\.html).*")));
  }

  @Test
  void everyoneCanUseTheLaunchPage() {
    for (Api api : List.of(Api.SCORM_AGAIN, Api.REFUSES_TO_START)) {
      for (int width : List.of(1000, 320)) {
        try (PlatformVisit platform =
            PlatformVisit.open(profile -> profile.setViewportSize(width, 640))) {
          platform.launch(api, ANA);
          Locator root = platform.launchPage().locator("html");
          assertEquals(true, root.evaluate("e => e.scrollWidth <= innerWidth"));
          assertEquals(true, root.evaluate("e => e.scrollHeight <= innerHeight"));
          assertEquals(
              true,
              root.evaluate(
                  "() => document.getElementById('course').clientHeight > innerHeight / 2"),
              width + " pixels");
          for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            platform.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertEquals(
                List.of(),
                new AxeBuilder(platform.page())
                    .withTags(EveryPageTest.AXE_TAGS)
                    .analyze()
                    .getViolations());
          }
        }
      }
    }
  }
}
