package mirador.concepts.explain;

import java.util.List;
import java.util.Map;
import mirador.concepts.retrieval.Cosine;
import mirador.concepts.retrieval.EmbeddingMap;
import mirador.concepts.retrieval.EmbeddingMap.Point;
import mirador.concepts.retrieval.ModalityGap;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** What the map of CLIP's own embeddings shows, and what it hides (section 2.1). */
public final class ClipMapWords {
  private ClipMapWords() {}

  /**
   * How many texts lie nearest their picture on the map and by the cosine, and what the axes keep.
   *
   * @param map of these embeddings
   * @param images by picture id
   * @param texts by the same ids
   */
  public static String result(
      Messages messages,
      EmbeddingMap map,
      Map<String, double[]> images,
      Map<String, double[]> texts) {
    int near = 0;
    for (Point point : map.points()) {
      near +=
          point.caption() && EmbeddingMapWords.nearest(map, point).equals(List.of(point.name()))
              ? 1
              : 0;
    }
    SimilarityMatrix cosines = SimilarityMatrix.of(texts, images);
    int right = 0;
    for (int i = 0; i < cosines.rows().size(); i++) {
      right += cosines.best(i) == i ? 1 : 0;
    }
    return messages.get("clip-map.result", near, texts.size(), right, Numbers.percent(map.share()));
  }

  /**
   * How far the two groups are from each other, beside the distance of a text and its picture.
   *
   * @param centred whether the map takes the mean of each group away
   */
  public static String gap(
      Messages messages,
      Map<String, double[]> images,
      Map<String, double[]> texts,
      boolean centred) {
    double pairs = 0;
    for (Map.Entry<String, double[]> text : texts.entrySet()) {
      pairs += distance(text.getValue(), images.get(text.getKey())) / texts.size();
    }
    return messages.get(
        centred ? "clip-map.gap.closed" : "clip-map.gap",
        Numbers.fixed(ModalityGap.of(images, texts), 2),
        Numbers.fixed(pairs, 2));
  }

  private static double distance(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return Cosine.norm(difference);
  }
}
