package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.text.Numbers;

/**
 * A page opened in a fresh browser profile. Remembers every error of the console and every request
 * to another host; closing fails when there was one.
 */
final class Visit implements AutoCloseable {
  /** A loaded machine is slow, and only a failing test waits this long. */
  static final int TIMEOUT = 30_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT);
  }

  /** What Playwright itself writes when a visit is made without a service worker. */
  static final String NO_WORKER = "Service Worker registration blocked by Playwright";

  private final String base;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visit(String base, BrowserContext context) {
    this.base = base;
    this.context = context;
    context.setDefaultTimeout(TIMEOUT);
    context.addInitScript(
        "Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {"
            + "writeText: t => { window.miradorCopied = t; return Promise.resolve(); }}});");
    page = context.newPage();
    watch(page);
  }

  /** Opens a page at desktop size in the light theme. */
  static Visit to(Way way, String name) {
    return to(way, name, options -> options);
  }

  /** Opens a page in a profile of one's own making. */
  static Visit to(Way way, String name, UnaryOperator<Browser.NewContextOptions> profile) {
    return to(BuiltSite.address(way, ""), name, profile);
  }

  /**
   * Opens a page of another site.
   *
   * @param base what the addresses of its pages begin with
   */
  static Visit to(String base, String name, UnaryOperator<Browser.NewContextOptions> profile) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(1280, 900)
            .setLocale("es")
            .setColorScheme(ColorScheme.LIGHT)
            .setAcceptDownloads(true)
            .setPermissions(List.of("camera"))
            .setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    Visit visit = new Visit(base, Chromium.shared().newContext(profile.apply(options)));
    visit.open(name);
    return visit;
  }

  private void watch(Page watched) {
    watched.onConsoleMessage(
        message -> {
          boolean bad = message.type().equals("error") || message.type().equals("warning");
          if (bad && !message.text().equals(NO_WORKER)) {
            complaints.add(
                message.type() + ": " + message.text() + " (" + message.location() + ")");
          }
        });
    watched.onPageError(error -> complaints.add("uncaught: " + error));
    watched.onRequest(
        request -> {
          String url = request.url();
          boolean own = url.startsWith("data:") || url.startsWith("blob:") || url.startsWith(base);
          if (!own) {
            complaints.add("request to another place: " + url);
          }
        });
  }

  /** Goes to another page of the site in the same profile and waits until its script runs. */
  void open(String name) {
    page.navigate(base + name);
    page.waitForFunction("() => document.documentElement.hasAttribute('data-alive')");
  }

  Page page() {
    return page;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** Scrolls a widget into sight, unless it is live already, and waits until it is. */
  Locator widget(String id) {
    Object mounted =
        page.waitForFunction(
                "id => { const widget = document.querySelector(`[id='${id}'][data-widget]`);"
                    + " const mounted = widget.getAttribute('data-mounted');"
                    + " if (!mounted) widget.scrollIntoView({behavior: 'instant'});"
                    + " return mounted; }",
                id)
            .jsonValue();
    assertEquals("true", mounted, "mounting of " + id);
    return page.locator("[id='" + id + "'][data-widget]");
  }

  /** Scrolls through the page until every widget is live. */
  void mountAll() {
    for (Locator section : page.locator("[data-widget]").all()) {
      widget(section.getAttribute("id"));
    }
  }

  /** A control of a widget by the name it has in its id. */
  Locator control(String widget, String name) {
    return page.locator("[id='" + widget + "-" + name + "']");
  }

  /** Chooses, types or drags a control of a widget as a learner does. */
  void set(String widget, String name, String value) {
    widget(widget);
    Locator control = control(widget, name);
    if (control.evaluate("e => e.tagName").equals("SELECT")) {
      control.selectOption(value);
    } else {
      control.fill(value);
    }
  }

  /** A button inside an element by the words on it. */
  Locator button(Locator inside, String label) {
    return inside.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true));
  }

  /** Puts a file into a place of the gallery, on whose page this visit must be. */
  void give(String slot, String fileName, byte[] content) {
    widget("picture-gallery");
    control("picture-gallery", "file-" + slot)
        .setInputFiles(new FilePayload(fileName, "image/png", content));
  }

  /** Waits until the browser has stored an own picture, so that other pages have it too. */
  void awaitKept(String slot, String fileName) {
    page.waitForFunction(
        // Only a store that is there is opened: opening would make it, under the page's hands.
        "([slot, name]) => indexedDB.databases().then(all =>"
            + " all.some(one => one.name === 'mirador' && one.version === 1)"
            + " && new Promise(done => { const q = indexedDB.open('mirador', 1);"
            + " q.onsuccess = () => { try {"
            + "  const r = q.result.transaction('pictures').objectStore('pictures').get(slot);"
            + "  r.onsuccess = () => { q.result.close(); done(!!r.result && r.result.name === name); };"
            + " } catch (e) { q.result.close(); done(false); } };"
            + " q.onerror = () => done(false); }))",
        List.of(slot, fileName));
    holdStore();
  }

  /**
   * Holds the pictures' store open in a second page: the private profile of a test keeps it in
   * memory and may forget it when a reload leaves it without any page; a learner's profile has it
   * on disk.
   */
  private void holdStore() {
    Page holder = context.newPage();
    holder.navigate(base + "acerca.html");
    holder.evaluate(
        "new Promise(done => { const q = indexedDB.open('mirador', 1);"
            + " q.onsuccess = () => { window.held = q.result; done(true); }; })");
  }

  /** Waits until an element says a text, and nothing else. */
  void await(Locator element, String text) {
    assertThat(element).hasText(text);
  }

  /** What copies of links were made, instead of the system's clipboard. */
  String copiedLink(String widget) {
    page.evaluate("window.miradorCopied = ''");
    button(widget(widget), Texts.SPANISH.get("frame.link")).click();
    page.waitForFunction("() => window.miradorCopied !== ''");
    return (String) page.evaluate("window.miradorCopied");
  }

  /** The names of the three pictures as the page has them, by id. */
  Map<String, String> pictureNames() {
    @SuppressWarnings("unchecked") // an object of texts
    Map<String, String> names =
        (Map<String, String>)
            page.evaluate("Object.fromEntries(window.mirador.pictures.map(p => [p.id, p.name]))");
    return names;
  }

  /** The sentence a widget says now. */
  String result(String id) {
    return widget(id).locator("[data-result]").textContent();
  }

  /** The cells of a widget's table, row by row. */
  List<List<String>> table(String id) {
    Locator section = widget(id);
    Locator shown = section.locator(".widget-table");
    if (!shown.isVisible()) {
      button(section, Texts.SPANISH.get("frame.table")).click();
    }
    List<List<String>> rows = new ArrayList<>();
    for (Locator row : shown.locator("tbody tr").all()) {
      rows.add(row.locator("th, td").allTextContents());
    }
    return rows;
  }

  /** The number that a cell shows. */
  static double number(String cell) {
    return Numbers.parse(cell).orElseThrow();
  }

  /** Waits until a widget says a sentence. */
  void awaitResult(String id, String sentence) {
    widget(id);
    try {
      page.waitForFunction(
          "([id, text]) => document.getElementById(id).querySelector('[data-result]').textContent"
              + " === text",
          List.of(id, sentence));
    } catch (TimeoutError e) {
      assertEquals(sentence, result(id), "what " + id + " says");
    }
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
