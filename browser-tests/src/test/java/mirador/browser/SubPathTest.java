package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mirador.site.serve.SiteServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The site works under a path, as on {@code user.github.io/repo/}: no address begins at the root.
 */
final class SubPathTest {
  @Test
  void worksUnderAPath(@TempDir Path root) throws IOException {
    copy(BuiltSite.FOLDER, root.resolve("repo"));
    List<String> failures = new ArrayList<>();
    try (SiteServer server = SiteServer.start(root, 0);
        BrowserContext context = Chromium.shared().newContext()) {
      Page page = context.newPage();
      page.onResponse(
          response -> {
            if (response.status() >= 400) {
              failures.add(response.status() + " " + response.url());
            }
          });
      for (String name : BuiltSite.pages()) {
        page.navigate(server.address() + "repo/" + name);
        page.waitForFunction("() => document.documentElement.hasAttribute('data-alive')");
      }
      page.navigate(server.address() + "repo/");
      page.locator("nav a[href*='01-vit']").first().click();
      page.waitForURL("**/repo/01-vit.html");
    }
    assertEquals(List.of(), failures);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
