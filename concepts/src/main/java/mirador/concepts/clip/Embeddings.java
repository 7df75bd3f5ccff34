package mirador.concepts.clip;

import mirador.concepts.tensor.FloatTensor;

/** The arithmetic of CLIP after its encoders (Radford et al. 2021, figure 3). */
public final class Embeddings {
  private Embeddings() {}

  /**
   * Each row divided by its Euclidean length; a row of zeros stays one.
   *
   * @param features (rows, size)
   * @return (rows, size)
   */
  public static FloatTensor normalised(FloatTensor features) {
    int size = width(features);
    float[] values = new float[features.values().length];
    for (int start = 0; start < values.length; start += size) {
      double squares = 0;
      for (int i = start; i < start + size; i++) {
        squares += (double) features.values()[i] * features.values()[i];
      }
      double length = squares == 0 ? 1 : Math.sqrt(squares);
      for (int i = start; i < start + size; i++) {
        values[i] = (float) (features.values()[i] / length);
      }
    }
    return new FloatTensor(features.shape(), values);
  }

  /**
   * The cosine of every row with every column; both must be of length 1.
   *
   * @param images (images, size)
   * @param texts (texts, size)
   * @return (images, texts)
   * @throws IllegalArgumentException when the sizes differ
   */
  public static FloatTensor cosines(FloatTensor images, FloatTensor texts) {
    int size = width(images);
    if (width(texts) != size) {
      throw new IllegalArgumentException(
          "embeddings of different sizes: " + images.shape() + " and " + texts.shape());
    }
    int rows = images.shape().size(0);
    int columns = texts.shape().size(0);
    float[] values = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double dot = 0;
        for (int k = 0; k < size; k++) {
          dot += (double) images.values()[i * size + k] * texts.values()[j * size + k];
        }
        values[i * columns + j] = (float) dot;
      }
    }
    return FloatTensor.of(values, rows, columns);
  }

  /**
   * Cosines multiplied by the model's scale.
   *
   * @param cosines of any shape
   */
  public static FloatTensor logits(FloatTensor cosines, double scale) {
    float[] values = new float[cosines.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (scale * cosines.values()[i]);
    }
    return new FloatTensor(cosines.shape(), values);
  }

  /**
   * The softmax of each row: what the model holds likely when exactly one column is right.
   *
   * @param logits (rows, columns)
   * @return (rows, columns); each row sums to 1
   */
  public static FloatTensor probabilities(FloatTensor logits) {
    int columns = width(logits);
    float[] values = new float[logits.values().length];
    for (int start = 0; start < values.length; start += columns) {
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = start; i < start + columns; i++) {
        greatest = Math.max(greatest, logits.values()[i]);
      }
      double sum = 0;
      for (int i = start; i < start + columns; i++) {
        sum += Math.exp(logits.values()[i] - greatest);
      }
      for (int i = start; i < start + columns; i++) {
        values[i] = (float) (Math.exp(logits.values()[i] - greatest) / sum);
      }
    }
    return new FloatTensor(logits.shape(), values);
  }

  /**
   * One embedding for each group of rows: their mean, of length 1 again. So the texts of several
   * templates become one classifier (Radford et al. 2021, section 3.1.4).
   *
   * @param embeddings (groups x members, size), each of length 1, the members of a group together
   * @return (groups, size)
   * @throws IllegalArgumentException when the rows do not make whole groups
   */
  public static FloatTensor groupMeans(FloatTensor embeddings, int members) {
    int rows = embeddings.shape().size(0);
    int size = width(embeddings);
    if (members < 1 || rows % members != 0) {
      throw new IllegalArgumentException(rows + " embeddings in groups of " + members);
    }
    float[] means = new float[rows / members * size];
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < size; k++) {
        means[row / members * size + k] += embeddings.values()[row * size + k] / members;
      }
    }
    return normalised(FloatTensor.of(means, rows / members, size));
  }

  private static int width(FloatTensor matrix) {
    if (matrix.shape().rank() != 2) {
      throw new IllegalArgumentException("(rows, size) expected, not " + matrix.shape());
    }
    return matrix.shape().size(1);
  }
}
