package mirador.concepts.text;

/** Letters one by one, without the tables of a locale. */
public final class Letters {
  private static final String ACCENTED = "áàâäãåéèêëíìîïóòôöõúùûüñçý";
  private static final String BARE = "aaaaaaeeeeiiiiooooouuuuncy";

  private Letters() {}

  /**
   * A text in small letters and without the accents of Latin scripts, for an order or a comparison:
   * «Ángel Núñez» as «angel nunez».
   */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char small = lower(text.charAt(i));
      int at = ACCENTED.indexOf(small);
      plain.append(at < 0 ? small : BARE.charAt(at));
    }
    return plain.toString();
  }

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
