package mirador.concepts.generation;

import java.util.Arrays;
import mirador.concepts.audio.SplitMix64;

/**
 * Draws a token by lot: temperature first, then top-p. No other cut is made; Hugging Face's {@code
 * generate()} draws among the 50 likeliest unless it is told {@code top_k=0}.
 */
final class Lots {
  private static final long ROWS_APART = 0x5851f42d4c957f2dL;

  private final SplitMix64 random;
  private final double temperature;
  private final double topP;

  /**
   * Lots of one row. Rows of one seed draw different ones, and row 0 the same whatever the others.
   */
  Lots(GenerationSettings settings, int row) {
    random = new SplitMix64(settings.seed() + row * ROWS_APART);
    temperature = settings.temperature();
    topP = settings.topP();
  }

  /** A token, drawn by the probabilities that these logits give. */
  int draw(double[] logits) {
    double[] scaled = new double[logits.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = logits[i] / temperature;
    }
    double[] probabilities = Distribution.logProbabilities(scaled);
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = Math.exp(probabilities[i]);
    }
    double[] kept = likeliest(probabilities, topP);
    double sum = 0;
    for (double probability : kept) {
      sum += probability;
    }
    double lot = random.nextDouble() * sum;
    int drawn = -1;
    for (int token = 0; token < kept.length && lot >= 0; token++) {
      if (kept[token] > 0) { // so that a rounded sum cannot end beyond what is kept
        drawn = token;
        lot -= kept[token];
      }
    }
    return drawn;
  }

  /**
   * The likeliest tokens that together have at least this probability, as few as possible and one
   * at least; 0 for the others. Of equally likely ones the lower ids are taken.
   *
   * @param probabilities (vocabulary)
   * @return (vocabulary), not divided by their sum
   */
  static double[] likeliest(double[] probabilities, double topP) {
    if (topP >= 1) {
      return probabilities;
    }
    double[] sorted = probabilities.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1; // the least likely that is kept
    double mass = sorted[last];
    int equal = 1; // how many as likely as it are kept
    while (mass < topP && last > 0) {
      last--;
      equal = sorted[last] == sorted[last + 1] ? equal + 1 : 1;
      mass += sorted[last];
    }
    double[] kept = new double[probabilities.length];
    for (int token = 0; token < kept.length; token++) {
      if (probabilities[token] > sorted[last]) {
        kept[token] = probabilities[token];
      } else if (probabilities[token] == sorted[last] && equal > 0) {
        kept[token] = probabilities[token];
        equal--;
      }
    }
    return kept;
  }
}
