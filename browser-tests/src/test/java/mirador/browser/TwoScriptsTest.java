package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mirador.browser.BuiltSite.Way;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A page has a script for what needs no real model and one for what does. The second comes only
 * where and when it is wanted, and both know the same texts and pictures.
 */
final class TwoScriptsTest {
  private static final String LESSON = "02-clip.html";
  private static final String MODEL_WIDGET = "clip-zero-shot";
  private static final Pattern SECOND = Pattern.compile(".*/assets/models\\.js(\\?.*)?");

  /** The colour of an own picture, as the page's canvases have it: red, green, blue, alpha. */
  private static final List<Integer> ORANGE = List.of(255, 200, 0, 255);

  private static final String FORBIDDEN =
      "for (const name of ['localStorage', 'indexedDB']) Object.defineProperty(window, name,"
          + " {get() { throw new DOMException('no', 'SecurityError'); }});";

  /** Whether the browser keeps what is written, or forbids it. */
  enum Storage {
    KEPT,
    FORBIDDEN
  }

  static Stream<Arguments> waysAndStorages() {
    return Stream.of(Way.values())
        .flatMap(way -> Stream.of(Storage.values()).map(storage -> Arguments.of(way, storage)));
  }

  private static List<String> requests(Page page) {
    List<String> requests = new ArrayList<>();
    page.onRequest(
        request -> {
          if (SECOND.matcher(request.url()).matches()) {
            requests.add(request.url());
          }
        });
    return requests;
  }

  /** Lets everything that is near the screen be noticed: that takes the browser a frame. */
  private static void frames(Page page) {
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aPageWithoutAModelNeverAsksForTheSecondScript(Way way) {
    try (Visit visit = Visit.to(way, "index.html")) {
      List<String> requests = requests(visit.page());
      for (String page : List.of("index.html", "respuestas.html")) {
        visit.open(page);
        visit.mountAll();
        frames(visit.page());
        assertEquals(List.of(), requests, page);
        assertThat(visit.find("[data-models]")).hasCount(0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theSecondScriptComesOnceAModelIsNear(Way way) {
    try (Visit visit = Visit.to(way, "index.html")) {
      List<String> requests = requests(visit.page());
      visit.open(LESSON);
      visit.widget("query-retrieval");
      frames(visit.page());
      assertEquals(List.of(), requests, "at the top of the page");
      visit.mountAll();
      assertEquals(1, requests.size(), requests.toString());
    }
  }

  @Test
  void aPageReloadedForAModelBringsTheSecondScriptItself() {
    try (Visit visit = Visit.to(Way.HTTP, LESSON)) {
      visit.page().evaluate("sessionStorage.setItem('mirador:isolation', 'clip-vit-base-patch32')");
      visit.page().waitForRequest(SECOND, () -> visit.open(LESSON));
      visit.page().waitForFunction("() => sessionStorage.getItem('mirador:isolation') === ''");
    }
  }

  @ParameterizedTest
  @MethodSource("waysAndStorages")
  void aCaptionReachesTheOtherScriptAtOnce(Way way, Storage storage) {
    try (Visit visit = Visit.to(way, "index.html")) {
      visit.context().addInitScript(storage == Storage.FORBIDDEN ? FORBIDDEN : "");
      visit.open(LESSON);
      Locator matrix = visit.widget("clip-matrix");
      visit.set("caption-editor", "caption-cat", "a tiger of squares");
      assertThat(matrix).containsText("a tiger of squares");
      // Written before the script came.
      visit.open(LESSON);
      visit.set("caption-editor", "caption-cat", "a lion of squares");
      assertThat(visit.widget("clip-matrix")).containsText("a lion of squares");
    }
  }

  @ParameterizedTest
  @MethodSource("waysAndStorages")
  void anOwnPictureReachesTheOtherScriptAtOnce(Way way, Storage storage) throws IOException {
    try (Visit visit = Visit.to(way, "index.html")) {
      visit.context().addInitScript(storage == Storage.FORBIDDEN ? FORBIDDEN : "");
      withGallery(visit);
      visit.open(LESSON);
      Locator widget = visit.widget(MODEL_WIDGET);
      Locator name = visit.control(MODEL_WIDGET, "image").locator("option:checked");
      assertThat(name).hasText(visit.pictureNames().get("cat"));
      visit.give("cat", "mi gata.png", Png.of(300, 200, Color.ORANGE));
      assertThat(name).hasText("mi gata.png");
      awaitColour(widget, true);

      if (storage == Storage.KEPT) {
        visit.awaitKept("cat", "mi gata.png");
        visit.open(LESSON);
        visit.widget(MODEL_WIDGET);
        assertThat(name).hasText("mi gata.png");
        awaitColour(widget, true);
      }
      visit.widget("picture-gallery");
      visit
          .button(
              visit.find("#picture-gallery .picture-slot").nth(1),
              Texts.SPANISH.get("picture-gallery.restore"))
          .click();
      assertThat(name).hasText(visit.pictureNames().get("cat"));
      awaitColour(widget, false);
    }
  }

  @Test
  void aSecondScriptThatCannotBeHadIsSaid() {
    // Not a visit: the browser itself complains of what is missing.
    try (BrowserContext context =
        Chromium.shared()
            .newContext(
                new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.BLOCK))) {
      Page page = context.newPage();
      page.route(SECOND, route -> route.abort());
      page.navigate(BuiltSite.address(Way.HTTP, LESSON));
      Locator section = page.locator("#" + MODEL_WIDGET);
      String result = section.locator("[data-result]").textContent();
      section.scrollIntoViewIfNeeded();
      assertThat(section.locator(".widget-error")).containsText("assets/models.js");
      assertEquals(result, section.locator("[data-result]").textContent());
      Locator later = page.locator("#clip-languages");
      later.scrollIntoViewIfNeeded();
      assertThat(later.locator(".widget-error")).containsText("assets/models.js");
    }
  }

  /** Puts the gallery of the first page above the lesson, so that one page has both scripts. */
  private static void withGallery(Visit visit) throws IOException {
    String gallery =
        Jsoup.parse(Files.readString(BuiltSite.FOLDER.resolve("index.html")))
            .expectFirst("#picture-gallery")
            .outerHtml();
    visit
        .context()
        .addInitScript(
            "document.addEventListener('DOMContentLoaded', () => {"
                + " if (location.pathname.endsWith('"
                + LESSON
                + "')) document.querySelector('main').insertAdjacentHTML('afterbegin', "
                + SampleModel.JSON.getNodeFactory().textNode(gallery)
                + "); });");
  }

  /** Waits until the picture that a widget shows is the orange one, or is not. */
  private static void awaitColour(Locator widget, boolean orange) {
    widget
        .page()
        .waitForFunction(
            "([canvas, colour, wanted]) => { const copy = new OffscreenCanvas(1, 1)"
                + ".getContext('2d', {willReadFrequently: true});"
                + " copy.drawImage(canvas, -200, -20);"
                + " const seen = copy.getImageData(0, 0, 1, 1).data;"
                + " return colour.every((value, at) => value === seen[at]) === wanted; }",
            List.of(widget.locator("canvas.thumbnail").elementHandle(), ORANGE, orange));
  }
}
