package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mirador.browser.BuiltSite.Way;

/**
 * A page opened in a fresh browser profile. Remembers every error of the console and every request to
 * another host; closing fails when there was one.
 */
final class Visit implements AutoCloseable {
  private final Way way;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visit(Way way, BrowserContext context) {
    this.way = way;
    this.context = context;
    context.setDefaultTimeout(15_000);
    page = context.newPage();
    watch(page);
  }

  /** Opens a page at desktop size in the light theme. */
  static Visit to(Way way, String name) {
    return to(way, name, options -> options);
  }

  /** Opens a page in a profile of one's own making. */
  static Visit to(Way way, String name, UnaryOperator<Browser.NewContextOptions> profile) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(1280, 900)
            .setLocale("es")
            .setColorScheme(ColorScheme.LIGHT)
            .setAcceptDownloads(true)
            .setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    Visit visit = new Visit(way, Chromium.shared().newContext(profile.apply(options)));
    visit.open(name);
    return visit;
  }

  private void watch(Page watched) {
    watched.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text() + " (" + message.location() + ")");
          }
        });
    watched.onPageError(error -> complaints.add("uncaught: " + error));
    watched.onRequest(
        request -> {
          String url = request.url();
          boolean own =
              url.startsWith("data:")
                  || url.startsWith("blob:")
                  || url.startsWith(BuiltSite.address(way, ""));
          if (!own) {
            complaints.add("request to another place: " + url);
          }
        });
  }

  /** Goes to another page of the site in the same profile and waits until its script runs. */
  void open(String name) {
    page.navigate(BuiltSite.address(way, name));
    page.waitForFunction("() => document.documentElement.hasAttribute('data-alive')");
  }

  Page page() {
    return page;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** Scrolls a widget into sight and waits until it is live. */
  Locator widget(String id) {
    Locator section = page.locator("[id='" + id + "'][data-widget]");
    section.scrollIntoViewIfNeeded();
    page.locator("[id='" + id + "'][data-mounted]").waitFor();
    assertEquals("true", section.getAttribute("data-mounted"), "mounting of " + id);
    return section;
  }

  /** Scrolls through the page until every widget is live. */
  void mountAll() {
    for (Locator section : page.locator("[data-widget]").all()) {
      widget(section.getAttribute("id"));
    }
  }

  /** The sentence a widget says now. */
  String result(String id) {
    return widget(id).locator("[data-result]").textContent();
  }

  /** Waits until a widget says a sentence. */
  void awaitResult(String id, String sentence) {
    page.waitForFunction(
        "([id, text]) => document.getElementById(id).querySelector('[data-result]').textContent"
            + " === text",
        List.of(id, sentence));
  }

  /** The whole profile: for a second page, or for going offline. */
  BrowserContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
    assertEquals(List.of(), complaints, "complaints of the browser");
  }
}
