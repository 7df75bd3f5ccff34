package mirador.training.scenes;

import java.awt.Color;

/**
 * What a sky does to the things under it.
 *
 * @param ambient the colour that everything leans to
 * @param strength how far it leans, in [0, 1]
 * @param haze the colour that distance fades into
 * @param gleam the colour of a lit edge
 * @param sunX where sun or moon stands
 * @param sunY its height
 * @param snow whether snow lies on everything
 * @param lampsOn whether it is dark enough for lamps
 */
record Light(
    Color ambient,
    double strength,
    Color haze,
    Color gleam,
    double sunX,
    double sunY,
    boolean snow,
    boolean lampsOn) {

  /** The colour of a near thing under this light. */
  Color on(Color colour) {
    return Tint.mix(colour, ambient, strength);
  }

  /** The colour of a thing some way off; 0 is near, 1 is lost in the haze. */
  Color far(Color colour, double distance) {
    return Tint.mix(on(colour), haze, distance);
  }

  /**
   * The tones of a subject. They lean less than the surroundings do: the subject has to keep the
   * colour it was asked for.
   */
  Tones on(Tones tones) {
    double share = strength * 0.2;
    return new Tones(
        Tint.mix(tones.light(), ambient, share),
        Tint.mix(tones.base(), ambient, share),
        Tint.mix(tones.dark(), ambient, share),
        Tint.mix(tones.deep(), ambient, share));
  }
}
