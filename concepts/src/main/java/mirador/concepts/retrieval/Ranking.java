package mirador.concepts.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import mirador.concepts.symbolic.SymbolicEmbedder;

/** Retrieval: candidates from the most similar to the least (cell 2.2d, {@code retrieve_image}). */
public final class Ranking {
  private Ranking() {}

  /** The {@code k} pictures that suit a text query best, by symbolic embeddings. */
  public static List<Scored> retrieve(String query, int k) {
    return retrieve(SymbolicEmbedder.text(query).vector(), SymbolicEmbedder.images(), k);
  }

  /**
   * The {@code k} candidates of highest cosine with {@code query}; equal scores keep the order of
   * the map (cell 2.5, {@code recuperar_topk}).
   *
   * @throws IllegalArgumentException when {@code k} is negative or the vectors differ in size
   */
  public static List<Scored> retrieve(double[] query, Map<String, double[]> candidates, int k) {
    if (k < 0) {
      throw new IllegalArgumentException("k must be 0 or more: " + k);
    }
    List<Scored> scores = new ArrayList<>();
    for (Map.Entry<String, double[]> candidate : candidates.entrySet()) {
      scores.add(new Scored(candidate.getKey(), Cosine.of(query, candidate.getValue())));
    }
    scores.sort(Comparator.comparingDouble(scored -> -scored.score()));
    return List.copyOf(scores.subList(0, Math.min(k, scores.size())));
  }

  /** Positions from the greatest score to the least, ties in order: {@code np.argsort(-scores)}. */
  public static int[] order(double[] scores) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      places.add(i);
    }
    places.sort(Comparator.comparingDouble(place -> 0.0 - scores[place]));
    int[] order = new int[scores.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = places.get(i);
    }
    return order;
  }
}
