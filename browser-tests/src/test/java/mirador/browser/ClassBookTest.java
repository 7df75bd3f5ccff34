package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.cells.SourceText;
import mirador.concepts.text.Numbers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What learners hand in, and the table in which whoever teaches sees it judged anew. */
final class ClassBookTest {
  private static final String PAGE = "entregas.html";
  private static final String BOOK = "class-book";
  private static final String CELL = "num-patches-codigo";
  private static final String FILL_IN = "num-patches";
  private static final JsonMapper JSON = new JsonMapper();

  /** Every code cell and every exercise of the course, in its order. */
  private static final List<Element> TASKS =
      BuiltSite.pages().stream()
          .filter(page -> page.matches("0\\d-.*"))
          .flatMap(page -> Jsoup.parse(BuiltSite.text(page)).select("[data-exercise]").stream())
          .toList();

  private static Element task(String id) {
    return TASKS.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static int cases(String id) {
    return task(id).select("[data-case]").size();
  }

  private static int place(String id) {
    return TASKS.indexOf(task(id));
  }

  /** The state of a learner who has written the solution of every exercise. */
  private static Map<String, String> solved(String name) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("learner.name", name);
    for (Element task : TASKS) {
      String key = "exercise." + task.id();
      int cases = cases(task.id());
      if (task.attr("data-widget").equals("code")) {
        entries.put(key + ".code", task.select("[data-model-answer] pre").first().wholeText());
        entries.put(key + ".checked", cases + "/" + cases);
      } else {
        for (int i = 0; i < cases; i++) {
          entries.put(key + "." + (i + 1), task.select("[data-case]").get(i).attr("data-expected"));
        }
      }
      entries.put(key + ".passed", "1");
    }
    return entries;
  }

  /** A file without a fingerprint, as an older version of the course wrote it. */
  private static FilePayload file(String name, Map<String, String> entries) throws IOException {
    return payload(
        name,
        JSON.writeValueAsString(
            Map.of("format", "mirador-respuestas", "version", 1, "entries", entries)));
  }

