package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mirador.browser.BuiltSite.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on every page: it comes alive without a complaint, for everyone, on every screen. */
final class EveryPageTest {
  static final List<String> AXE_TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  static Stream<String> pages() {
    return BuiltSite.pages().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void comesAliveFromADiskWithoutAComplaint(String page) {
    try (Visit visit = Visit.to(Way.FILE, page)) {
      visit.mountAll();
      everyWidgetSaysAResult(visit);
    }
  }

  /** By http, in the light theme and then in the dark one. */
  @ParameterizedTest
  @MethodSource("pages")
  void comesAliveWithoutAnAxeFinding(String page) {
    try (Visit visit = Visit.to(Way.HTTP, page)) {
      visit.mountAll();
      everyWidgetSaysAResult(visit);
      // Everything folded is opened, so that it is looked at as well.
      visit
          .page()
          .evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)");
      assertEquals(List.of(), findings(visit), "in the light theme");
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      // Colours that glide from one theme to the other have arrived two frames later at the
      // earliest.
      visit
          .page()
          .evaluate(
              "async () => { await new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)));"
                  + " await Promise.all(document.getAnimations().map(a => a.finished.catch(() => {}))); }");
      assertEquals(List.of(), findings(visit), "in the dark theme");
    }
  }

  private static void everyWidgetSaysAResult(Visit visit) {
    for (Locator section : visit.find("[data-widget]").all()) {
      String result = section.locator("[data-result]").first().textContent();
      assertTrue(!result.isBlank(), section.getAttribute("id") + " says no result");
    }
  }

  private static List<String> findings(Visit visit) {
    List<String> findings = new ArrayList<>();
    for (Rule rule : new AxeBuilder(visit.page()).withTags(AXE_TAGS).analyze().getViolations()) {
      rule.getNodes()
          .forEach(
              node ->
                  findings.add(
                      rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()));
    }
    return findings;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void fitsAPhoneOf320Pixels(String page) {
    try (Visit visit =
        Visit.to(Way.HTTP, page, profile -> profile.setViewportSize(320, 640).setHasTouch(true))) {
      visit.mountAll();
      Object wide =
          visit
              .page()
              .evaluate(
                  "() => [...document.querySelectorAll('body *')].filter(e => {"
                      + " const r = e.getBoundingClientRect(); if (r.width === 0) return false;"
                      + " if (r.right <= innerWidth + 1) return false;"
                      + " for (let p = e.parentElement; p; p = p.parentElement) {"
                      + "  const s = getComputedStyle(p);"
                      + "  if (/auto|scroll|hidden|clip/.test(s.overflowX)) return false; }"
                      + " return getComputedStyle(e).position !== 'fixed'; })"
                      + ".slice(0, 5).map(e => e.outerHTML.slice(0, 120))");
      assertEquals(List.of(), wide, "elements wider than the screen");
      assertEquals(
          320, visit.page().evaluate("document.documentElement.scrollWidth"), "scroll width");
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyControlIsReachedByTheKeyboard(String page) {
    try (Visit visit = Visit.to(Way.HTTP, page)) {
      visit.mountAll();
      Object unreachable =
          visit
              .page()
              .evaluate(
                  "() => [...document.querySelectorAll("
                      + "'main :is(button, input, select, textarea, a[href], canvas[tabindex], summary)')]"
                      + ".filter(e => e.checkVisibility() && !e.disabled && e.tabIndex < 0"
                      + " && !e.closest('[data-roving]')).map(e => e.outerHTML.slice(0, 120))");
      assertEquals(List.of(), unreachable, "controls out of the tab order");
      visit.page().evaluate("document.body.tabIndex = -1; document.body.focus()");
      int stops = 0;
      String last = "";
      while (stops < 600) {
        visit.page().keyboard().press("Tab");
        String at =
            (String)
                visit
                    .page()
                    .evaluate(
                        "() => { const e = document.activeElement; if (!e || e === document.body) return '';"
                            + " window.seen = window.seen || new Set(); const again = window.seen.has(e);"
                            + " window.seen.add(e); return again ? '' : e.tagName + '#' + e.id; }");
        if (at.isEmpty()) {
          break;
        }
        last = at;
        stops++;
      }
      Object missed =
          visit
              .page()
              .evaluate(
                  "() => [...document.querySelectorAll('main :is(button, input:not([type=radio]), select,"
                      + " textarea, canvas[tabindex=\"0\"], summary)')].filter(e => e.checkVisibility()"
                      + " && !e.disabled && e.tabIndex >= 0 && !window.seen.has(e))"
                      + ".map(e => e.outerHTML.slice(0, 120))");
      assertEquals(List.of(), missed, "controls the Tab key missed; it stopped after " + last);
    }
  }
}
