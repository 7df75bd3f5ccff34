package mirador.concepts.cells;

/** What is known of one case. */
public enum Finding {
  /** Right. */
  PASSED,
  /** The program does not define what the case asks for. */
  MISSING,
  /** An error ended it. */
  ERROR,
  /** Nothing was returned, but the right value was printed. */
  PRINTED,
  /** Nothing was returned. */
  NONE,
  /** The right number, with a point where none belongs. */
  FLOAT,
  /** The right value, but as a text. */
  TEXT,
  /** One too much or too little. */
  OFF_BY_ONE,
  /** The right items, the last one first. */
  REVERSED,
  /** The right items in another kind of row. */
  KIND,
  /** Something else that is wrong. */
  WRONG;

  /** Its name in a file of messages: {@code off-by-one}. */
  public String key() {
    StringBuilder key = new StringBuilder();
    for (char c : name().toCharArray()) {
      key.append(c == '_' ? '-' : (char) (c + ('a' - 'A')));
    }
    return key.toString();
  }
}
