package mirador.training.scenes;

import java.util.Optional;

/**
 * What a picture is of.
 *
 * <p>A subject is drawn in its own coordinates: the origin is where it touches the ground, x grows
 * to the right and y downwards, so that everything above the ground has a negative y. It looks to
 * the right.
 */
interface Subject extends Named {
  /** How wide it is, in its own units. */
  double width();

  /** Draws it in the tones of its colour. */
  void draw(Brush brush, Tones coat, Light light);

  /** The same subject as hand-set pixels, where somebody has set them; styles may prefer it. */
  default Optional<Sprite> sprite() {
    return Optional.empty();
  }
}
