package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import mirador.browser.BuiltSite.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the learner writes is kept, shared, gathered, exported, imported and never lost. */
final class SharedStateTest {
  private static final String ANSWER = "Un patch es un cuadrado de la imagen, con «acentos» y <b>.";

  private static Locator firstQuestion(Visit visit) {
    String id = visit.find("[data-question]").first().getAttribute("id");
    return visit.widget(id);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void anAnswerIsKeptAndGathered(Way way) {
    try (Visit visit = Visit.to(way, "01-vit.html")) {
      firstQuestion(visit).locator("textarea").fill(ANSWER);
      visit.open("01-vit.html");
      assertEquals(ANSWER, firstQuestion(visit).locator("textarea").inputValue());
      visit.open("respuestas.html");
      Locator gathered = visit.widget("answer-collection");
      gathered.locator(".answer-text", new Locator.LocatorOptions().setHasText(ANSWER)).waitFor();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void anExportComesBackWhole(Way way) throws IOException {
    byte[] exported;
    try (Visit visit = Visit.to(way, "01-vit.html")) {
      firstQuestion(visit).locator("textarea").fill(ANSWER);
      visit.open("respuestas.html");
      visit.widget("answer-collection");
      Download json = visit.page().waitForDownload(() -> button(visit, "Exportar JSON").click());
      exported = Files.readAllBytes(json.path());
      Download markdown =
          visit.page().waitForDownload(() -> button(visit, "Exportar Markdown").click());
      assertTrue(Files.readString(markdown.path()).contains("> " + ANSWER));
    }
    try (Visit visit = Visit.to(way, "respuestas.html")) {
      importFile(visit, "copia.json", exported);
      visit
          .widget("answer-collection")
          .locator(".answer-text", new Locator.LocatorOptions().setHasText(ANSWER))
          .waitFor();
      visit.open("01-vit.html");
      assertEquals(ANSWER, firstQuestion(visit).locator("textarea").inputValue());
    }
  }

  @Test
  void anImportAsksBeforeItReplacesAndCanBeUndone() {
    try (Visit visit = Visit.to(Way.HTTP, "01-vit.html")) {
      Locator question = firstQuestion(visit);
      String key = "answer." + question.getAttribute("data-question");
      question.locator("textarea").fill("lo mío");
      visit.open("respuestas.html");
      String file =
          "{\"format\":\"mirador-respuestas\",\"version\":1,\"entries\":{\""
              + key
              + "\":\"lo otro\"}}";
      importFile(visit, "otro.json", file.getBytes(StandardCharsets.UTF_8));
      button(visit, "Usar las del archivo").click();
      answer(visit, "lo otro").waitFor();
      button(visit, "Deshacer").click();
      answer(visit, "lo mío").waitFor();
    }
  }

  @Test
  void aBrokenImportChangesNothing() {
    try (Visit visit = Visit.to(Way.HTTP, "01-vit.html")) {
      firstQuestion(visit).locator("textarea").fill(ANSWER);
      visit.open("respuestas.html");
      String[][] broken = {
        {"{\"format\":\"mirador-resp", "no es un archivo JSON válido"},
        {"[1,2,3]", "no una exportación de este curso"},
        {"{\"format\":\"mirador-respuestas\",\"version\":99,\"entries\":{}}", "más nueva"},
        {"{\"format\":\"mirador-respuestas\",\"version\":1}", "dañado"},
        {"{\"format\":\"mirador-respuestas\",\"version\":1,\"entries\":{\"a\":5}}", "dañado"},
        {"", "no es un archivo JSON válido"},
      };
      for (String[] one : broken) {
        importFile(visit, "roto.json", one[0].getBytes(StandardCharsets.UTF_8));
        Locator error = visit.find("#answer-collection .widget-error");
        error.waitFor();
        assertTrue(error.textContent().contains(one[1]), error.textContent());
        assertTrue(error.textContent().contains("roto.json"), "names the file");
        answer(visit, ANSWER).waitFor();
      }
    }
  }

  @Test
  void aForbiddenStorageIsSaidAndNothingIsLost() {
    try (Visit visit = Visit.to(Way.HTTP, "acerca.html")) {
      visit
          .context()
          .addInitScript(
              "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
                  + "Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('no', 'SecurityError'); }});");
      visit.open("01-vit.html");
      Locator area = firstQuestion(visit).locator("textarea");
      area.fill(ANSWER);
      visit.find(".page-notice").waitFor();
      assertTrue(visit.find(".page-notice").textContent().contains("no permite guardar"));
      assertEquals(ANSWER, area.inputValue());
    }
  }

  @Test
  void aFullStorageIsSaidAndTheExportStillHoldsEverything() throws IOException {
    try (Visit visit = Visit.to(Way.HTTP, "respuestas.html")) {
      visit.widget("answer-collection");
      visit
          .page()
          .evaluate(
              "() => { Storage.prototype.setItem = function() {"
                  + " throw new DOMException('full', 'QuotaExceededError'); }; }");
      String file =
          "{\"format\":\"mirador-respuestas\",\"version\":1,\"entries\":{\"answer.x\":\"en memoria\"}}";
      importFile(visit, "copia.json", file.getBytes(StandardCharsets.UTF_8));
      visit.find(".page-notice").waitFor();
      assertTrue(visit.find(".page-notice").textContent().contains("lleno"));
      Download json = visit.page().waitForDownload(() -> button(visit, "Exportar JSON").click());
      assertTrue(Files.readString(json.path()).contains("en memoria"));
    }
  }

  @Test
  void twoTabsDoNotOverwriteEachOther() {
    try (Visit visit = Visit.to(Way.HTTP, "01-vit.html")) {
      Page second = visit.context().newPage();
      second.navigate(BuiltSite.address(Way.HTTP, "03-vqa.html"));
      second.waitForFunction("() => document.documentElement.hasAttribute('data-alive')");
      firstQuestion(visit).locator("textarea").fill("desde la primera");
      Locator other = second.locator("[data-question]").first();
      other.scrollIntoViewIfNeeded();
      other.locator("textarea").fill("desde la segunda");
      visit.open("respuestas.html");
      visit.widget("answer-collection");
      answer(visit, "desde la primera").waitFor();
      answer(visit, "desde la segunda").waitFor();
    }
  }

  @Test
  void theAddressHoldsTheSettingsAndATeacherHidesParts() {
    try (Visit visit =
        Visit.to(Way.HTTP, "01-vit.html?patch-grid.patch=32&ocultar=controles,respuestas")) {
      visit.widget("patch-grid");
      assertTrue(visit.result("patch-grid").contains("384"), visit.result("patch-grid"));
      assertFalse(visit.find("#patch-grid .widget-controls").isVisible());
      assertEquals(0, visit.find("[data-model-answer]:visible").count());
    }
    try (Visit visit = Visit.to(Way.HTTP, "01-vit.html?patch-grid.patch=0&patch-grid.x=%E0")) {
      visit.widget("patch-grid");
      assertTrue(visit.find("#patch-grid .widget-error").isVisible(), "says what it ignored");
    }
  }

  private static Locator answer(Visit visit, String text) {
    return visit.find(".answer-text").filter(new Locator.FilterOptions().setHasText(text));
  }

  private static Locator button(Visit visit, String label) {
    return visit
        .find("#answer-collection button")
        .filter(new Locator.FilterOptions().setHasText(label));
  }

  private static void importFile(Visit visit, String name, byte[] content) {
    visit
        .widget("answer-collection")
        .locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "application/json", content));
  }
}
