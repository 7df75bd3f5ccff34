package mirador.concepts.tokenizer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Byte pair encoding: the pairs of symbols that were merged in training, the most frequent first,
 * are merged again in the same order (Sennrich et al. 2016, algorithm 1).
 */
final class BytePairEncoding {
  private static final int NO_MERGE = Integer.MAX_VALUE;
  private static final int STALE = -1; // a rank to be looked up again

  /** "left right" -> rank; 0 was merged first. */
  private final Map<String, Integer> ranks;

  /**
   * @param merges the lines of {@code merges.txt}, in their order; its heading and empty lines are
   *     passed over
   * @throws IllegalArgumentException when a line is not a pair
   */
  BytePairEncoding(List<String> merges) {
    ranks = new HashMap<>(2 * merges.size());
    int rank = 0;
    for (String line : merges) {
      if (line.isEmpty() || line.startsWith("#version")) {
        continue;
      }
      int space = line.indexOf(' ');
      if (space < 1 || space == line.length() - 1 || line.indexOf(' ', space + 1) >= 0) {
        throw new IllegalArgumentException(
            "merge " + rank + " is \"" + line + "\", not two symbols with a space between");
      }
      ranks.put(line, rank++);
    }
  }

  /** The tokens of one word, given as its symbols: one for each byte at the beginning. */
  List<String> encode(List<String> symbols) {
    String[] word = symbols.toArray(new String[0]);
    int length = word.length;
    int[] rank = new int[length]; // rank[i]: of the pair that word[i] and word[i + 1] make
    Arrays.fill(rank, STALE);
    while (true) {
      int best = NO_MERGE;
      for (int i = 0; i < length; i++) {
        if (rank[i] == STALE) {
          rank[i] = i + 1 < length ? rank(word[i], word[i + 1]) : NO_MERGE;
        }
        best = Math.min(best, rank[i]);
      }
      if (best == NO_MERGE) {
        return List.of(word).subList(0, length);
      }
      length = merge(best, word, rank, length);
    }
  }

  /**
   * Merges every pair of the rank {@code best}, from left to right, in place.
   *
   * @return the new length of the word
   */
  private static int merge(int best, String[] word, int[] rank, int length) {
    int out = 0;
    for (int in = 0; in < length; in++) {
      if (rank[in] == best) {
        word[out] = word[in] + word[in + 1];
        rank[out] = STALE; // it has new neighbours, and so has the one before it
        if (out > 0) {
          rank[out - 1] = STALE;
        }
        in++;
      } else {
        word[out] = word[in];
        rank[out] = rank[in];
      }
      out++;
    }
    return out;
  }

  private int rank(String left, String right) {
    return ranks.getOrDefault(left + " " + right, NO_MERGE);
  }

  /** Gives all that the merges make, in no order. */
  void forEachProduct(Consumer<String> product) {
    for (String pair : ranks.keySet()) {
      int space = pair.indexOf(' ');
      product.accept(pair.substring(0, space) + pair.substring(space + 1));
    }
  }
}
