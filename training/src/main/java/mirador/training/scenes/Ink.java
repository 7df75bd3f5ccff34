package mirador.training.scenes;

import java.awt.Color;

/** A colour that is known only when a drawing learns its coat and its light. */
@FunctionalInterface
interface Ink {
  Ink LIGHT = (coat, light) -> coat.light();
  Ink BASE = (coat, light) -> coat.base();
  Ink DARK = (coat, light) -> coat.dark();
  Ink DEEP = (coat, light) -> coat.deep();

  /** The edge that the sky lights. */
  Ink GLEAM = (coat, light) -> light.gleam();

  /** What distance fades into. */
  Ink HAZE = (coat, light) -> light.haze();

  /** The pale companion of the coat: bellies, paws, stripes. */
  Ink CREAM =
      (coat, light) -> light.on(Tones.of(Tint.mix(coat.base(), Tint.of(0xFFF8EC), 0.82))).base();

  Color of(Tones coat, Light light);

  /** The same colour whatever the coat and the light. */
  static Ink always(Color colour) {
    return (coat, light) -> colour;
  }

  /** The colour written as 0xRRGGBB, whatever the coat and the light. */
  static Ink plain(int rgb) {
    return always(Tint.of(rgb));
  }

  /** The colour written as 0xRRGGBB as a near thing shows it under the light. */
  static Ink lit(int rgb) {
    Color colour = Tint.of(rgb);
    return (coat, light) -> light.on(colour);
  }

  /** One ink by day, another when it is dark enough for lamps. */
  static Ink lamp(Ink off, Ink on) {
    return (coat, light) -> (light.lampsOn() ? on : off).of(coat, light);
  }

  /** The ink {@code share} of the way from this one to another. */
  default Ink mix(Ink other, double share) {
    return (coat, light) -> Tint.mix(of(coat, light), other.of(coat, light), share);
  }

  /** This ink with the given opacity in [0, 1]. */
  default Ink fade(double opacity) {
    return (coat, light) -> Tint.fade(of(coat, light), opacity);
  }
}
