package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mirador.browser.BuiltSite.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every widget of the catalogue does alike, wherever it stands: it says what the JVM computes,
 * each control changes something, presets, link, table, explanation and reset work.
 */
final class EveryWidgetTest {
  private static final String CONTROLS =
      "[data-controls] :is(select, input[type=range], input[type=text])[id]";

  /** All that a learner can see of a widget, canvases included, as one number or text. */
  private static final String LOOK =
      "id => { const s = document.getElementById(id);"
          + " let t = s.querySelector('[data-result]').textContent"
          + "  + s.querySelector('[data-play]').innerHTML;"
          + " for (const f of s.querySelectorAll('[data-play] :is(input, textarea, select)'))"
          + "  t += f.value;"
          + " const small = new OffscreenCanvas(64, 64).getContext('2d', {willReadFrequently: true});"
          + " for (const c of s.querySelectorAll('canvas')) if (c.width && c.height) {"
          + "  small.clearRect(0, 0, 64, 64); small.drawImage(c, 0, 0, 64, 64);"
          + "  t += small.getImageData(0, 0, 64, 64).data.join(); }"
          + " let h = 0; for (let i = 0; i < t.length; i++) h = (h * 31 + t.charCodeAt(i)) | 0;"
          + " return String(h); }";

  static Stream<Arguments> lessonsBothWays() {
    return BuiltSite.pages().stream()
        .filter(page -> page.equals("index.html") || page.matches("0\\d-.*"))
        .flatMap(page -> Stream.of(Way.values()).map(way -> Arguments.of(page, way)));
  }

  @ParameterizedTest
  @MethodSource("lessonsBothWays")
  void everyWidgetDoesWhatItOffers(String page, Way way) {
    try (Visit visit = Visit.to(way, page)) {
      Sentences sentences = new Sentences(visit.pictureNames());
      Map<String, Map<String, String>> changed = new LinkedHashMap<>();
      List<Locator> sections = visit.find("[data-widget][data-settings]").all();
      for (Locator section : sections) {
        String id = section.getAttribute("id");
        String name = section.getAttribute("data-widget");
        visit.widget(id);
        visit.awaitResult(id, sentences.of(name, json(section.getAttribute("data-settings"))));
        tryPresets(visit, section, sentences);
        tryActions(visit, section);
        Map<String, String> values = changeControls(visit, section);
        // A preset may have left a control such that its other value is what the lesson says.
        values.entrySet().removeAll(json(section.getAttribute("data-settings")).entrySet());
        if (!values.isEmpty()) {
          changed.put(id, values);
        }
      }
      if (!changed.isEmpty()) {
        openLink(visit, changed);
      }
      for (Locator section : sections) {
        String id = section.getAttribute("id");
        String name = section.getAttribute("data-widget");
        visit.button(visit.widget(id), Texts.SPANISH.get("frame.reset")).click();
        visit.awaitResult(id, sentences.of(name, json(section.getAttribute("data-settings"))));
      }
      assertFalse(visit.page().url().contains("="), "settings left after a reset");
    }
  }

  private static void tryPresets(Visit visit, Locator section, Sentences sentences) {
    String id = section.getAttribute("id");
    Map<String, String> authored = json(section.getAttribute("data-settings"));
    for (Locator preset : section.locator("[data-preset]").all()) {
      Map<String, String> settings = new LinkedHashMap<>(authored);
      settings.putAll(json(preset.getAttribute("data-preset")));
      preset.click();
      visit.awaitResult(id, sentences.of(section.getAttribute("data-widget"), settings));
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        Locator control = section.locator(CONTROLS).and(visit.control(id, setting.getKey()));
        if (control.count() > 0) {
          assertEquals(setting.getValue(), control.inputValue(), id + "." + setting.getKey());
        }
      }
    }
  }

  private static void tryActions(Visit visit, Locator section) {
    String id = section.getAttribute("id");
    Locator about = visit.button(section, Texts.SPANISH.get("frame.about"));
    about.click();
    assertTrue(section.locator("[data-about]").isVisible(), id + " opens its explanation");
    assertFalse(section.locator("[data-about]").innerText().isBlank(), id + " explains itself");
    about.click();
    assertFalse(section.locator("[data-about]").isVisible(), id + " closes its explanation");
    Locator table = visit.button(section, Texts.SPANISH.get("frame.table"));
    if (table.count() > 0) {
      table.click();
      Locator shown = section.locator(".widget-table");
      assertTrue(shown.locator("thead th").count() > 1, id + " has headings in its table");
      table.click();
      assertFalse(shown.isVisible(), id + " closes its table");
    }
    assertTrue(visit.copiedLink(id).endsWith("#" + id), id + " gives a link to itself");
  }

  /** Sets every control to something else; gives setting -> value. */
  private static Map<String, String> changeControls(Visit visit, Locator section) {
    String id = section.getAttribute("id");
    if (section.getAttribute("data-widget").equals("patch-size-table")) {
      // Its picture shows only beside sizes tried.
      visit.control(id, "guess").fill("384");
      visit.control(id, "guess").press("Enter");
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Locator control : section.locator(CONTROLS).all()) {
      if (!control.isVisible()) {
        continue; // of no use with the other settings, or before there is a model
      }
      String setting = control.getAttribute("id").substring(id.length() + 1);
      String before = settled(visit, id);
      String value = another(control);
      visit.set(id, setting, value);
      visit
          .page()
          .waitForFunction("([id, before]) => (" + LOOK + ")(id) !== before", List.of(id, before));
      values.put(setting, value);
    }
    return values;
  }

  private static String another(Locator control) {
    return (String)
        control.evaluate(
            "e => e.tagName === 'SELECT' ? [...e.options].map(o => o.value).find(v => v !== e.value)"
                + " : e.type === 'range' ? (e.value === e.min ? e.max : e.min)"
                + " : 'what animal dog in the snow'");
  }

  /** How the widget looks once nothing that was loading changes it any more. */
  private static String settled(Visit visit, String id) {
    return (String)
        visit
            .page()
            .evaluate(
                "async id => { const look = "
                    + LOOK
                    + "; let last = '', same = 0;"
                    + " while (same < 4) { await new Promise(r => requestAnimationFrame(r));"
                    + "  const now = look(id); same = now === last ? same + 1 : 0; last = now; }"
                    + " return last; }",
                id);
  }

  /** The link of the last changed widget carries the settings of all. */
  private static void openLink(Visit visit, Map<String, Map<String, String>> changed) {
    Map<String, String> said = new LinkedHashMap<>();
    String last = "";
    for (String id : changed.keySet()) {
      assertThat(visit.page()).hasURL(Pattern.compile("[?&]" + id + "[.]"));
      said.put(id, visit.result(id));
      last = id;
    }
    String link = visit.copiedLink(last);
    visit.page().navigate("about:blank");
    visit.page().navigate(link);
    for (Map.Entry<String, Map<String, String>> widget : changed.entrySet()) {
      visit.widget(widget.getKey());
      visit.awaitResult(widget.getKey(), said.get(widget.getKey()));
      widget
          .getValue()
          .forEach(
              (setting, value) ->
                  assertEquals(
                      value,
                      visit.control(widget.getKey(), setting).inputValue(),
                      widget.getKey() + "." + setting + " from " + link));
    }
  }

  private static Map<String, String> json(String object) {
    try {
      return new ObjectMapper().readValue(object, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(object, e);
    }
  }
}
