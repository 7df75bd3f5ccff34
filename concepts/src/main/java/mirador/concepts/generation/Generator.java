package mirador.concepts.generation;

import java.util.List;

/**
 * Goes on writing where prompts end. The prompts' tokens are not known here: the repetition penalty
 * sees the token that begins every text and what was written, as in Hugging Face's {@code
 * generate()} when a model is given embeddings.
 */
public final class Generator {
  private final LanguageModel model;
  private final GenerationSettings settings;
  private final int begin;
  private final int end;

  /**
   * @param begin id of the token that begins a text
   * @param end id of the token that ends it
   */
  public Generator(LanguageModel model, GenerationSettings settings, int begin, int end) {
    this.model = model;
    this.settings = settings;
    this.begin = begin;
    this.end = end;
  }

  /**
   * Writes one text for each prompt; to be called once, since the model remembers.
   *
   * @throws mirador.concepts.inference.InferenceException when the model fails or what it gives are
   *     no numbers
   */
  public List<Generated> generate(GenerationListener listener) {
    int[] limits = new int[model.prompts()];
    for (int prompt = 0; prompt < limits.length; prompt++) {
      limits[prompt] = Math.min(settings.maxNewTokens(), model.room(prompt));
    }
    return settings.beams() == 1
        ? new SingleSearch(model, settings, begin, end, limits, listener).run()
        : new BeamSearch(model, settings, begin, end, limits, listener).run();
  }
}
