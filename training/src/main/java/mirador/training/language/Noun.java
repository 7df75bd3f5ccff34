package mirador.training.language;

/**
 * A name for a subject.
 *
 * @param one singular
 * @param many plural
 * @param feminine its gender; nothing in English agrees with it
 * @param little whether it says by itself that the thing is small, so that "a large little dog" is
 *     never said
 */
record Noun(String one, String many, boolean feminine, boolean little) {
  /** Reads {@code "sports car|sports cars"}; a leading {@code ~} marks a little one. */
  static Noun of(String forms, boolean feminine) {
    boolean little = forms.startsWith("~");
    String plain = little ? forms.substring(1) : forms;
    int cut = plain.indexOf('|');
    return new Noun(plain.substring(0, cut), plain.substring(cut + 1), feminine, little);
  }

  String form(int count) {
    return count == 1 ? one : many;
  }
}
