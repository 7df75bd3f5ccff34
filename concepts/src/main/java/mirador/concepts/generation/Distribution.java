package mirador.concepts.generation;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.inference.InferenceException;

/** Logits of one step as probabilities, in 64-bit floats. */
final class Distribution {
  private static final int CANDIDATES = 5;

  private Distribution() {}

  /**
   * The logarithm of the softmax.
   *
   * @param logits (vocabulary)
   * @return (vocabulary)
   * @throws InferenceException when a logit is not a number or infinite
   */
  static double[] logProbabilities(double[] logits) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      greatest = Math.max(greatest, logit); // NaN stays
    }
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit - greatest);
    }
    double shift = greatest + Math.log(sum);
    if (!Double.isFinite(shift)) {
      throw new InferenceException(
          "the language model gave logits that are no numbers; its files may be damaged, or its"
              + " weights too coarse for this device");
    }
    double[] logs = new double[logits.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = logits[i] - shift;
    }
    return logs;
  }

  /** The five likeliest tokens, the likeliest first. */
  static List<Candidate> candidates(double[] logProbabilities) {
    Highest highest = new Highest(CANDIDATES);
    for (int token = 0; token < logProbabilities.length; token++) {
      highest.offer(logProbabilities[token], token);
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int rank = 0; rank < highest.size(); rank++) {
      candidates.add(new Candidate(highest.index(rank), Math.exp(highest.value(rank))));
    }
    return candidates;
  }
}
