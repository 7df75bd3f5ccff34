package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.cells.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Code cells: every one of the course, what is said of wrong answers, and what nobody may break.
 */
final class CodeCellsTest {
  private static final String CELLS = "[data-widget=code]";
  private static final String FIRST = "num-patches-codigo";
  private static final String PAGE = "01-vit.html";

  /** The cells of the notebook's TODOs: none may go missing. */
  private static final int OF_THE_NOTEBOOK = 12;

  private static final int FEWEST_WRONG = 40;

  private static List<String> pagesWithCells() {
    return BuiltSite.pages().stream()
        .filter(
            page ->
                page.matches("0\\d-.*") && BuiltSite.text(page).contains("data-widget=\"code\""))
        .toList();
  }

  private static Locator editor(Locator section) {
    return section.locator(".cm-content");
  }

  /** Puts a program into a cell, as pasting does. */
  static void write(Visit visit, Locator section, String code) {
    editor(section).waitFor();
    editor(section).focus();
    visit.page().keyboard().press("ControlOrMeta+a");
    visit.page().keyboard().press("Delete");
    visit.page().keyboard().insertText(code);
  }

  static void run(Visit visit, Locator section) {
    visit.button(section, Texts.SPANISH.get("code.run")).click();
    assertThat(visit.button(section, Texts.SPANISH.get("code.run"))).isEnabled();
  }

