package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.stream.Stream;
import mirador.browser.BuiltSite.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without JavaScript and on paper the page is a book that says true things. */
final class WithoutScriptTest {
  static Stream<String> pages() {
    return BuiltSite.pages().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyWidgetHasItsStaticResult(String name) {
    try (BrowserContext context =
        Chromium.shared().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(BuiltSite.address(Way.FILE, name));
      for (Locator widget : page.locator("[data-widget][data-settings]").all()) {
        String id = widget.getAttribute("id");
        assertFalse(
            widget.locator("[data-result]").textContent().isBlank(), id + " has a static result");
        assertTrue(widget.locator("[data-play] > *").count() > 0, id + " has a static play area");
      }
      for (Locator question : page.locator("[data-question]").all()) {
        Locator model = question.locator("[data-model-answer]");
        if (model.count() > 0) {
          model.locator("summary").click();
          assertTrue(model.locator("> *").nth(1).isVisible(), "a model answer opens");
        }
      }
    }
  }

  @Test
  void onPaperThereAreAnswersButNoControls() {
    try (Visit visit = Visit.to(Way.FILE, "01-vit.html")) {
      visit.mountAll();
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      Object shown =
          visit
              .page()
              .evaluate(
                  "() => [...document.querySelectorAll('.widget-controls, .widget-actions, nav, [data-search]')]"
                      + ".filter(e => e.checkVisibility()).length");
      assertEquals(0, shown, "controls on paper");
    }
  }
}
