package mirador.concepts.video;

/** Mixing of colours. */
final class Colours {
  private static final String HEX = "0123456789abcdef";

  private Colours() {}

  /** The colour at {@code share} (0 to 1) of the way through evenly spaced colours. */
  static String between(double share, String... colours) {
    double place = Math.max(0, Math.min(1, share)) * (colours.length - 1);
    int first = Math.min((int) place, colours.length - 2);
    StringBuilder out = new StringBuilder("#");
    for (int c = 1; c < 7; c += 2) {
      int from = Integer.parseInt(colours[first].substring(c, c + 2), 16);
      int to = Integer.parseInt(colours[first + 1].substring(c, c + 2), 16);
      int mixed = (int) Math.rint(from + (to - from) * (place - first));
      out.append(HEX.charAt(mixed / 16)).append(HEX.charAt(mixed % 16));
    }
    return out.toString();
  }
}
