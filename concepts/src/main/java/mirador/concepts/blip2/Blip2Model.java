package mirador.concepts.blip2;

import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.image.Picture;

/**
 * BLIP-2 from a picture to a text (Li et al., "BLIP-2: Bootstrapping Language-Image Pre-training
 * with Frozen Image Encoders and Large Language Models", 2023).
 *
 * <p>All methods throw {@link mirador.concepts.inference.InferenceException} when the runtime fails
 * or a graph does not give what is asked for.
 */
public final class Blip2Model {
  private final Blip2Vision vision;
  private final Blip2Language language;

  public Blip2Model(Blip2Vision vision, Blip2Language language) {
    this.vision = vision;
    this.language = language;
  }

  public Blip2Vision vision() {
    return vision;
  }

  public Blip2Language language() {
    return language;
  }

  /** Describes a picture. */
  public Answer caption(Picture picture, GenerationSettings settings, GenerationListener listener) {
    return language.caption(vision.look(picture).projected(), settings, listener);
  }

  /**
   * Answers a question about a picture.
   *
   * @throws IllegalArgumentException when the question is empty or longer than the model reads
   */
  public Answer answer(
      Picture picture, String question, GenerationSettings settings, GenerationListener listener) {
    return answer(picture, Dialogue.EMPTY.ask(question), settings, listener);
  }

  /**
   * Answers the open question of a dialogue about a picture.
   *
   * @throws IllegalArgumentException when the question alone is longer than the model reads
   * @throws IllegalStateException when no question is open
   */
  public Answer answer(
      Picture picture,
      Dialogue dialogue,
      GenerationSettings settings,
      GenerationListener listener) {
    return language.answer(vision.look(picture).projected(), dialogue, settings, listener);
  }
}
