package mirador.concepts.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LotsTest {
  private static final int DRAWS = 20_000;
  private static final double[] PROBABILITIES = {0.1, 0.4, 0.05, 0.25, 0.2};

  /** Of a chi-square with four degrees of freedom only one in 100 000 is greater. */
  private static final double UNLIKELY = 28.5;

  @Test
  void theLikeliestTokensAreKeptUntilTheyReachTopP() {
    assertKept(0.3, 0, 0.4, 0, 0, 0);
    assertKept(0.4, 0, 0.4, 0, 0, 0); // reached: no other one is needed
    assertKept(0.41, 0, 0.4, 0, 0.25, 0);
    assertKept(0.7, 0, 0.4, 0, 0.25, 0.2);
    assertKept(0.9, 0.1, 0.4, 0, 0.25, 0.2);
    assertKept(1, PROBABILITIES);
    assertKept(1e-9, 0, 0.4, 0, 0, 0); // one at least
  }

  private static void assertKept(double topP, double... expected) {
    assertArrayEquals(expected, Lots.likeliest(PROBABILITIES, topP), "top-p " + topP);
  }

  @Test
  void ofEquallyLikelyTokensTheFirstAreKept() {
    double[] equal = {0.1, 0.3, 0.3, 0.3};
    assertArrayEquals(new double[] {0, 0.3, 0, 0}, Lots.likeliest(equal, 0.3));
    assertArrayEquals(new double[] {0, 0.3, 0.3, 0}, Lots.likeliest(equal, 0.5));
  }

  @Test
  void lotsFollowTheProbabilities() {
    assertFollows(GenerationSettings.greedy(1).sampling(1, 1, 1), PROBABILITIES);
  }

  @Test
  void aTemperatureSharpensOrFlattens() {
    // p^(1/T), divided by the sum
    assertFollows(GenerationSettings.greedy(1).sampling(0.5, 1, 2), powers(2));
    assertFollows(GenerationSettings.greedy(1).sampling(2, 1, 3), powers(0.5));
  }

  @Test
  void whatTopPCutsIsSharedByTheRest() {
    assertFollows(
        GenerationSettings.greedy(1).sampling(1, 0.7, 4),
        0,
        0.4 / 0.85,
        0,
        0.25 / 0.85,
        0.2 / 0.85);
  }

  @Test
  void theTemperatureComesBeforeTopP() {
    // At temperature 0.5 token 1 has 0.16 / 0.275 = 0.58 of all, so that it alone reaches 0.5.
    assertFollows(GenerationSettings.greedy(1).sampling(0.5, 0.5, 5), 0, 1, 0, 0, 0);
  }

  private static double[] powers(double exponent) {
    double[] powers = new double[PROBABILITIES.length];
    double sum = 0;
    for (double probability : PROBABILITIES) {
      sum += Math.pow(probability, exponent);
    }
    for (int i = 0; i < powers.length; i++) {
      powers[i] = Math.pow(PROBABILITIES[i], exponent) / sum;
    }
    return powers;
  }

  private static void assertFollows(GenerationSettings settings, double... expected) {
    double[] logits = new double[PROBABILITIES.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = Math.log(PROBABILITIES[i]) + 7; // logits need not be logarithms
    }
    Lots lots = new Lots(settings, 0);
    int[] counts = new int[logits.length];
    for (int draw = 0; draw < DRAWS; draw++) {
      counts[lots.draw(logits)]++;
    }
    double chiSquare = 0;
    for (int i = 0; i < counts.length; i++) {
      if (expected[i] == 0) {
        assertEquals(0, counts[i], "token " + i);
      } else {
        double mean = DRAWS * expected[i];
        chiSquare += (counts[i] - mean) * (counts[i] - mean) / mean;
      }
    }
    assertTrue(chiSquare < UNLIKELY, "chi-square " + chiSquare);
  }
}
