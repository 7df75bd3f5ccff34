package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Worker;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.contrastive.ContrastiveTrainer;
import mirador.concepts.contrastive.DrawnPair;
import mirador.concepts.contrastive.TrainingPair;
import mirador.concepts.contrastive.TrainingSettings;
import mirador.concepts.course.Notebook;
import mirador.concepts.course.WidgetCatalogue;
import mirador.concepts.course.WidgetSettings;
import mirador.concepts.explain.ContrastiveTrainingWords;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page's worker trains what the JVM trains. */
final class ContrastiveTrainingTest {
  private static final Messages MESSAGES = Texts.SPANISH;
  private static final String PAGE = "02-clip.html";
  private static final String WIDGET = "contrastive-training";

  /** A training on the JVM, before its first step. */
  static ContrastiveTrainer trainer(Map<String, String> captions, WidgetSettings settings) {
    List<TrainingPair> pairs = new ArrayList<>();
    captions.forEach((id, caption) -> pairs.add(TrainingPair.of(caption, Png.figure(id))));
    boolean spanish = settings.choice("language").equals("es");
    for (DrawnPair drawn : DrawnPair.of(settings)) {
      pairs.add(TrainingPair.of(drawn.caption(spanish), drawn.picture()));
    }
    return new ContrastiveTrainer(pairs, TrainingSettings.of(settings));
  }

  /** What the widget says after some steps. */
  static String told(Map<String, String> captions, Map<String, String> values, int steps) {
    WidgetSettings settings = WidgetCatalogue.get(WIDGET).read(values);
    ContrastiveTrainer trainer = trainer(captions, settings);
    for (int i = 0; i < steps; i++) {
      trainer.step();
    }
    return ContrastiveTrainingWords.result(MESSAGES, trainer.state(), settings.integer("steps"));
  }

  private static Locator button(Visit visit, String key) {
    return visit.button(visit.widget(WIDGET), MESSAGES.get("contrastive-training." + key));
  }

  private static void change(Visit visit, Map<String, String> values) {
    values.forEach((setting, value) -> visit.set(WIDGET, setting, value));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void trainsAsTheJvmDoes(Way way) {
    Map<String, String> values =
        Map.of("pairs", "14", "batch", "5", "learned", "yes", "steps", "60", "seed", "7");
    try (Visit visit = Visit.to(way, PAGE)) {
      visit.widget(WIDGET);
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, Map.of(), 0));
      change(visit, values);
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, values, 0));
      button(visit, "start").click();
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, values, 60));
      button(visit, "repeat").click();
      assertThat(button(visit, "pause")).isVisible();
      assertThat(button(visit, "repeat")).isVisible();
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, values, 60));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void oneStepAtATimeTheMatrixIsThatOfTheJvm(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget(WIDGET);
      ContrastiveTrainer trainer =
          trainer(Notebook.CAPTIONS, WidgetCatalogue.get(WIDGET).defaults());
      awaitMatrix(section, trainer);
      for (int step = 1; step <= 3; step++) {
        trainer.step();
        button(visit, "one").click();
        visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, Map.of(), step));
        awaitMatrix(section, trainer);
      }
      button(visit, "again").click();
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, Map.of(), 0));
      assertThat(button(visit, "again")).isDisabled();
    }
  }

  private static void awaitMatrix(Locator section, ContrastiveTrainer trainer) {
    List<String> cells = new ArrayList<>();
    for (double[] row : trainer.matrix()) {
      for (double cosine : row) {
        cells.add(Numbers.fixed(cosine, 2));
      }
    }
    assertThat(section.locator(".training-matrix tbody td")).hasText(cells.toArray(String[]::new));
  }

  @Test
  void pausesAndGoesOn() {
    Map<String, String> values = Map.of("steps", "1000", "pairs", "24");
    try (Visit visit = Visit.to(Way.HTTP, PAGE)) {
      visit.widget(WIDGET);
      change(visit, values);
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, values, 0));
      button(visit, "start").click();
      Locator live = visit.find("#" + WIDGET + " .training-live");
      assertThat(live).not().hasAttribute("data-step", "0");
      button(visit, "pause").click();
      // What was asked for already still comes, then nothing more.
      visit.page().waitForTimeout(200);
      String paused = live.getAttribute("data-step");
      visit.page().waitForTimeout(200);
      assertEquals(paused, live.getAttribute("data-step"));
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, values, Integer.parseInt(paused)));
      visit.set(WIDGET, "seed", "3");
      Map<String, String> other = new LinkedHashMap<>(values);
      other.put("seed", "3");
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, other, 0));
    }
  }

  @Test
  void theLearnersOwnCaptionsAreTrained() {
    Map<String, String> captions = new LinkedHashMap<>(Notebook.CAPTIONS);
    captions.put("cat", "un gato hecho de cuadrados");
    Map<String, String> values = Map.of("pairs", "3", "steps", "10");
    try (Visit visit = Visit.to(Way.HTTP, PAGE)) {
      visit.set("caption-editor", "caption-cat", captions.get("cat"));
      visit.widget(WIDGET);
      change(visit, values);
      visit.awaitResult(WIDGET, told(captions, values, 0));
      button(visit, "start").click();
      visit.awaitResult(WIDGET, told(captions, values, 10));
      assertThat(visit.widget(WIDGET).locator(".training-matrix tbody th").nth(1))
          .containsText(captions.get("cat"));
    }
  }

  @Test
  void withReducedMotionFewPicturesLeadToTheSameEnd() {
    try (Visit visit =
        Visit.to(Way.HTTP, PAGE, profile -> profile.setReducedMotion(ReducedMotion.REDUCE))) {
      visit.widget(WIDGET);
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, Map.of(), 0));
      visit
          .page()
          .evaluate(
              "id => { const live = document.querySelector(`#${id} .training-live`);"
                  + " window.shown = 0; new MutationObserver(() => window.shown++)"
                  + ".observe(live, {attributes: true, attributeFilter: ['data-step']}); }",
              WIDGET);
      button(visit, "start").click();
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, Map.of(), 200));
      int shown = (Integer) visit.page().evaluate("window.shown");
      assertFalse(shown > 8, shown + " pictures of the training");
    }
  }

  @Test
  void aWorkerThatIsGoneIsSaidAndStartedAnew() {
    try (Visit visit = Visit.to(Way.HTTP, PAGE)) {
      Locator section = visit.widget(WIDGET);
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, Map.of(), 0));
      Worker worker =
          visit.page().workers().stream()
              .filter(one -> one.url().contains("worker.js"))
              .findFirst()
              .orElseThrow();
      worker.evaluate("setTimeout(() => self.close(), 0)");
      assertThat(section.locator("> .widget-error")).isVisible();
      button(visit, "start").click();
      assertThat(section.locator("> .widget-error")).isHidden();
      button(visit, "one").click();
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, Map.of(), 1));
    }
  }

  @Test
  void paperShowsAWholeTrainingWhereNoneWasBegun() {
    try (Visit visit = Visit.to(Way.HTTP, PAGE)) {
      Locator section = visit.widget(WIDGET);
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, Map.of(), 0));
      assertThat(section.locator(".paper-only")).isHidden();
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(section.locator(".training-live")).isHidden();
      assertThat(section.locator(".paper-only"))
          .containsText(told(Notebook.CAPTIONS, Map.of(), 200));
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      button(visit, "one").click();
      visit.awaitResult(WIDGET, told(Notebook.CAPTIONS, Map.of(), 1));
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(section.locator(".training-live")).isVisible();
      assertThat(section.locator(".paper-only")).isHidden();
    }
  }
}
