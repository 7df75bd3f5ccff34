package mirador.trainer.blip2;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import mirador.trainer.nn.Parameters;
import mirador.trainer.run.Task;

/** What the trainings of BLIP-2 have in common: they learn from scenes and what is said of each. */
abstract class PictureTask implements Task<PictureText> {
  private final Parameters parameters;
  private final Scenes scenes;

  /**
   * What is learnt from.
   *
   * @param texts scenes with their texts
   * @param size how many a step learns from
   * @param tried how many of the validation split are tried out
   * @param manager holds the arrays of a trial
   */
  record Scenes(PictureTexts texts, int size, int tried, NDManager manager) {}

  PictureTask(Parameters parameters, Scenes scenes) {
    this.parameters = parameters;
    this.scenes = scenes;
  }

  @Override
  public final Parameters parameters() {
    return parameters;
  }

  @Override
  public final PictureText batch(int step) {
    return scenes.texts().of(step, scenes.size());
  }

  @Override
  public final Map<String, Double> tryOut() {
    try (NDManager own = scenes.manager().newSubManager()) {
      return tryOut(scenes.texts().validation(scenes.tried()), own);
    }
  }

  /** Tries scenes of the validation split; their loss, if nothing says more. */
  Map<String, Double> tryOut(PictureText validation, NDManager own) {
    return Map.of("validation loss", (double) loss(validation, own).getFloat());
  }
}
