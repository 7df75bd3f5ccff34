package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.stream.Stream;
import mirador.browser.BuiltSite.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions, guesses and exercises, each of them in the course. */
final class AnswersTest {
  /** Every lesson by http, one from a disk. */
  static Stream<Arguments> lessons() {
    return Stream.concat(
        BuiltSite.pages().stream()
            .filter(page -> page.equals("index.html") || page.matches("0\\d-.*"))
            .map(page -> Arguments.of(page, Way.HTTP)),
        Stream.of(Arguments.of("01-vit.html", Way.FILE)));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyPredictionSaysWhetherItWasRight(String page, Way way) {
    try (Visit visit = Visit.to(way, page)) {
      for (Locator section : visit.find("[data-prediction]").all()) {
        String id = section.getAttribute("id");
        String right = section.getAttribute("data-answer");
        visit.widget(id);
        visit.awaitResult(id, Texts.SPANISH.get("prediction.empty"));
        Locator why = section.locator("[data-model-answer]");
        assertThat(why).isHidden();
        Locator options = section.locator("[data-options] input");
        List<String> values =
            options.all().stream().map(option -> option.getAttribute("value")).toList();
        assertTrue(values.contains(right), id + " offers its answer");
        String wrong = values.stream().filter(value -> !value.equals(right)).findFirst().get();
        guess(visit, section, options.nth(values.indexOf(wrong)));
        visit.awaitResult(id, Texts.SPANISH.get("prediction.miss", wrong, right));
        assertThat(why).isVisible();
        visit.button(section, Texts.SPANISH.get("frame.reset")).click();
        visit.awaitResult(id, Texts.SPANISH.get("prediction.empty"));
        assertThat(why).isHidden();
        guess(visit, section, options.nth(values.indexOf(right)));
        visit.awaitResult(id, Texts.SPANISH.get("prediction.hit", right));
      }
    }
  }

  private static void guess(Visit visit, Locator section, Locator option) {
    Locator check = visit.button(section, Texts.SPANISH.get("prediction.check"));
    assertThat(check).isDisabled();
    option.check();
    check.click();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyExerciseHelpsAndIsPassed(String page, Way way) {
    try (Visit visit = Visit.to(way, page)) {
      for (Locator section : visit.find("[data-widget=exercise]").all()) {
        String id = section.getAttribute("id");
        visit.widget(id);
        List<Locator> cases = section.locator("[data-case]").all();
        visit.awaitResult(id, Texts.SPANISH.get("exercise.empty", cases.size()));
        Locator solution = section.locator("[data-model-answer]");
        Locator check = visit.button(section, Texts.SPANISH.get("exercise.check"));
        assertThat(solution).isHidden();
        answer(cases.get(0), false);
        check.click();
        Locator verdict = cases.get(0).locator("[data-verdict]");
        String hint = cases.get(0).getAttribute("data-hint");
        assertThat(verdict)
            .hasText(
                hint == null
                    ? Texts.SPANISH.get("exercise.wrong")
                    : Texts.SPANISH.get("exercise.hint", hint));
        assertThat(cases.get(0).locator("[data-input]")).hasAttribute("aria-invalid", "true");
        assertThat(solution).isHidden();
        check.click();
        assertThat(solution).isVisible();
        for (Locator one : cases) {
          answer(one, true);
        }
        check.click();
        visit.awaitResult(id, Texts.SPANISH.get("exercise.all", cases.size()));
        assertThat(verdict).hasText(Texts.SPANISH.get("exercise.right"));
      }
    }
  }

  private static void answer(Locator one, boolean right) {
    Locator input = one.locator("[data-input]");
    String expected = one.getAttribute("data-expected");
    if (input.evaluate("e => e.tagName").equals("SELECT")) {
      String other =
          (String)
              input.evaluate(
                  "(e, expected) => [...e.options].map(o => o.value)"
                      + ".find(v => v && v !== expected)",
                  expected);
      input.selectOption(right ? expected : other);
    } else {
      input.fill(right ? expected : "987");
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void anAnswerIsKeptAndItsModelWaits(Way way) {
    try (Visit visit = Visit.to(way, "01-vit.html")) {
      String id = visit.find("[data-question]").first().getAttribute("id");
      Locator section = visit.widget(id);
      Locator model = section.locator("[data-model-answer]");
      assertThat(model).isHidden();
      section.locator("textarea").fill("Un recorte");
      assertThat(model).isHidden();
      section.locator("textarea").fill("Un recorte cuadrado de la imagen");
      assertThat(model).isVisible();
      visit.awaitResult(id, Texts.SPANISH.get("question.saved", 6));
      model.locator("summary").click();
      section.locator("[data-checklist] input").first().check();
      visit.page().reload();
      visit.awaitResult(id, Texts.SPANISH.get("question.saved", 6));
      assertThat(section.locator("textarea")).hasValue("Un recorte cuadrado de la imagen");
      model.locator("summary").click();
      assertThat(section.locator("[data-checklist] input").first()).isChecked();
      visit.button(section, Texts.SPANISH.get("frame.reset")).click();
      visit.awaitResult(id, Texts.SPANISH.get("question.empty"));
      assertThat(section.locator("textarea")).hasValue("");
    }
  }
}
