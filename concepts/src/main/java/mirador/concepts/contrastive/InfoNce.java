package mirador.concepts.contrastive;

/**
 * The symmetric InfoNCE loss of N pairs (van den Oord et al., 2018, equation 4; Radford et al.,
 * 2021, section 2.3 and figure 3): each picture has to find its text among N, each text its
 * picture, by the softmax of cosine times scale. The scale is {@code exp(logScale)}, that is 1 / τ.
 */
public final class InfoNce {
  private final double[] losses;
  private final double[][] pictures;
  private final double[][] texts;
  private final double logScale;

  private InfoNce(double[] losses, double[][] pictures, double[][] texts, double logScale) {
    this.losses = losses;
    this.pictures = pictures;
    this.texts = texts;
    this.logScale = logScale;
  }

  /** Mean over both directions and all pairs; log N for who tells nothing apart. */
  public double loss() {
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum / losses.length;
  }

  /** The part of every pair, (N); their mean is the loss. */
  public double[] losses() {
    return losses;
  }

  /** Gradient of the loss by the pictures' embeddings, (N, projection). */
  public double[][] pictures() {
    return pictures;
  }

  /** Gradient of the loss by the texts' embeddings, (N, projection). */
  public double[][] texts() {
    return texts;
  }

  /** Gradient of the loss by the logarithm of the scale. */
  public double logScale() {
    return logScale;
  }

  /**
   * The loss and its gradients.
   *
   * @param pictures embeddings of length 1, (N, projection); each belongs to the text in its row
   * @param texts embeddings of length 1, (N, projection)
   */
  public static InfoNce of(double[][] pictures, double[][] texts, double logScale) {
    int pairs = pictures.length;
    double scale = Math.exp(logScale);
    double[][] cosines = products(pictures, texts);
    double[][] textOfPicture = softmaxOfRows(cosines, scale);
    double[][] pictureOfText = transposed(softmaxOfRows(transposed(cosines), scale));
    double[][] dPictures = new double[pairs][pictures[0].length];
    double[][] dTexts = new double[pairs][pictures[0].length];
    double dLogScale = 0;
    for (int i = 0; i < pairs; i++) {
      for (int j = 0; j < pairs; j++) {
        double right = i == j ? 2 : 0;
        // By the logit: what each softmax gives too much, half for each direction.
        double logit = (textOfPicture[i][j] + pictureOfText[i][j] - right) / (2 * pairs);
        dLogScale += logit * scale * cosines[i][j];
        for (int k = 0; k < pictures[i].length; k++) {
          dPictures[i][k] += logit * scale * texts[j][k];
          dTexts[j][k] += logit * scale * pictures[i][k];
        }
      }
    }
    return new InfoNce(losses(cosines, scale), dPictures, dTexts, dLogScale);
  }

  /**
   * The part of every pair, half for finding the text and half for finding the picture, (N).
   *
   * @param cosines (pictures, texts)
   */
  static double[] losses(double[][] cosines, double scale) {
    double[][] columns = transposed(cosines);
    double[] losses = new double[cosines.length];
    for (int i = 0; i < losses.length; i++) {
      losses[i] =
          (logSum(cosines[i], scale) + logSum(columns[i], scale)) / 2 - scale * cosines[i][i];
    }
    return losses;
  }

  /** The products of every row of one with every row of the other. */
  static double[][] products(double[][] a, double[][] b) {
    double[][] products = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        for (int k = 0; k < a[i].length; k++) {
          products[i][j] += a[i][k] * b[j][k];
        }
      }
    }
    return products;
  }

  /** Rows and columns exchanged. */
  static double[][] transposed(double[][] matrix) {
    double[][] out = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < out.length; j++) {
        out[j][i] = matrix[i][j];
      }
    }
    return out;
  }

  private static double[][] softmaxOfRows(double[][] cosines, double scale) {
    double[][] shares = new double[cosines.length][cosines.length];
    for (int i = 0; i < cosines.length; i++) {
      double sum = logSum(cosines[i], scale);
      for (int j = 0; j < cosines.length; j++) {
        shares[i][j] = Math.exp(scale * cosines[i][j] - sum);
      }
    }
    return shares;
  }

  /** log Σ exp(scale · cosine), safe for any scale. */
  private static double logSum(double[] cosines, double scale) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double cosine : cosines) {
      greatest = Math.max(greatest, scale * cosine);
    }
    double sum = 0;
    for (double cosine : cosines) {
      sum += Math.exp(scale * cosine - greatest);
    }
    return greatest + Math.log(sum);
  }
}
