package mirador.concepts.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.symbolic.SymbolicEmbedder;

/**
 * Embeddings of captions and pictures on a plane (section 2.1).
 *
 * @param points the pictures, then the captions, in the order of the captions
 * @param share of the variance that the two axes keep, 0 to 1
 */
public record EmbeddingMap(List<Point> points, double share) {
  /**
   * A place on the map.
   *
   * @param name the picture's id, also for its caption
   * @param caption whether it is the caption's embedding, not the picture's
   */
  public record Point(String name, boolean caption, double x, double y) {}

  public EmbeddingMap {
    points = List.copyOf(points);
  }

  /**
   * The map of symbolic embeddings of captions by picture id. The two axes are those of the three
   * pictures, which do not change: so a picture stays where it is while its caption moves, and a
   * caption without any known word stands in the middle.
   */
  public static EmbeddingMap of(Map<String, String> captions) {
    Map<String, double[]> images = SymbolicEmbedder.images();
    Pca pca = Pca.fit(images.values().toArray(new double[0][]), 2);
    List<Point> points = new ArrayList<>();
    add(points, pca, images, false);
    add(points, pca, SymbolicEmbedder.texts(captions), true);
    return new EmbeddingMap(points, pca.shares()[0] + pca.shares()[1]);
  }

  /**
   * The map of embeddings of length 1 on the two axes along which all of them differ most. In a
   * model such as CLIP texts and pictures lie in two places apart (Liang et al., "Mind the Gap",
   * 2022), and much of the first axis is that gap.
   *
   * @param images (size) by picture id
   * @param texts (size) by the same ids
   * @param centred whether the mean of the pictures is taken from each picture, and that of the
   *     texts from each text, which closes the gap
   */
  public static EmbeddingMap joint(
      Map<String, double[]> images, Map<String, double[]> texts, boolean centred) {
    Map<String, double[]> shownImages = centred ? ModalityGap.centred(images) : images;
    Map<String, double[]> shownTexts = centred ? ModalityGap.centred(texts) : texts;
    List<double[]> all = new ArrayList<>(shownImages.values());
    all.addAll(shownTexts.values());
    Pca pca = Pca.fitFew(all.toArray(new double[0][]), 2);
    List<Point> points = new ArrayList<>();
    add(points, pca, shownImages, false);
    add(points, pca, shownTexts, true);
    return new EmbeddingMap(points, pca.shares()[0] + pca.shares()[1]);
  }

  private static void add(
      List<Point> points, Pca pca, Map<String, double[]> vectors, boolean captions) {
    for (Map.Entry<String, double[]> vector : vectors.entrySet()) {
      double[] place = pca.project(vector.getValue());
      points.add(new Point(vector.getKey(), captions, place[0], place[1]));
    }
  }
}
