package mirador.concepts.colour;

/**
 * Cividis, a sequential scale from dark blue to yellow whose steps look alike with and without
 * colour blindness (Nuñez, Anderton and Renslow, PLOS ONE, 2018): 21 of its colours at equal
 * distances, the rest between them in straight lines. The style sheet's classes {@code heat-0} to
 * {@code heat-20} are the same 21.
 */
public final class ColourScale {
  private static final int[] STOPS = {
    0x002051, 0x002962, 0x0a326a, 0x193b6d, 0x2b446e, 0x3c4d6e, 0x4d566d, 0x5c5f6e, 0x696970,
    0x747272, 0x7f7c75, 0x8a8577, 0x948f78, 0xa09978, 0xada476, 0xbbaf71, 0xcaba6a, 0xdac561,
    0xead156, 0xf6dd4c, 0xfdea45
  };

  private ColourScale() {}

  /** The colour at {@code t}; what is below 0 or above 1 takes the colour of the end. */
  public static Rgb cividis(double t) {
    double place = place(t);
    int below = (int) Math.min(STOPS.length - 2, Math.floor(place));
    double share = place - below;
    return new Rgb(between(below, share, 16), between(below, share, 8), between(below, share, 0));
  }

  /** The nearest of the 21 colours, 0 to 20: the number of its class in the style sheet. */
  public static int step(double t) {
    return (int) Math.round(place(t));
  }

  private static double place(double t) {
    return Math.max(0, Math.min(1, t)) * (STOPS.length - 1);
  }

  private static int between(int below, double share, int shift) {
    int from = STOPS[below] >> shift & 0xff;
    int to = STOPS[below + 1] >> shift & 0xff;
    return (int) Math.round(from + share * (to - from));
  }
}
