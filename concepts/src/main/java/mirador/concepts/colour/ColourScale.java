package mirador.concepts.colour;

/**
 * Cividis, a sequential scale from dark blue to yellow whose steps look alike with and without
 * colour blindness (Nuñez, Anderton and Renslow, PLOS ONE, 2018): ten of its colours at equal
 * distances, the rest between them in straight lines.
 */
public final class ColourScale {
  private static final int[] STOPS = {
    0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173, 0x8a8678, 0xa59c74, 0xc3b369, 0xe1cc55,
    0xfee838
  };

  private ColourScale() {}

  /** The colour at {@code t}; what is below 0 or above 1 takes the colour of the end. */
  public static Rgb cividis(double t) {
    double place = Math.max(0, Math.min(1, t)) * (STOPS.length - 1);
    int below = (int) Math.min(STOPS.length - 2, Math.floor(place));
    double share = place - below;
    return new Rgb(between(below, share, 16), between(below, share, 8), between(below, share, 0));
  }

  private static int between(int below, double share, int shift) {
    int from = STOPS[below] >> shift & 0xff;
    int to = STOPS[below + 1] >> shift & 0xff;
    return (int) Math.round(from + share * (to - from));
  }
}
