package mirador.training.scenes;

/** Anything that a specification calls by a word. */
interface Named {
  /** The word for it: lower case, without blanks, unique among its kind. */
  String word();
}
