package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.SettingProblem;
import mirador.concepts.course.SettingSpec;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.Words;

/** Says which value of an address could not be used, and what is allowed. */
public final class SettingProblemWords {
  private static final int VALUE = 60; // characters of the value inside the sentence

  private SettingProblemWords() {}

  /** One sentence: which setting, which value, what is allowed. */
  public static String sentence(Messages messages, SettingProblem problem) {
    String value = Words.shorten(problem.value(), VALUE);
    if (problem.spec().isPresent()) {
      return messages.get(
          "setting.ignored", problem.setting(), value, allowed(messages, problem.spec().get()));
    }
    String unknown = messages.get("setting.unknown", problem.widget(), problem.setting());
    if (problem.suggestion().isEmpty()) {
      return unknown;
    }
    return unknown + " " + messages.get("setting.suggestion", problem.suggestion().get());
  }

  private static String allowed(Messages messages, SettingSpec spec) {
    return switch (spec.type()) {
      case INTEGER -> messages.get("setting.allowed.integer", (int) spec.min(), (int) spec.max());
      case INTEGER_LIST ->
          messages.get("setting.allowed.integers", (int) spec.min(), (int) spec.max());
      case NUMBER_LIST ->
          messages.get(
              "setting.allowed.numbers",
              Numbers.fixed(spec.min(), 0),
              Numbers.fixed(spec.max(), 0));
      case MATRIX -> messages.get("setting.allowed.matrix");
      case CHOICE, PICTURE -> messages.get("setting.allowed.choice", choices(messages, spec));
      case TEXT -> messages.get("setting.allowed.text", (int) spec.max());
    };
  }

  private static String choices(Messages messages, SettingSpec spec) {
    List<String> choices = new ArrayList<>();
    for (String choice : spec.choices()) {
      choices.add(choice.isEmpty() ? messages.get("setting.none") : choice);
    }
    return String.join(", ", choices);
  }
}
