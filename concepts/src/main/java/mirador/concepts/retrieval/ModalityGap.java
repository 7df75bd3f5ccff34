package mirador.concepts.retrieval;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far apart the embeddings of pictures and those of texts lie as two groups: the distance
 * between their means (Liang et al., "Mind the Gap: Understanding the Modality Gap in Multi-modal
 * Contrastive Representation Learning", 2022, section 4.2).
 */
public final class ModalityGap {
  private ModalityGap() {}

  /**
   * The distance between the two means; 2 at most, for embeddings of length 1.
   *
   * @throws IllegalArgumentException when there are no pictures or no texts
   */
  public static double of(Map<String, double[]> images, Map<String, double[]> texts) {
    double[] image = mean(images);
    double[] text = mean(texts);
    double[] difference = new double[image.length];
    for (int i = 0; i < image.length; i++) {
      difference[i] = image[i] - text[i];
    }
    return Cosine.norm(difference);
  }

  /** The same vectors with their mean taken away: their group lies around the middle. */
  static Map<String, double[]> centred(Map<String, double[]> vectors) {
    double[] mean = mean(vectors);
    Map<String, double[]> centred = new LinkedHashMap<>();
    for (Map.Entry<String, double[]> vector : vectors.entrySet()) {
      double[] moved = vector.getValue().clone();
      for (int i = 0; i < moved.length; i++) {
        moved[i] -= mean[i];
      }
      centred.put(vector.getKey(), moved);
    }
    return centred;
  }

  private static double[] mean(Map<String, double[]> vectors) {
    if (vectors.isEmpty()) {
      throw new IllegalArgumentException("no vectors to average");
    }
    double[] mean = null;
    for (double[] vector : vectors.values()) {
      if (mean == null) {
        mean = new double[vector.length];
      }
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }
}
