package mirador.training.language;

import java.util.List;

/**
 * A word that agrees with its noun in gender and number.
 *
 * @param forms masculine, feminine, masculine plural, feminine plural
 */
record Adjective(List<String> forms) {
  private static final String VOWELS = "aeiou";

  Adjective {
    forms = List.copyOf(forms);
  }

  /** A word that never changes, as all of them in English. */
  static Adjective fixed(String word) {
    return new Adjective(List.of(word, word, word, word));
  }

  /**
   * A Spanish adjective from its masculine: {@code rojo, roja, rojos, rojas}; {@code verde,
   * verdes}; {@code azul, azules}; {@code marrón, marrones}; {@code gris, grises}; {@code naranja,
   * naranjas}.
   */
  static Adjective spanish(String masculine) {
    if (masculine.endsWith("o")) {
      String stem = masculine.substring(0, masculine.length() - 1);
      return new Adjective(List.of(masculine, stem + "a", masculine + "s", stem + "as"));
    }
    return new Adjective(List.of(masculine, masculine, plural(masculine), plural(masculine)));
  }

  private static String plural(String word) {
    int last = word.length() - 1;
    if (VOWELS.indexOf(word.charAt(last)) >= 0) {
      return word + "s";
    }
    if (word.endsWith("z")) {
      return word.substring(0, last) + "ces";
    }
    return word.replace("ón", "on") + "es"; // the stress of marrón stays where it was
  }

  /** The form that goes with a noun. */
  String form(Noun noun, int count) {
    return forms.get((count == 1 ? 0 : 2) + (noun.feminine() ? 1 : 0));
  }
}
