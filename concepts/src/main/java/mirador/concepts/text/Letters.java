package mirador.concepts.text;

/** Letters one by one, without the tables of a locale. */
public final class Letters {
  private Letters() {}

  /**
   * {@link Character#toLowerCase(int)}. What Spanish and English are written with is answered by
   * arithmetic: the tables for all other scripts take a page some time to unpack.
   */
  public static int lower(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 0x20 : codePoint;
    }
    if (codePoint < 0x100) {
      return codePoint >= 0xc0 && codePoint <= 0xde && codePoint != 0xd7
          ? codePoint + 0x20
          : codePoint;
    }
    return Character.toLowerCase(codePoint);
  }

  /** {@link #lower(int)} of a UTF-16 unit. */
  public static char lower(char unit) {
    return (char) lower((int) unit);
  }
}
