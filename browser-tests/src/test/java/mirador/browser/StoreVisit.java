package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.List;
import mirador.concepts.explain.ModelStorageWords;

/**
 * The panel of models on the page about the course, in a fresh profile. The console may complain of
 * addresses that do not answer, which is what these tests are about; the script may not fail.
 */
final class StoreVisit implements AutoCloseable {
  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(Visit.TIMEOUT);
  }

  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  /**
   * Opens the page.
   *
   * @param script that runs before any other
   */
  StoreVisit(String address, String script) {
    context =
        Chromium.shared()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(1280, 900)
                    .setLocale("es")
                    .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
    context.setDefaultTimeout(Visit.TIMEOUT);
    context.addInitScript(script);
    page = context.newPage();
    page.onPageError(errors::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(address + "acerca.html");
    ready();
  }

  StoreVisit(String address) {
    this(address, "");
  }

  private void ready() {
    page.waitForFunction("() => document.documentElement.hasAttribute('data-alive')");
    page.locator("#model-storage").scrollIntoViewIfNeeded();
    page.locator("#model-storage[data-mounted=true] .model-bar").waitFor();
    assertThat(line()).not().hasText(say("store.bar.unknown"));
  }

  void reload() {
    page.reload();
    ready();
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  List<String> requests() {
    return requests;
  }

  Locator line() {
    return page.locator(".model-line");
  }

  Locator note() {
    return page.locator(".model-note");
  }

  Locator kept() {
    return page.locator(".kept-model");
  }

  /** Forgets the errors of the page's script, which were expected; answers how many there were. */
  int clearErrors() {
    int count = errors.size();
    errors.clear();
    return count;
  }

  /** The folder field, or that for single files. */
  Locator field(String name) {
    page.locator(".model-others").evaluate("fold => { fold.open = true; }");
    return page.locator("[id='model-storage-" + name + "-" + SampleModel.NAME + "']");
  }

  Locator button(String label) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  /** Presses the button that fetches the model and names its whole size. */
  void fetch(SampleModel model, String from) {
    button(say("store.bar.fetch", SampleModel.TITLE, mb(model.bytes()), from)).click();
  }

  /** Presses the button that goes on, by whatever is missing. */
  void resume() {
    page.locator(".model-bar .model-buttons button:visible").first().click();
  }

  void awaitKept(SampleModel model) {
    assertThat(line()).hasText(say("store.bar.kept", SampleModel.TITLE, "int8", mb(model.bytes())));
  }

  void awaitProblem(String sentence) {
    assertThat(page.locator(".model-bar .widget-error")).hasText(sentence);
  }

  /**
   * What the browser's storage holds, as the store's own names tell: the SHA-256 of each piece in
   * the name and that of the bytes.
   */
  @SuppressWarnings("unchecked") // pairs of texts
  List<List<String>> pieces() {
    return (List<List<String>>)
        page.evaluate(
            "async () => { const c = await caches.open('mirador-models'); const all = [];"
                + " for (const key of await c.keys()) {"
                + "  const name = decodeURIComponent(key.url.slice('https://models.invalid/'.length));"
                + "  const parts = name.split('?'); if (parts.length !== 3) continue;"
                + "  const bytes = await (await c.match(key)).arrayBuffer();"
                + "  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));"
                + "  all.push([parts[2], [...hash].map(b => (b + 256).toString(16).slice(1)).join('')]);"
                + " } return all; }");
  }

  static String mb(long bytes) {
    return ModelStorageWords.megabytes(bytes);
  }

  static String say(String key, Object... args) {
    return Texts.SPANISH.get(key, args);
  }

  @Override
  public void close() {
    context.close();
    assertEquals(List.of(), errors, "errors of the page's script");
  }
}
