package mirador.concepts.mllm;

import java.util.List;

/** What a prompt asks for, in the order in which it is looked for. */
public enum Intention {
  DURATION(List.of("duración", "duracion")),
  EVENT(List.of("evento")),
  ANIMAL(List.of("qué animal", "que animal")),
  /** Nothing particular: everything known is listed. */
  DESCRIPTION(List.of());

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> triggers;

  Intention(List<String> triggers) {
    this.triggers = triggers;
  }

  /** Texts of which one must occur inside the prompt; none are asked for when empty. */
  public List<String> triggers() {
    return triggers;
  }

  /** The first intention with a trigger inside the prompt (lower case). */
  static Intention of(String prompt) {
    for (Intention intention : values()) {
      for (String trigger : intention.triggers) {
        if (prompt.contains(trigger)) {
          return intention;
        }
      }
    }
    return DESCRIPTION;
  }
}
