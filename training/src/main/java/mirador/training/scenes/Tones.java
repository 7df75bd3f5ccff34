package mirador.training.scenes;

import java.awt.Color;

/**
 * The few tones in which one colour is painted, from the lit side to the contour.
 *
 * <p>Shadows lean to violet and lights to cream: a shape shaded with black and white only looks
 * dirty.
 */
record Tones(Color light, Color base, Color dark, Color deep) {
  private static final Color SHADOW = Tint.of(0x2A1440);
  private static final Color GLEAM = Tint.of(0xFFF3DC);

  static Tones of(Color base) {
    return new Tones(
        Tint.mix(base, GLEAM, 0.34),
        base,
        Tint.mix(base, SHADOW, 0.28),
        Tint.mix(base, SHADOW, 0.62));
  }
}
