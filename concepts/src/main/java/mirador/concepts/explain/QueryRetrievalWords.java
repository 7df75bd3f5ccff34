package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mirador.concepts.retrieval.Scored;
import mirador.concepts.symbolic.SymbolicEmbedding;
import mirador.concepts.text.Messages;

/** What a search by text finds (notebook cell 2.2d). */
public final class QueryRetrievalWords {
  private static final double EQUAL = 1e-9;

  private QueryRetrievalWords() {}

  /**
   * Which picture comes first, or why the order means nothing.
   *
   * @param ranking all pictures, the most similar first
   * @param name what a picture is called, by its id
   */
  public static String result(
      Messages messages,
      String query,
      SymbolicEmbedding embedding,
      List<Scored> ranking,
      UnaryOperator<String> name) {
    if (query.isBlank()) {
      return messages.get("query-retrieval.blank");
    }
    if (embedding.isZero()) {
      return messages.get("query-retrieval.zero");
    }
    Scored first = ranking.get(0);
    List<String> tied = new ArrayList<>();
    for (Scored scored : ranking) {
      if (equal(scored, first)) {
        tied.add(messages.get("quoted", name.apply(scored.name())));
      }
    }
    if (tied.size() > 1) {
      return messages.get(
          "query-retrieval.tie", tied.size(), String.join(", ", tied), first.score());
    }
    Scored second = ranking.get(1);
    return messages.get(
        "query-retrieval.result",
        name.apply(first.name()),
        first.score(),
        name.apply(second.name()),
        second.score());
  }

  /** The rule for equal scores, when the ranking holds any; "" otherwise. */
  public static String ties(Messages messages, List<Scored> ranking) {
    for (int i = 1; i < ranking.size(); i++) {
      if (equal(ranking.get(i), ranking.get(i - 1))) {
        return messages.get("query-retrieval.ties");
      }
    }
    return "";
  }

  /** The words that text and picture share, or that they share none. */
  public static String shared(Messages messages, SymbolicEmbedding text, SymbolicEmbedding image) {
    List<String> shared = new ArrayList<>(text.matched());
    shared.retainAll(image.matched());
    return shared.isEmpty()
        ? messages.get("query-retrieval.shared.none")
        : messages.get("query-retrieval.shared", String.join(", ", shared));
  }

  private static boolean equal(Scored a, Scored b) {
    return Math.abs(a.score() - b.score()) < EQUAL;
  }
}
