package mirador.concepts.vqa;

import java.util.ArrayList;
import java.util.List;

/** The rules in the order in which they are tried; the first that applies answers. */
public enum VqaRule {
  /** «what» together with «see», «image» or «picture»: the scene. */
  SCENE(List.of("what"), List.of("see", "image", "picture")),
  /** «animal»: yes or no, by the dominant topic. */
  ANIMAL(List.of(), List.of("animal")),
  /** «weather» or «snow»: the weather. */
  WEATHER(List.of(), List.of("weather", "snow")),
  /** «objects» or «things»: the list of objects. */
  OBJECTS(List.of(), List.of("objects", "things")),
  /** «car»: whether a car is among the objects. */
  CAR(List.of(), List.of("car")),
  /** No rule applies: asks for another question. */
  FALLBACK(List.of(), List.of());

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> required;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> alternatives;

  VqaRule(List<String> required, List<String> alternatives) {
    this.required = required;
    this.alternatives = alternatives;
  }

  /** Words that must all occur. */
  public List<String> required() {
    return required;
  }

  /** Words of which one must occur; none are asked for when empty. */
  public List<String> alternatives() {
    return alternatives;
  }

  /** The rule's words that occur inside the question (lower case), alternatives after required. */
  List<String> matched(String question) {
    List<String> matched = new ArrayList<>();
    for (List<String> words : List.of(required, alternatives)) {
      for (String word : words) {
        if (question.contains(word)) {
          matched.add(word);
        }
      }
    }
    return matched;
  }

  boolean applies(String question) {
    List<String> matched = matched(question);
    return matched.containsAll(required)
        && (alternatives.isEmpty() || matched.size() > required.size());
  }
}
