package mirador.concepts.vqa;

import mirador.concepts.text.PythonText;

/** Answers by the first rule whose words occur inside the question: "careful" asks for a car. */
public final class RuleBasedVqa {
  private RuleBasedVqa() {}

  /** The answer about one of the notebook's pictures. */
  public static VqaAnswer answer(String picture, String question) {
    return answer(VisualFacts.of(picture), question);
  }

  /** The answer that the facts and the first rule that applies give. */
  public static VqaAnswer answer(VisualFacts facts, String question) {
    String asked = PythonText.strip(PythonText.lower(question));
    for (VqaRule rule : VqaRule.values()) {
      if (rule.applies(asked)) {
        return new VqaAnswer(text(facts, rule), rule, rule.matched(asked));
      }
    }
    throw new AssertionError("the fallback applies to every question");
  }

  private static String text(VisualFacts facts, VqaRule rule) {
    return switch (rule) {
      case SCENE -> facts.scene();
      case ANIMAL -> facts.dominantTopic().equals("animal") ? "Yes." : "No.";
      case WEATHER -> "Weather/scene condition: " + facts.weather() + ".";
      case OBJECTS -> "I can identify: " + String.join(", ", facts.objects()) + ".";
      case CAR ->
          facts.objects().contains("car") ? "Yes, there is a car." : "No, I do not see a car.";
      case FALLBACK -> "I need a more specific question (what, objects, weather, animal, car).";
    };
  }
}
