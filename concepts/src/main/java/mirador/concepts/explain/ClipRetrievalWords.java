package mirador.concepts.explain;

import java.util.List;
import java.util.function.UnaryOperator;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.retrieval.Scored;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** What CLIP finds among pictures, and how well it searches (notebook cells 2.2d, 2.3, 2.4). */
public final class ClipRetrievalWords {
  private ClipRetrievalWords() {}

  /** What the widget would do with this query. */
  public static String pending(Messages messages, String query) {
    return query.isBlank()
        ? messages.get("clip-retrieval.pending.blank")
        : messages.get("clip-retrieval.pending", query);
  }

  /**
   * Which picture is most like the query.
   *
   * @param ranking all pictures, the most similar first
   * @param name what a picture is called, by its name in the ranking
   */
  public static String result(
      Messages messages, String query, List<Scored> ranking, UnaryOperator<String> name) {
    if (query.isBlank()) {
      return messages.get("clip-retrieval.blank", ranking.size());
    }
    Scored first = ranking.get(0);
    String best =
        messages.get(
            "clip-retrieval.result",
            ranking.size(),
            query,
            name.apply(first.name()),
            Numbers.fixed(first.score(), 3));
    if (ranking.size() == 1) {
      return best;
    }
    Scored second = ranking.get(1);
    return best
        + " "
        + messages.get(
            "clip-retrieval.second", name.apply(second.name()), Numbers.fixed(second.score(), 3));
  }

  /** The metrics of a collection in one sentence. */
  public static String metrics(Messages messages, int[] textToImage, int[] imageToText) {
    return messages.get(
        "clip-retrieval.metrics",
        textToImage.length,
        Numbers.fixed(RetrievalMetrics.recallAtK(textToImage, 1), 3),
        Numbers.fixed(RetrievalMetrics.meanAveragePrecision(textToImage), 3),
        Numbers.fixed(RetrievalMetrics.recallAtK(imageToText, 1), 3),
        Numbers.fixed(RetrievalMetrics.meanAveragePrecision(imageToText), 3));
  }

  /** How a collection is coming in. */
  public static String progress(
      Messages messages, int done, int total, int remembered, int computed) {
    return messages.get("clip-retrieval.progress", done, total, remembered, computed);
  }
}
