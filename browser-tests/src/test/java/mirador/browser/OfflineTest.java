package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ServiceWorkerPolicy;
import mirador.browser.BuiltSite.Way;
import org.junit.jupiter.api.Test;

/** After one visit by http the whole course works without a network. */
final class OfflineTest {
  @Test
  void everyPageOpensWithTheNetworkOff() {
    try (Visit visit =
        Visit.to(
            Way.HTTP,
            "index.html",
            profile -> profile.setServiceWorkers(ServiceWorkerPolicy.ALLOW))) {
      visit.page().evaluate("navigator.serviceWorker.ready.then(() => true)");
      visit
          .page()
          .waitForFunction(
              "async () => { const names = await caches.keys(); if (!names.length) return false;"
                  + " const c = await caches.open(names[0]); return (await c.keys()).length > 20; }");
      visit.context().setOffline(true);
      for (String page : BuiltSite.pages()) {
        visit.open(page);
        visit.mountAll();
        assertTrue(visit.find("h1").first().isVisible(), page + " shows its title");
        Object broken =
            visit
                .page()
                .evaluate(
                    "() => [...document.images].filter(i => i.complete && !i.naturalWidth)"
                        + ".map(i => i.src)");
        assertEquals(java.util.List.of(), broken, "pictures of " + page);
      }
      visit.context().setOffline(false);
    }
  }

  @Test
  void oneWorkerKeepsThePagesOfAnyPath() {
    try (Visit visit =
        Visit.to(
            Way.HTTP,
            "01-vit.html?patch-grid.patch=32",
            profile -> profile.setServiceWorkers(ServiceWorkerPolicy.ALLOW))) {
      visit.page().evaluate("navigator.serviceWorker.ready.then(() => true)");
      Object scope = visit.page().evaluate("navigator.serviceWorker.ready.then(r => r.scope)");
      assertEquals(BuiltSite.address(Way.HTTP, ""), scope);
    }
  }
}