  private static FilePayload payload(String name, String text) {
    return new FilePayload(name, "application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Locator open(Visit visit, FilePayload... files) {
    Locator book = visit.widget(BOOK);
    visit.control(BOOK, "files").setInputFiles(files);
    return book;
  }

  private static Locator result(Locator book) {
    return book.locator("[data-result]");
  }

  private static void awaitJudged(Locator book) {
    assertThat(result(book)).containsText("De media");
  }

  private static Locator row(Locator book, String name) {
    return book.locator("table.book tbody tr")
        .filter(
            new Locator.FilterOptions()
                .setHas(book.page().locator("th button", hasExactText(name))));
  }

  private static Page.LocatorOptions hasExactText(String text) {
    return new Page.LocatorOptions().setHasText(Pattern.compile("^" + text + "$"));
  }

  private static Locator mark(Locator row, String task) {
    return row.locator(".book-mark").nth(place(task));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aClassIsJudgedAnew(Way way) throws IOException {
    Map<String, String> wrong = solved("Beto");
    wrong.put("exercise." + CELL + ".code", "def num_patches(h, w, p):\n    return h * w\n");
    wrong.put("exercise." + FILL_IN + ".1", "7");
    Map<String, String> stuck = new LinkedHashMap<>();
    stuck.put("exercise." + CELL + ".code", "while True:\n    pass\n");
    stuck.put("answer.que-es-un-patch", "Un recorte");
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator book =
          open(
              visit,
              file("beto.json", wrong),
              file("ana.json", solved("Ana")),
              file("otra.json", solved("Ana")),
              file("nadie.json", stuck),
              payload("roto.json", "{\"format\": \"mirador-"),
              payload("ajeno.json", "{\"a\": 1}"),
              payload("notas.txt", "hola"));
      awaitJudged(book);
      assertThat(book.locator(".book-problems li"))
          .hasText(
              new String[] {
                Texts.SPANISH.get("class-book.others", 1),
                Texts.SPANISH.get("class-book.problem.same", "otra.json", "ana.json"),
                Texts.SPANISH.get("class-book.problem.json", "roto.json"),
                Texts.SPANISH.get("class-book.problem.format", "ajeno.json")
              });
      assertThat(book.locator(".book-learner button"))
          .hasText(new String[] {"Ana", "Beto", "nadie.json"});
      assertThat(result(book))
          .hasText(
              Texts.SPANISH.get("class-book.result", 3, mean(2 * TASKS.size() - 2, 3), TASKS.size())
                  + " "
                  + Texts.SPANISH.get("class-book.result.different", 1));

      Locator ana = row(book, "Ana");
      assertThat(ana.locator(".book-mark[data-state=passed]")).hasCount(TASKS.size());
      assertThat(ana.locator(".book-score")).hasText(TASKS.size() + "/" + TASKS.size());
      Locator beto = row(book, "Beto");
      assertThat(mark(beto, CELL)).hasText("0/" + cases(CELL) + " ≠");
      assertThat(mark(beto, FILL_IN)).hasText(cases(FILL_IN) - 1 + "/" + cases(FILL_IN));
      assertThat(beto.locator(".book-mark[data-state=passed]")).hasCount(TASKS.size() - 2);
      Locator nobody = row(book, "nadie.json");
      assertThat(mark(nobody, CELL)).hasText("0/" + cases(CELL));
      assertThat(nobody.locator(".book-mark[data-state=empty]")).hasCount(TASKS.size() - 1);
      assertThat(book.locator("tfoot td").nth(1 + place(CELL))).hasText("1");

      mark(beto, CELL).click();
      Locator detail = book.locator(".book-detail");
      assertThat(detail.locator("h3").first()).hasText("Beto");
      Locator judged = detail.locator("[data-task=" + CELL + "]");
      assertThat(judged)
          .containsText(Texts.SPANISH.get("class-book.different", cases(CELL), cases(CELL), 0));
      assertThat(judged.locator(".verdict-wrong")).hasCount(cases(CELL));
      assertThat(detail.locator("[data-task=" + FILL_IN + "] .verdict-wrong"))
          .hasText(
              Texts.SPANISH.get(
                  "class-book.wanted",
                  "7",
                  task(FILL_IN).select("[data-case]").first().attr("data-expected")));
      assertThat(
              detail
                  .locator(".book-judged")
                  .filter(
                      new Locator.FilterOptions()
                          .setHasText(Texts.SPANISH.get("class-book.alike", "Ana"))))
          .hasCount(
              (int) TASKS.stream().filter(one -> one.attr("data-widget").equals("code")).count()
                  - 1);

      mark(nobody, CELL).click();
      assertThat(detail.locator("[data-task=" + CELL + "]"))
          .containsText(Texts.SPANISH.get("code.error.Timeout"));
      assertThat(detail).containsText("Un recorte");
      visit.button(detail, Texts.SPANISH.get("class-book.close")).click();
      assertThat(detail).isHidden();

      visit.button(book, Texts.SPANISH.get("frame.reset")).click();
      assertThat(book.locator("table.book")).isHidden();
      assertThat(result(book)).hasText(Texts.SPANISH.get("class-book.empty"));
    }
  }

  private static String mean(int sum, int count) {
    return Numbers.fixed((double) sum / count, 1);
  }

  @Test
  void theTableGoesToASpreadsheet() throws IOException {
    try (Visit visit = Visit.to(Way.HTTP, PAGE)) {
      Locator book = open(visit, file("=ana.json", Map.of("learner.name", "=1+1; Ana")));
      awaitJudged(book);
      Locator export = visit.button(book, Texts.SPANISH.get("class-book.csv"));
      Download semicolon = visit.page().waitForDownload(export::click);
      assertEquals("mirador-clase.csv", semicolon.suggestedFilename());
      List<String> lines = Files.readString(semicolon.path()).lines().toList();
      assertEquals(2, lines.size());
      assertTrue(lines.get(0).startsWith("\ufeffNombre;Archivo;"), lines.get(0));
      assertTrue(lines.get(1).startsWith("\"'=1+1; Ana\";'=ana.json;;sí;0;"), lines.get(1));
      visit.set(BOOK, "separator", "comma");
      Download comma = visit.page().waitForDownload(export::click);
      String line = Files.readString(comma.path()).lines().toList().get(1);
      assertTrue(line.startsWith("'=1+1; Ana,'=ana.json,,sí,0,"), line);
    }
  }

  @Test
  void itCanBeStoppedAndGoesOn() throws IOException {
    Map<String, String> stuck = solved("Ana");
    stuck.put("exercise." + CELL + ".code", "while True:\n    pass\n");
    try (Visit visit = Visit.to(Way.HTTP, PAGE)) {
      Locator book = open(visit, file("ana.json", stuck));
      Locator stop = visit.button(book, Texts.SPANISH.get("class-book.stop"));
      stop.click();
      Locator proceed = visit.button(book, Texts.SPANISH.get("class-book.continue"));
      assertThat(proceed).isVisible();
      assertThat(stop).isHidden();
      assertThat(mark(row(book, "Ana"), CELL)).hasText("…");
      proceed.click();
      awaitJudged(book);
      assertThat(mark(row(book, "Ana"), CELL)).hasText("0/" + cases(CELL) + " ≠");
      assertThat(row(book, "Ana").locator(".book-mark[data-state=passed]"))
          .hasCount(TASKS.size() - 1);
    }
  }

  /** A program that spoils what all programs share spoils nobody else's. */
  @Test
  void noLearnersProgramReachesAnother() throws IOException {
    Map<String, String> spoiler =
        Map.of(
            "learner.name",
            "Ana",
            "exercise." + CELL + ".code",
            "import celda, np\nnp.array = None\ncelda.correr = None\ncaptions.clear()\n");
    try (Visit visit = Visit.to(Way.HTTP, PAGE)) {
      Locator book = open(visit, file("ana.json", spoiler), file("beto.json", solved("Beto")));
      awaitJudged(book);
      assertThat(row(book, "Beto").locator(".book-mark[data-state=passed]")).hasCount(TASKS.size());
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void anExportSaysWhoseItIsAndWhatCameOut(Way way) throws IOException {
    String code = "def num_patches(h, w, p):\n    return (h // p) * (w // p)\n";
    byte[] exported;
    try (Visit visit = Visit.to(way, "01-vit.html")) {
      Locator section = visit.widget(CELL);
      CodeCellsTest.write(visit, section, code);
      CodeCellsTest.run(visit, section);
      assertThat(section.locator("[data-result]"))
          .hasText(Texts.SPANISH.get("code.result.all", cases(CELL)));
      visit.open("respuestas.html");
      Locator answers = visit.widget("answer-collection");
      visit.control("answer-collection", "name").fill("Ángela Núñez");
      assertThat(answers.locator(".answer-about").first())
          .hasText(Texts.SPANISH.get("answers.learner", "Ángela Núñez"));
      assertThat(answers.locator(".answer-code")).hasText(code.strip());
      String digest = answers.locator(".answer-about").last().textContent();
      Download markdown =
          visit
              .page()
              .waitForDownload(
                  () -> visit.button(answers, Texts.SPANISH.get("answers.markdown")).click());
      assertEquals("mirador-respuestas-angela-nunez.md", markdown.suggestedFilename());
      String text = Files.readString(markdown.path());
      assertTrue(text.contains(digest) && text.contains("```python\n" + code + "```"), text);
      Download json =
          visit
              .page()
              .waitForDownload(
                  () -> visit.button(answers, Texts.SPANISH.get("answers.json")).click());
      exported = Files.readAllBytes(json.path());
      JsonNode read = JSON.readTree(exported);
      assertEquals("Ángela Núñez", read.get("learner").asText());
      assertTrue(digest.endsWith(read.get("digest").asText()), digest);
      JsonNode of = read.get("results").get(CELL);
      assertTrue(of.get("passed").asBoolean());
      assertEquals(cases(CELL) + "/" + cases(CELL), of.get("cases").asText());
      assertEquals(SourceText.digest(code), of.get("code").asText());
      assertFalse(read.get("results").get(FILL_IN).get("passed").asBoolean());

      visit.open(PAGE);
      Locator book = open(visit, new FilePayload("a.json", "application/json", exported));
      awaitJudged(book);
      assertThat(mark(row(book, "Ángela Núñez"), CELL)).hasText("✓");
      assertThat(book.locator(".book-careful")).hasCount(0);
      String changed =
          new String(exported, StandardCharsets.UTF_8).replace("(w // p)", "(w // p) + 1");
      visit.control(BOOK, "files").setInputFiles(payload("b.json", changed));
      assertThat(book.locator(".book-careful"))
          .hasText(Texts.SPANISH.get("class-book.seal.broken"));
      awaitJudged(book);
      assertThat(result(book)).containsText(Texts.SPANISH.get("class-book.result.changed", 1));
    }
  }

  /** What was checked belongs to the program that was checked. */
  @Test
  void aChangedProgramIsNoLongerCalledChecked() {
    String code = "def num_patches(h, w, p):\n    return (h // p) * (w // p)\n";
    try (Visit visit = Visit.to(Way.HTTP, "01-vit.html")) {
      Locator section = visit.widget(CELL);
      CodeCellsTest.write(visit, section, code);
      CodeCellsTest.run(visit, section);
      visit.page().keyboard().press("ControlOrMeta+End");
      section.locator(".cm-content").focus();
      visit.page().keyboard().insertText("# x");
      visit.open("respuestas.html");
      Locator remark = visit.widget("answer-collection").locator(".answer-remark");
      assertThat(remark)
          .containsText(
              Texts.SPANISH.get("answers.code.unchecked", "\u0000").split("\u0000", -1)[0]);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void theTableIsForEveryone(ColorScheme theme) throws IOException {
    Map<String, String> part = solved("María Fernanda de los Ángeles Iturriaga");
    part.put("exercise." + CELL + ".code", "def num_patches(h, w, p):\n    return h * w\n");
    part.remove("exercise." + FILL_IN + ".1");
    try (Visit visit =
        Visit.to(
            Way.HTTP, PAGE, profile -> profile.setViewportSize(320, 640).setColorScheme(theme))) {
      Locator book = open(visit, file("a.json", part), file("b.json", Map.of()));
      awaitJudged(book);
      mark(row(book, "María Fernanda de los Ángeles Iturriaga"), CELL).click();
      assertThat(book.locator(".book-detail")).isVisible();
      book.locator(".book-columns summary").click();
      assertEquals(
          List.of(), new AxeBuilder(visit.page()).include("#" + BOOK).analyze().getViolations());
      Object wide = visit.page().evaluate("document.documentElement.scrollWidth");
      assertTrue(((Number) wide).intValue() <= 320, wide + " px wide");
    }
  }
}
