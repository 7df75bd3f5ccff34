package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.Notebook;
import mirador.concepts.text.Messages;
import mirador.concepts.text.PythonText;
import mirador.concepts.vqa.VisualFacts;
import mirador.concepts.vqa.VqaAnswer;
import mirador.concepts.vqa.VqaRule;

/** How every VQA widget speaks of the rules, the facts they read and the sample questions. */
public final class VqaRuleWords {
  private VqaRuleWords() {}

  /** One line of a picture's facts: the field as the notebook names it and what stands there. */
  public record Fact(String field, String value) {}

  /** «regla 5, auto»; the fallback has no number. */
  public static String name(Messages messages, VqaRule rule) {
    String title = messages.get(key(rule));
    return rule == VqaRule.FALLBACK
        ? title
        : messages.get("vqa.rule", List.of(VqaRule.values()).indexOf(rule) + 1, title);
  }

  /** «auto»: the rule's name without its number. */
  public static String title(Messages messages, VqaRule rule) {
    return messages.get(key(rule));
  }

  /** What the question must contain for the rule to apply. */
  public static String condition(Messages messages, VqaRule rule) {
    return messages.get(key(rule) + ".condition");
  }

  /** What the rule answers with. */
  public static String answers(Messages messages, VqaRule rule) {
    return messages.get(key(rule) + ".answers");
  }

  /** The field that the rule reads, empty for the fallback. */
  public static String field(VqaRule rule) {
    return switch (rule) {
      case SCENE -> "scene";
      case ANIMAL -> "dominant_topic";
      case WEATHER -> "weather";
      case OBJECTS, CAR -> "objects";
      case FALLBACK -> "";
    };
  }

  /** All that is written down about a picture, in the order of the notebook. */
  public static List<Fact> facts(VisualFacts facts) {
    return List.of(
        new Fact("objects", String.join(", ", facts.objects())),
        new Fact("scene", facts.scene()),
        new Fact("weather", facts.weather()),
        new Fact("dominant_topic", facts.dominantTopic()));
  }

  /** Why the answer came out: the rule, the words it found, the field it read. */
  public static String why(Messages messages, VqaAnswer answer) {
    if (answer.rule() == VqaRule.FALLBACK) {
      return messages.get("vqa.why.fallback");
    }
    return messages.get(
        "vqa.why",
        name(messages, answer.rule()),
        quoted(messages, answer.matched()),
        field(answer.rule()));
  }

  /** The translation of a sample question; empty for any other question. */
  public static String gloss(Messages messages, String question) {
    int index = Notebook.SAMPLE_QUESTIONS.indexOf(question);
    return index < 0 ? "" : messages.get("vqa.gloss." + (index + 1));
  }

  private static String quoted(Messages messages, List<String> words) {
    List<String> quoted = new ArrayList<>();
    for (String word : words) {
      quoted.add(messages.get("quoted", word));
    }
    int last = quoted.size() - 1;
    return last == 0
        ? quoted.get(0)
        : messages.get("list.and", String.join(", ", quoted.subList(0, last)), quoted.get(last));
  }

  private static String key(VqaRule rule) {
    return "vqa.rule." + PythonText.lower(rule.name());
  }
}
