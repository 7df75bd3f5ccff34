package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.QuestionDesignWords;
import mirador.concepts.explain.VqaChatWords;
import mirador.concepts.explain.VqaRuleWords;
import mirador.concepts.explain.VqaTableWords;
import mirador.concepts.text.Messages;
import mirador.concepts.vqa.RuleBasedVqa;
import mirador.concepts.vqa.VqaAnswer;
import mirador.concepts.vqa.VqaRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lesson 3: what its widgets do beyond what all do. */
final class VqaLessonTest {
  private static final Messages MESSAGES = Texts.SPANISH;
  private static final String PAGE = "03-vqa.html";

  @ParameterizedTest
  @EnumSource(Way.class)
  void theChatTellsWhichRuleFired(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Map<String, String> names = visit.pictureNames();
      Locator section = visit.widget("vqa-chat");
      Locator turns = section.locator(".chat-turn");
      Locator chips = section.locator(".chips button");
      assertEquals(Notebook.SAMPLE_QUESTIONS.size(), chips.count());
      for (int i = 0; i < Notebook.SAMPLE_QUESTIONS.size(); i++) {
        chips.nth(i).click();
        VqaAnswer answer = RuleBasedVqa.answer("car", Notebook.SAMPLE_QUESTIONS.get(i));
        visit.awaitResult("vqa-chat", VqaChatWords.result(MESSAGES, names.get("car"), answer));
        assertThat(turns).hasCount(i + 1);
        assertEquals(answer.text(), turns.last().locator(".chat-answer").textContent());
        int fired = List.of(VqaRule.values()).indexOf(answer.rule());
        assertThat(section.locator(".rule-list > li").nth(fired))
            .hasClass(Pattern.compile("rule-fired"));
        assertThat(section.locator(".rule-fired")).hasCount(1);
        String field = VqaRuleWords.field(answer.rule());
        if (!field.isEmpty()) {
          assertThat(section.locator(".fact-read code")).hasText(field);
        }
      }
      // Another picture under the same question asks by itself.
      visit.set("vqa-chat", "image", "puppy");
      visit.awaitResult(
          "vqa-chat",
          VqaChatWords.result(
              MESSAGES,
              names.get("puppy"),
              RuleBasedVqa.answer("puppy", Notebook.SAMPLE_QUESTIONS.get(4))));
      Locator box = visit.control("vqa-chat", "box");
      box.fill("Is there a scary car?");
      visit.button(section, MESSAGES.get("vqa-chat.send")).click();
      assertThat(box).hasValue("");
      assertTrue(turns.last().locator("mark").count() > 0, "the trigger is marked");
      visit.button(section, MESSAGES.get("vqa-chat.clear")).click();
      assertThat(turns).hasCount(0);
      visit.awaitResult("vqa-chat", VqaChatWords.waiting(MESSAGES, names.get("puppy")));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void everyAnswerOfTheTableExplainsItself(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Map<String, String> names = visit.pictureNames();
      Locator section = visit.widget("vqa-table");
      Locator buttons = section.locator("button.vqa-cell");
      assertEquals(15, buttons.count());
      for (int i = 0; i < 15; i++) {
        String question = Notebook.SAMPLE_QUESTIONS.get(i / 3);
        String picture = Notebook.PICTURES.get(i % 3);
        VqaAnswer answer = RuleBasedVqa.answer(picture, question);
        assertThat(buttons.nth(i).locator(".cell-answer")).hasText(answer.text());
        buttons.nth(i).press("Enter");
        visit.awaitResult(
            "vqa-table", VqaTableWords.cell(MESSAGES, question, names.get(picture), answer));
        assertThat(buttons.nth(i)).hasAttribute("aria-pressed", "true");
        assertThat(section.locator(".cell-explained")).isVisible();
      }
      assertThat(section.locator("[aria-pressed=true]")).hasCount(1);
      visit.button(section, MESSAGES.get("frame.reset")).click();
      assertThat(section.locator(".cell-explained")).isHidden();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void designedQuestionsAreAnsweredAndKept(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("question-design");
      String known = "What do you see?";
      visit.control("question-design", "car-descriptive").fill(known);
      visit.control("question-design", "puppy-inferential").fill("Why is it happy?");
      visit.control("question-design", "cat-comment").fill("No entienden «por qué».");
      visit.awaitResult("question-design", QuestionDesignWords.result(MESSAGES, 2, 1));
      assertThat(section.locator(".design-text:visible").first())
          .hasText(RuleBasedVqa.answer("car", known).text());
      visit.page().reload();
      visit.awaitResult("question-design", QuestionDesignWords.result(MESSAGES, 2, 1));
      assertThat(visit.control("question-design", "cat-comment"))
          .hasValue("No entienden «por qué».");
      visit.open("respuestas.html");
      assertThat(visit.widget("answer-collection")).containsText(known);
      visit.open(PAGE);
      visit.button(visit.widget("question-design"), MESSAGES.get("frame.reset")).click();
      visit.awaitResult("question-design", QuestionDesignWords.result(MESSAGES, 0, 0));
    }
  }
}
