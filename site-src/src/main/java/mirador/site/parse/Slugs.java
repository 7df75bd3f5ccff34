package mirador.site.parse;

import java.text.Normalizer;
import java.util.Locale;

/** Addresses made of Spanish words. */
public final class Slugs {
  private static final int MAX_LENGTH = 60;

  private Slugs() {}

  /** {@code «¿Qué es un patch?»} as {@code que-es-un-patch}: no accents, at most 60 letters. */
  public static String of(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    if (plain.length() <= MAX_LENGTH) {
      return plain;
    }
    int cut = plain.lastIndexOf('-', MAX_LENGTH);
    return plain.substring(0, cut > 0 ? cut : MAX_LENGTH);
  }
}
