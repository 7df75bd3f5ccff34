package mirador.concepts.vqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBasedVqaTest {
  @Test
  void namesTheRuleAndItsWords() {
    assertRule("Somewhat see-through car", VqaRule.SCENE, "what", "see");
    assertRule("Which animals do you see?", VqaRule.ANIMAL, "animal");
    assertRule("Is it snowing?", VqaRule.WEATHER, "snow");
    assertRule("name the things", VqaRule.OBJECTS, "things");
    assertRule("careful?", VqaRule.CAR, "car");
    assertRule("what", VqaRule.FALLBACK);
  }

  private static void assertRule(String question, VqaRule rule, String... matched) {
    VqaAnswer answer = RuleBasedVqa.answer("cat", question);
    assertEquals(rule, answer.rule(), question);
    assertEquals(List.of(matched), answer.matched(), question);
  }

  @Test
  void namesTheUnknownPicture() {
    assertThrows(IllegalArgumentException.class, () -> RuleBasedVqa.answer("bird", "what"));
  }
}
