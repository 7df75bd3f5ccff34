package mirador.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One Chromium for all tests: the one of the system, or that named by {@code MIRADOR_CHROMIUM}. */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static Browser browser;

  private Chromium() {}

  static synchronized Browser shared() {
    if (browser == null) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable())
                      .setHeadless(true)
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-quic",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync",
                              "--use-fake-device-for-media-stream",
                              "--use-fake-ui-for-media-stream",
                              "--autoplay-policy=no-user-gesture-required")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return browser;
  }

  static Path executable() {
    String named = System.getenv("MIRADOR_CHROMIUM");
    if (named != null && !named.isEmpty()) {
      return Path.of(named);
    }
    return NAMES.stream()
        .flatMap(
            name ->
                Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No Chromium found: install one (Debian: apt-get install chromium) or name it in"
                        + " MIRADOR_CHROMIUM."));
  }
}
