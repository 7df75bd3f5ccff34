package mirador.training.scenes;

import java.awt.Color;

/** Arithmetic on colours; every result is opaque unless {@link #fade} made it otherwise. */
final class Tint {
  private Tint() {}

  /** Returns the colour written as 0xRRGGBB. */
  static Color of(int rgb) {
    return new Color(rgb);
  }

  /**
   * Returns the colour {@code share} of the way from {@code from} to {@code to}; alpha included.
   */
  static Color mix(Color from, Color to, double share) {
    return new Color(
        step(from.getRed(), to.getRed(), share),
        step(from.getGreen(), to.getGreen(), share),
        step(from.getBlue(), to.getBlue(), share),
        step(from.getAlpha(), to.getAlpha(), share));
  }

  /** Returns the colour with the given opacity in [0, 1]. */
  static Color fade(Color colour, double opacity) {
    return new Color(
        colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
  }

  private static int step(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
