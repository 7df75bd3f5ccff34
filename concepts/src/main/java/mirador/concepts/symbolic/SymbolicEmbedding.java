package mirador.concepts.symbolic;

import java.util.List;

/** A vector of length 1 (or 0 when nothing matched), with the reasons for it. */
public final class SymbolicEmbedding {
  private final double[] vector;
  private final List<String> matched;

  SymbolicEmbedding(double[] vector, List<String> matched) {
    this.vector = vector;
    this.matched = List.copyOf(matched);
  }

  /** One component per word of the vocabulary; a copy. */
  public double[] vector() {
    return vector.clone();
  }

  /** The words that count, in the vocabulary's order. */
  public List<String> matched() {
    return matched;
  }

  /** Whether no word of the vocabulary matched, so that every similarity is 0. */
  public boolean isZero() {
    return matched.isEmpty();
  }
}
