package mirador.training.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Algorithm 1 of Sennrich et al. (2016): count the pairs of neighbours, merge the most frequent one
 * everywhere, and again. Plain counting from the beginning each time: the texts of the course have
 * some hundred different words.
 */
final class PairMerges {
  /** Two neighbours; of equally frequent ones the first in this order is merged. */
  record Pair(String left, String right) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byLeft = left.compareTo(other.left);
      return byLeft != 0 ? byLeft : right.compareTo(other.right);
    }

    String merged() {
      return left + right;
    }
  }

  private PairMerges() {}

  /**
   * The merges in their order; fewer than {@code most} when every word is one symbol before.
   *
   * @param counts each word as its symbols, and how often it occurs
   */
  static List<Pair> of(Map<List<String>, Long> counts, int most) {
    List<List<String>> words = new ArrayList<>(counts.keySet());
    List<Long> times = new ArrayList<>(counts.values());
    List<Pair> merges = new ArrayList<>();
    while (merges.size() < most) {
      Map<Pair, Long> pairs = count(words, times);
      if (pairs.isEmpty()) {
        break;
      }
      Pair best = mostFrequent(pairs);
      merges.add(best);
      words.replaceAll(word -> merge(best, word));
    }
    return merges;
  }

  private static Map<Pair, Long> count(List<List<String>> words, List<Long> times) {
    Map<Pair, Long> pairs = new HashMap<>();
    for (int w = 0; w < words.size(); w++) {
      List<String> word = words.get(w);
      for (int i = 0; i + 1 < word.size(); i++) {
        pairs.merge(new Pair(word.get(i), word.get(i + 1)), times.get(w), Long::sum);
      }
    }
    return pairs;
  }

  private static Pair mostFrequent(Map<Pair, Long> pairs) {
    Pair best = null;
    long most = 0;
    for (Map.Entry<Pair, Long> pair : pairs.entrySet()) {
      boolean first = pair.getValue() == most && best != null && pair.getKey().compareTo(best) < 0;
      if (pair.getValue() > most || first) {
        best = pair.getKey();
        most = pair.getValue();
      }
    }
    return best;
  }

  private static List<String> merge(Pair pair, List<String> word) {
    List<String> merged = new ArrayList<>(word.size());
    for (int i = 0; i < word.size(); i++) {
      boolean here =
          i + 1 < word.size()
              && word.get(i).equals(pair.left())
              && word.get(i + 1).equals(pair.right());
      merged.add(here ? pair.merged() : word.get(i));
      if (here) {
        i++;
      }
    }
    return merged;
  }
}
