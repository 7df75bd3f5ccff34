package mirador.concepts.generation;

import java.util.List;

/**
 * Makes tokens that were written less likely (Keskar et al., "CTRL: A Conditional Transformer
 * Language Model for Controllable Generation", 2019, section 4.1): scores above 0 are divided by
 * the penalty, others multiplied.
 */
final class RepetitionPenalty {
  private RepetitionPenalty() {}

  /**
   * New scores; each token that was written is penalised once, however often it was.
   *
   * @param scores logits or log probabilities, (vocabulary)
   * @param begin the token before all that was written, penalised too
   */
  static double[] applied(double[] scores, int begin, List<Integer> written, double penalty) {
    double[] changed = scores.clone();
    changed[begin] = penalised(scores[begin], penalty);
    for (int token : written) {
      changed[token] = penalised(scores[token], penalty);
    }
    return changed;
  }

  private static double penalised(double score, double penalty) {
    return score < 0 ? score * penalty : score / penalty;
  }
}