  private static void awaitPassed(Locator section) {
    int cases = section.locator("[data-case]").count();
    assertThat(section.locator("[data-result]"))
        .hasText(Texts.SPANISH.get("code.result.all", cases));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void everyStarterFailsAndEverySolutionPasses(Way way) {
    int seen = 0;
    for (String page : pagesWithCells()) {
      try (Visit visit = Visit.to(way, page)) {
        for (Locator cell : visit.find(CELLS).all()) {
          String id = cell.getAttribute("id");
          Locator section = visit.widget(id);
          String solution =
              (String)
                  section.locator("[data-model-answer] pre").first().evaluate("e => e.textContent");
          assertThat(section.locator("[data-model-answer]")).isHidden();
          editor(section).waitFor();
          run(visit, section);
          assertThat(section.locator(".verdict-wrong, .code-error:visible").first()).isVisible();
          write(visit, section, solution);
          run(visit, section);
          awaitPassed(section);
          assertThat(section.locator(".verdict-right"))
              .hasCount(section.locator("[data-case]").count());
          assertThat(section.locator("[data-model-answer]")).isVisible();
          assertTrue(section.locator("[data-hint].hint").count() >= 2, id + " has hints");
          seen++;
        }
      }
    }
    assertTrue(seen >= OF_THE_NOTEBOOK, seen + " cells");
  }

  @Test
  void typicalWrongAnswersAreToldWhatIsWrong() throws IOException {
    Map<String, List<JsonNode>> byPage = new TreeMap<>();
    JsonNode all;
    try (InputStream file = CodeCellsTest.class.getResourceAsStream("/cells/wrong-answers.json")) {
      all = new JsonMapper().readTree(file);
    }
    assertTrue(all.size() >= FEWEST_WRONG, all.size() + " wrong answers");
    for (JsonNode one : all) {
      String cell = one.get("cell").asText();
      String page =
          pagesWithCells().stream()
              .filter(name -> BuiltSite.text(name).contains("id=\"" + cell + "\""))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no cell " + cell));
      byPage.computeIfAbsent(page, key -> new ArrayList<>()).add(one);
    }
    List<String> silent = new ArrayList<>();
    byPage.forEach(
        (page, answers) -> {
          try (Visit visit = Visit.to(Way.HTTP, page)) {
            for (JsonNode one : answers) {
              Locator section = visit.widget(one.get("cell").asText());
              write(visit, section, one.get("code").asText());
              run(visit, section);
              String told = section.innerText();
              String wanted = wanted(section, one.get("says").asText());
              if (!told.contains(wanted)) {
                silent.add(
                    one
                        + " is not told \""
                        + wanted
                        + "\" but: "
                        + section.locator("[data-result], .verdict-wrong").allInnerTexts());
              }
            }
          }
        });
    assertEquals(List.of(), silent);
  }

  /** A part of what has to be said. */
  private static String wanted(Locator section, String says) {
    if (says.startsWith("mistake:")) {
      int index = Integer.parseInt(says.substring("mistake:".length())) - 1;
      return ((String)
              section
                  .locator("[data-mistakes] [data-signature]")
                  .nth(index)
                  .evaluate("e => e.textContent"))
          .strip();
    }
    if (says.startsWith("error:")) {
      return says.substring("error:".length());
    }
    String key = says.equals("hint") ? "code.finding.wrong.hint" : "code.finding." + says;
    String text = Texts.SPANISH.get(key, "\u0000", "\u0000", "\u0000");
    String longest = "";
    for (String part : text.split("\u0000", -1)) {
      longest = part.length() > longest.length() ? part : longest;
    }
    return longest.strip();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aCellIsKeptAndItsStarterComesBack(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget(FIRST);
      write(visit, section, "def num_patches(h, w, p):\n    return h");
      run(visit, section);
      visit.page().reload();
      section = visit.widget(FIRST);
      assertThat(editor(section)).containsText("return h");
      visit.button(section, Texts.SPANISH.get("frame.reset")).click();
      assertThat(editor(section)).not().containsText("return h");
      visit.button(section, Texts.SPANISH.get("code.recover")).click();
      assertThat(editor(section)).containsText("return h");
    }
  }

  @Test
  void theGatheredAnswersHoldTheProgramAndItsResult() {
    try (Visit visit = Visit.to(Way.HTTP, PAGE)) {
      Locator section = visit.widget(FIRST);
      write(visit, section, "def num_patches(h, w, p):\n    return (h // p) * (w // p)\n");
      run(visit, section);
      awaitPassed(section);
      int cases = section.locator("[data-case]").count();
      visit.open("respuestas.html");
      Locator gathered = visit.find("main");
      assertThat(gathered).containsText("return (h // p) * (w // p)");
      assertThat(gathered)
          .containsText(
              Texts.SPANISH.get(
                  "answers.code",
                  Integer.toString(cases),
                  Integer.toString(cases),
                  SourceText.digest(
                      "def num_patches(h, w, p):\n    return (h // p) * (w // p)\n")));
    }
  }

  @Test
  void theSolutionOpensAfterTwoTries() {
    try (Visit visit = Visit.to(Way.HTTP, PAGE)) {
      Locator section = visit.widget(FIRST);
      editor(section).waitFor();
      Locator solution = section.locator("[data-model-answer]");
      run(visit, section);
      assertThat(section.locator(".verdict-wrong").first()).isVisible();
      assertThat(solution).isHidden();
      run(visit, section);
      assertThat(solution).isVisible();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aProgramThatDoesNotEndIsEndedAndItsCodeIsKept(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget(FIRST);
      write(visit, section, "while True:\n    pass\n");
      visit.button(section, Texts.SPANISH.get("code.run")).click();
      Locator stop = visit.button(section, Texts.SPANISH.get("code.stop"));
      assertThat(section.locator("[data-result]")).hasText(Texts.SPANISH.get("code.running"));
      // The page answers meanwhile.
      visit.find("[data-theme-button]").click();
      assertThat(visit.find("html")).hasAttribute("data-theme", "light");
      stop.click();
      assertThat(section.locator("[data-result]")).hasText(Texts.SPANISH.get("code.stopped"));
      assertThat(editor(section)).containsText("while True:");
      visit.button(section, Texts.SPANISH.get("code.run")).click();
      assertThat(section.locator(".code-error"))
          .containsText(Texts.SPANISH.get("code.error.Timeout"));
      write(visit, section, "def num_patches(h, w, p):\n    return (h // p) * (w // p)\n");
      run(visit, section);
      awaitPassed(section);
    }
  }

  /** Programs that would hold, flood or fill a page; what is said of each. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void nothingHoldsOrFloodsThePage(Way way) {
    Map<String, String> programs = new TreeMap<>();
    programs.put("x = [0] * 10**9", "MemoryError");
    programs.put(
        "while True:\n    print('hola')",
        Texts.SPANISH.get("code.error.DemasiadoTexto", "", "20000"));
    programs.put("def f(n):\n    return f(n + 1)\nf(0)", Texts.SPANISH.get("code.error.recursion"));
    programs.put("def f(:\n    pass", "SyntaxError");
    programs.put("import js", "ImportError");
    programs.put("import os", "ImportError");
    programs.put("input('¿Qué?')", Texts.SPANISH.get("code.error.input"));
    programs.put("raise SystemExit()", "SystemExit");
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget(FIRST);
      programs.forEach(
          (code, told) -> {
            write(visit, section, code);
            run(visit, section);
            assertThat(section.locator(".code-error")).containsText(told);
            assertThat(section.locator(".code-out:visible"))
                .hasCount(code.contains("print") ? 1 : 0);
          });
      String output = (String) section.locator(".code-out").evaluate("e => e.textContent");
      assertTrue(output.length() <= 20_000, output.length() + " characters");
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whatIsPastedIsReadAsItWasMeant(Way way) {
    String solution = "def num_patches(h, w, p):\n    return (h // p) * (w // p)\n";
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget(FIRST);
      for (String code :
          List.of(
              solution.replace("\n", "\r\n"),
              solution
                  .replace("    ", "\u00a0\u00a0\u00a0\u00a0")
                  .replace("h // p", "h\u200b // p"),
              solution + "# " + "relleno ".repeat(12_500))) {
        write(visit, section, code);
        run(visit, section);
        awaitPassed(section);
      }
      visit.open("respuestas.html");
      Locator kept = visit.widget("answer-collection").locator(".answer-code");
      assertThat(kept).containsText("relleno");
      String text = kept.textContent();
      assertTrue(text.length() > 100_000, text.length() + " characters are kept");
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aProgramHasNoWayOut(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      List<Request> asked = new ArrayList<>();
      PythonInPage python = new PythonInPage(visit);
      python.run("", List.of());
      visit.page().onRequest(asked::add);
      for (String code :
          List.of(
              "import celda\nm = celda._open_import('js')\nm.fetch('/')",
              "import celda\nm = celda._open_import('js')\nm.localStorage",
              "import celda\nm = celda._open_import('js')\nm.postMessage('x')",
              "import celda\nm = celda._open_import('js')\nm.indexedDB.open('x')",
              "import celda\nm = celda._open_import('jsffi')\nm.create_proxy(1)\nimport js")) {
        assertFalse(python.run(code, List.of()).get("error").isNull(), code);
      }
      assertEquals(List.of(), asked);
      String left =
          (String)
              visit
                  .page()
                  .evaluate(
                      "() => new Promise(done => { const w = window.testPython.worker;"
                          + " w.onmessage = e => done(JSON.stringify(e.data)); setTimeout(() => done('none'), 300);"
                          + " })");
      assertEquals("none", left);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aProgramDrawsAndFindsWhatThePageHolds(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget(FIRST);
      write(
          visit,
          section,
          """
          print(captions['car'], len(audio_db), keys)
          mostrar(sim_matrix_real, filas=keys, columnas=keys, titulo='Mi matriz')
          print(np.argsort(-sim_matrix_real[:, 0]))
          """);
      run(visit, section);
      assertThat(section.locator(".code-out")).containsText("['car', 'cat', 'puppy']");
      assertThat(section.locator(".code-drawing table td.cell, .code-drawing tbody td"))
          .hasCount(9);
      assertThat(section.locator(".code-drawing")).containsText("Mi matriz");
      write(
          visit,
          section,
          "mostrar(images['cat'], patch=96)\nmostrar(images['car'], titulo='Auto')");
      run(visit, section);
      assertThat(section.locator("canvas.code-picture")).hasCount(2);
      assertThat(section.locator(".code-drawing"))
          .containsText(Texts.SPANISH.get("patch-grid.result", 768, 512, 96, 8, 5, 40));
      write(visit, section, "mostrar(images['cat'], patch=3)");
      run(visit, section);
      assertThat(section.locator(".code-error")).containsText("patch es un entero desde 8");
    }
  }

  @Test
  void theKeyboardGetsInRunsAndGetsOut() {
    try (Visit visit = Visit.to(Way.HTTP, PAGE)) {
      Locator section = visit.widget(FIRST);
      write(visit, section, "def num_patches(h, w, p):\n    return (h // p) * (w // p)");
      Page page = visit.page();
      page.keyboard().press("Control+Enter");
      awaitPassed(section);
      assertThat(editor(section)).isFocused();
      page.keyboard().press("Escape");
      page.keyboard().press("Tab");
      assertThat(editor(section)).not().isFocused();
    }
  }

  @Test
  void aCellIsAccessibleAndFitsOnAPhone() {
    try (Visit visit = Visit.to(Way.HTTP, PAGE, profile -> profile.setViewportSize(320, 640))) {
      Locator section = visit.widget(FIRST);
      write(visit, section, "def num_patches(h, w, p):\n    return h + w + p # " + "x".repeat(200));
      run(visit, section);
      assertThat(section.locator(".verdict-wrong").first()).isVisible();
      assertEquals(
          true, visit.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
      assertEquals(
          List.of(), new AxeBuilder(visit.page()).include("#" + FIRST).analyze().getViolations());
    }
  }
}
