package mirador.concepts.generation;

import java.util.ArrayList;
import java.util.List;

/**
 * The best texts that beam search has finished for one prompt, as many as it has beams: {@code
 * BeamHypotheses} of Hugging Face transformers 4.36.
 */
final class FinishedTexts {
  private final GenerationSettings settings;
  private final List<Generated> texts = new ArrayList<>();
  private double worst = Double.POSITIVE_INFINITY;

  FinishedTexts(GenerationSettings settings) {
    this.settings = settings;
  }

  /** Takes a text if it is among the best. */
  void add(List<Integer> tokens, boolean ended, double sum) {
    double score = score(sum, tokens.size());
    if (texts.size() == settings.beams() && !(score > worst)) {
      return;
    }
    texts.add(new Generated(tokens, ended, score));
    if (texts.size() > settings.beams()) {
      texts.remove(worstText());
    }
    worst = texts.get(worstText()).score();
  }

  /**
   * Whether no text that is still open can be better, or shall be.
   *
   * @param greatestSum greatest sum of log probabilities of this step
   * @param length tokens of the texts of this step
   */
  boolean isDone(double greatestSum, int length) {
    return texts.size() == settings.beams()
        && (settings.earlyStopping() || worst >= score(greatestSum, length));
  }

  /** The best one; of equal ones the last. */
  Generated best() {
    Generated best = texts.get(0);
    for (Generated text : texts) {
      if (text.score() >= best.score()) {
        best = text;
      }
    }
    return best;
  }

  private double score(double sum, int length) {
    return sum / Math.pow(length, settings.lengthPenalty());
  }

  /** Of equal ones the first. */
  private int worstText() {
    int at = 0;
    for (int i = 1; i < texts.size(); i++) {
      if (texts.get(i).score() < texts.get(at).score()) {
        at = i;
      }
    }
    return at;
  }
}
