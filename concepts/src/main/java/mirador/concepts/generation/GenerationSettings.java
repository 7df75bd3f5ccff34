package mirador.concepts.generation;

/**
 * How a text is written.
 *
 * @param maxNewTokens most tokens that are added, the one that ends the text included; 1 or more
 * @param beams texts that are followed beside each other; 1 is greedy search, or sampling
 * @param lengthPenalty a text's score is its sum of log probabilities divided by its length to this
 *     power: above 0 favours long texts, below 0 short ones
 * @param earlyStopping whether beam search ends with as many finished texts as it has beams;
 *     otherwise it ends when no open text can become better than they are
 * @param repetitionPenalty makes what has been written less likely when above 1 (Keskar et al.,
 *     "CTRL", 2019, section 4.1); 1 changes nothing
 * @param temperature of sampling: logits are divided by it; 0 draws no lots
 * @param topP lots are drawn among the likeliest tokens that together have this probability
 *     (Holtzman et al., "The Curious Case of Neural Text Degeneration", 2020, section 3.1); 1 is
 *     all of them
 * @param seed of the lots: the same one gives the same text
 */
public record GenerationSettings(
    int maxNewTokens,
    int beams,
    double lengthPenalty,
    boolean earlyStopping,
    double repetitionPenalty,
    double temperature,
    double topP,
    long seed) {
  /**
   * Checked settings.
   *
   * @throws IllegalArgumentException when a number is out of its range, or lots are to be drawn
   *     with several beams; says which
   */
  public GenerationSettings {
    require(maxNewTokens >= 1, "maxNewTokens must be 1 or more: " + maxNewTokens);
    require(beams >= 1, "beams must be 1 or more: " + beams);
    require(Double.isFinite(lengthPenalty), "lengthPenalty must be a number: " + lengthPenalty);
    require(
        repetitionPenalty > 0 && Double.isFinite(repetitionPenalty),
        "repetitionPenalty must be above 0: " + repetitionPenalty);
    require(
        temperature >= 0 && Double.isFinite(temperature),
        "temperature must be 0 or more: " + temperature);
    require(topP > 0 && topP <= 1, "topP must be above 0 and at most 1: " + topP);
    require(
        beams == 1 || temperature == 0,
        "sampling follows one text: with "
            + beams
            + " beams the temperature must be 0, not "
            + temperature);
  }

  /** Always the likeliest token. */
  public static GenerationSettings greedy(int maxNewTokens) {
    return new GenerationSettings(maxNewTokens, 1, 1, false, 1, 0, 1, 0);
  }

  /** The same with another number of beams. */
  public GenerationSettings withBeams(int count) {
    return new GenerationSettings(
        maxNewTokens,
        count,
        lengthPenalty,
        earlyStopping,
        repetitionPenalty,
        temperature,
        topP,
        seed);
  }

  /** The same with another length penalty. */
  public GenerationSettings withLengthPenalty(double penalty) {
    return new GenerationSettings(
        maxNewTokens, beams, penalty, earlyStopping, repetitionPenalty, temperature, topP, seed);
  }

  /** The same, ending with enough finished texts or not. */
  public GenerationSettings withEarlyStopping(boolean early) {
    return new GenerationSettings(
        maxNewTokens, beams, lengthPenalty, early, repetitionPenalty, temperature, topP, seed);
  }

  /** The same with another repetition penalty. */
  public GenerationSettings withRepetitionPenalty(double penalty) {
    return new GenerationSettings(
        maxNewTokens, beams, lengthPenalty, earlyStopping, penalty, temperature, topP, seed);
  }

  /** The same with lots, by one beam. */
  public GenerationSettings sampling(double newTemperature, double newTopP, long newSeed) {
    return new GenerationSettings(
        maxNewTokens,
        1,
        lengthPenalty,
        earlyStopping,
        repetitionPenalty,
        newTemperature,
        newTopP,
        newSeed);
  }

  /** Whether tokens are drawn by lot. */
  public boolean isSampling() {
    return temperature > 0;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
