package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.retrieval.Cosine;
import mirador.concepts.symbolic.SymbolicEmbedding;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** What two symbolic vectors have in common (notebook cell 2.2b). */
public final class EmbeddingBarsWords {
  private EmbeddingBarsWords() {}

  /** The shared words and the similarity that comes of them. */
  public static String result(
      Messages messages, SymbolicEmbedding text, SymbolicEmbedding image, String picture) {
    if (text.isZero()) {
      return messages.get("embedding-bars.zero", picture);
    }
    List<String> shared = shared(text, image);
    if (shared.isEmpty()) {
      return messages.get("embedding-bars.none", text.matched().size(), picture);
    }
    return messages.get(
        "embedding-bars.result",
        shared.size(),
        String.join(", ", shared),
        picture,
        Cosine.of(text.vector(), image.vector()));
  }

  /**
   * Where the height of the bars comes from: «1 / √3 = 0.577».
   *
   * @param text whether the vector is a text's, not a picture's
   */
  public static String height(Messages messages, SymbolicEmbedding embedding, boolean text) {
    String whose = text ? "embedding-bars.height.text" : "embedding-bars.height.image";
    if (embedding.isZero()) {
      return messages.get("embedding-bars.height.zero");
    }
    int count = embedding.matched().size();
    return messages.get(whose, count, Numbers.fixed(1 / Math.sqrt(count), 3));
  }

  private static List<String> shared(SymbolicEmbedding text, SymbolicEmbedding image) {
    List<String> shared = new ArrayList<>(text.matched());
    shared.retainAll(image.matched());
    return shared;
  }
}
