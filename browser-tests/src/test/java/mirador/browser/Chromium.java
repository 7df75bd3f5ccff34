package mirador.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One Chromium for all tests: the one of the system, or that named by {@code MIRADOR_CHROMIUM}. */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static Playwright playwright;
  private static Browser browser;
  private static Browser gpuBrowser;

  private Chromium() {}

  static synchronized Browser shared() {
    if (browser == null) {
      browser = launch(List.of());
    }
    return browser;
  }

  /** Another one that computes WebGPU on the processor, by SwiftShader. */
  static synchronized Browser withWebGpu() {
    if (gpuBrowser == null) {
      gpuBrowser = launch(List.of("--enable-unsafe-webgpu"));
    }
    return gpuBrowser;
  }

  private static Browser launch(List<String> more) {
    if (playwright == null) {
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--no-sandbox",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--autoplay-policy=no-user-gesture-required"));
    flags.addAll(more);
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(executable())
                .setHeadless(true)
                .setArgs(flags));
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
