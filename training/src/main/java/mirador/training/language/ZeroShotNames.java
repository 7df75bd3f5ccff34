package mirador.training.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Names of classes in sentences, for zero-shot classification (Radford et al. 2021, section 3.1).
 */
public final class ZeroShotNames {
  private ZeroShotNames() {}

  /**
   * The name of a subject as a key word, which says nothing of the number: one prompt.
   *
   * @throws IllegalArgumentException when there is no such subject
   */
  public static List<String> names(String subject, Language l) {
    return List.of(Tongue.of(l).nouns(subject).get(0).one());
  }

  /**
   * The sentences of a subject: its plainest name alone, in a photo, an image, a picture and a
   * drawing.
   *
   * @throws IllegalArgumentException when there is no such subject
   */
  public static List<String> prompts(String subject, Language l) {
    Tongue tongue = Tongue.of(l);
    Noun noun = tongue.nouns(subject).get(0);
    String thing = tongue.counted(tongue.numbers(1, noun).get(0), noun.one());
    List<String> prompts = new ArrayList<>(List.of(thing));
    tongue.heads("any").forEach(head -> prompts.add(head + " " + thing));
    prompts.add(tongue.heads("flat").get(0) + " " + thing);
    return List.copyOf(prompts);
  }
}
