package mirador.web.widgets.real;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.retrieval.SimilarityMatrix;

/**
 * What CLIP last gave for the page's captions and pictures, for who wants to use its numbers.
 *
 * @param captions by picture id
 * @param texts embeddings of the captions by picture id, each of length 1
 * @param pictures embeddings of the pictures by id, each of length 1
 * @param matrix cosines, text x image
 */
public record LiveEmbeddings(
    Map<String, String> captions,
    Map<String, double[]> texts,
    Map<String, double[]> pictures,
    SimilarityMatrix matrix) {
  private static LiveEmbeddings last;

  public LiveEmbeddings {
    captions = new LinkedHashMap<>(captions);
  }

  /** Keeps the newest. */
  void keep() {
    last = this;
  }

  /** The newest, when it is of these captions. */
  public static Optional<LiveEmbeddings> of(Map<String, String> captions) {
    return last != null && last.captions.equals(captions) ? Optional.of(last) : Optional.empty();
  }
}
