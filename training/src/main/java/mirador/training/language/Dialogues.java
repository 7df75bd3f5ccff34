package mirador.training.language;

import java.util.Arrays;
import java.util.List;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SplitMix64;

/** Questions that follow each other about one scene. */
public final class Dialogues {
  private Dialogues() {}

  /** Two turns of different kinds; the second may refer back: "And what color is it?". */
  public static List<QuestionAnswer> two(SceneFacts f, Language l, SplitMix64 random) {
    Choices choices = Choices.of(random);
    Kind first = choices.from(List.of(Kind.values()));
    Kind second = choices.from(Arrays.stream(Kind.values()).filter(kind -> kind != first).toList());
    QuestionAnswer opening = Questions.ask(first, f, l, random);
    boolean named = first == Kind.WHAT || first == Kind.COLOUR || first == Kind.WHERE;
    boolean back = named && choices.chance(0.7) && second != Kind.WHAT && second != Kind.IS_THERE;
    return List.of(
        opening,
        back ? Questions.askBack(second, f, l, random) : Questions.ask(second, f, l, random));
  }
}
