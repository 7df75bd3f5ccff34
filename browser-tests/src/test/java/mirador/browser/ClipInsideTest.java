package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.clip.ImageSteps;
import mirador.concepts.explain.ClipAttentionWords;
import mirador.concepts.explain.ClipStepsWords;
import mirador.concepts.explain.TokenNames;
import mirador.concepts.image.Picture;
import mirador.concepts.text.Messages;
import mirador.concepts.vit.AttentionMaps;
import mirador.concepts.vit.AttentionView;
import mirador.concepts.vit.TokenVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes on inside a small CLIP, its attention and its steps: the page and the JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClipInsideTest {
  private static final Messages MESSAGES = Texts.SPANISH;
  private static final String PAGE = "01-vit.html?runtime=wasm";
  private static final String ATTENTION = "clip-attention";
  private static final String STEPS = "clip-steps";

  /** Of the page's float32 to the JVM's, and of two decimals of a percentage to the number. */
  private static final double TOLERANCE = 1e-4 + 0.5e-4;

  private final Path model;
  private final ClipModel jvm;
  private final Picture cat = Png.figure("cat");

  ClipInsideTest(@TempDir Path work) throws IOException {
    model = MiniClip.export(work);
    jvm = MiniClip.open(model);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void everyWayToLookAtTheAttentionIsThatOfTheJvm(Way way) {
    AttentionMaps maps = jvm.attention(cat);
    try (Visit visit = Visit.to(way, PAGE)) {
      MiniClip.use(visit, ATTENTION, model);
      // The lesson asks for layer 12; this model has two.
      assertAttention(visit, maps, new AttentionView(12, AttentionView.MEAN, 0));
      assertThat(visit.control(ATTENTION, "layer")).hasAttribute("max", "2");
      for (int layer = 1; layer <= maps.layers(); layer++) {
        visit.set(ATTENTION, "layer", String.valueOf(layer));
        for (String mix : List.of(AttentionView.MEAN, AttentionView.ROLLOUT, "1", "5")) {
          visit.set(ATTENTION, "mix", mix);
          assertAttention(visit, maps, new AttentionView(layer, mix, 0));
        }
      }

      Locator section = visit.widget(ATTENTION);
      assertThat(section.locator(".head-button")).hasCount(maps.heads());
      section.locator(".head-button").nth(2).click();
      assertAttention(visit, maps, new AttentionView(2, "3", 0));
      assertThat(section.locator(".head-button").nth(2)).hasAttribute("aria-pressed", "true");

      visit.set(ATTENTION, "image", "car");
      assertAttention(visit, jvm.attention(Png.figure("car")), new AttentionView(2, "3", 0));
    }
  }

  @Test
  void anyPatchLooksAtAnyOtherByMouseAndByKeyboard() {
    AttentionMaps maps = jvm.attention(cat);
    AttentionView own = new AttentionView(2, AttentionView.MEAN, 0);
    try (Visit visit = Visit.to(Way.HTTP, PAGE)) {
      MiniClip.use(visit, ATTENTION, model);
      assertAttention(visit, maps, own);
      Locator section = visit.widget(ATTENTION);
      Locator canvas = section.locator(".crop-canvas");
      Locator told = section.locator(".attention-told");

      // The middle of the grid of 4 x 4 first, then one to the right and one up.
      canvas.focus();
      canvas.press("ArrowRight");
      assertTold(told, maps, own, 10);
      canvas.press("ArrowRight");
      canvas.press("ArrowUp");
      assertTold(told, maps, own, 7);
      canvas.press("Enter");
      AttentionView chosen = new AttentionView(2, AttentionView.MEAN, 8);
      assertAttention(visit, maps, chosen);
      // The address follows a moment later.
      assertThat(visit.page()).hasURL(Pattern.compile("[?&]clip-attention[.]from=8"));

      double side = canvas.boundingBox().width;
      canvas.hover(new Locator.HoverOptions().setPosition(side / 8, side / 8));
      assertTold(told, maps, chosen, 0);
      canvas.click(new Locator.ClickOptions().setPosition(side / 8, side * 7 / 8));
      assertAttention(visit, maps, new AttentionView(2, AttentionView.MEAN, 13));

      section.locator(".cls-token").click();
      assertAttention(visit, maps, own);
    }
  }

  private static void assertTold(Locator told, AttentionMaps maps, AttentionView view, int patch) {
    assertThat(told)
        .hasText(
            ClipAttentionWords.weight(MESSAGES, view.from(), patch + 1, view.row(maps)[patch + 1]));
  }

  private static void assertAttention(Visit visit, AttentionMaps maps, AttentionView wanted) {
    AttentionView view = wanted.fitted(maps);
    visit.awaitResult(ATTENTION, ClipAttentionWords.result(MESSAGES, maps, view));
    double[] expected = view.row(maps);
    List<List<String>> rows = visit.table(ATTENTION);
    assertEquals(expected.length, rows.size());
    for (int i = 0; i < expected.length; i++) {
      List<String> row = rows.get(i);
      assertEquals(TokenNames.of(i), row.get(0));
      assertEquals(expected[i], Visit.number(row.get(3)) / 100, TOLERANCE, view + " " + row);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theStepsAreThoseOfTheJvm(Way way) {
    ImageSteps steps = jvm.steps(cat);
    TokenVectors projected = steps.patches().orElseThrow();
    TokenVectors positions = steps.positions().orElseThrow();
    try (Visit visit = Visit.to(way, PAGE)) {
      MiniClip.use(visit, STEPS, model);
      Locator told = visit.widget(STEPS).locator(".clip-step-told");
      // The lesson asks for patch 24 and layer 12: the last ones of this model.
      for (int[] view : new int[][] {{15, 2}, {15, 0}, {6, 1}}) {
        if (view[1] < 2) {
          visit.set(STEPS, "layer", String.valueOf(view[1]));
        }
        if (view[0] < 15) {
          visit.set(STEPS, "patch", String.valueOf(view[0]));
        }
        visit.awaitResult(STEPS, ClipStepsWords.result(MESSAGES, steps, view[0], view[1]));
        visit.await(told.nth(1), ClipStepsWords.projection(MESSAGES, projected, view[0]));
        visit.await(told.nth(2), ClipStepsWords.positions(MESSAGES, positions, view[0]));
        visit.await(
            told.nth(3),
            ClipStepsWords.state(MESSAGES, steps.states().get(view[1]), view[0], view[1]));
        visit.await(told.nth(4), ClipStepsWords.features(MESSAGES, steps.features()));
        assertLayers(visit.table(STEPS), steps.states(), view[0] + 1);
      }
    }
  }

  private static void assertLayers(List<List<String>> rows, List<TokenVectors> states, int token) {
    assertEquals(states.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      TokenVectors state = states.get(i);
      List<String> row = rows.get(i);
      assertEquals(state.norm(token), Visit.number(row.get(1)), 0.006);
      assertEquals(state.cosine(token, states.get(0), token), Visit.number(row.get(2)), 0.0006);
      assertEquals(state.cosine(token, state, 0), Visit.number(row.get(3)), 0.0006);
    }
  }

  /** With the model at work, when all of the widget is there. */
  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void theyFitAPhoneAndAreForEveryone(ColorScheme theme) {
    try (Visit visit =
        Visit.to(
            Way.HTTP, PAGE, options -> options.setViewportSize(320, 640).setColorScheme(theme))) {
      Map<String, String> shown = Map.of(ATTENTION, ".head-button", STEPS, ".clip-step-told");
      MiniClip.use(visit, ATTENTION, model);
      shown.forEach(
          (widget, part) -> {
            visit.widget(widget).locator(part).nth(1).waitFor();
            assertEquals(
                List.of(),
                new AxeBuilder(visit.page())
                        .include("#" + widget)
                        .withTags(EveryPageTest.AXE_TAGS)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList());
          });
      assertEquals(
          320, visit.page().evaluate("document.documentElement.scrollWidth"), "scroll width");
      assertHeadsAreForThumbs(visit.page());
    }
  }

  private static void assertHeadsAreForThumbs(Page page) {
    assertEquals(
        List.of(),
        page.evaluate(
            "() => [...document.querySelectorAll('.head-button, .cls-token')]"
                + ".filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"));
  }
}
