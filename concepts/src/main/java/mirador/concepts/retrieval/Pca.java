package mirador.concepts.retrieval;

/**
 * Principal components (Pearson, 1901): the directions in which points differ most. Eigenvectors of
 * the covariance by Jacobi rotations, which need no random start: the same points always give the
 * same axes. The greatest component of an axis (the first one on ties) is made positive.
 */
public final class Pca {
  private static final int MAX_SWEEPS = 60;
  private static final double TOLERANCE = 1e-12;
  private static final double NOTHING = 1e-12;

  private final double[] mean; // (size)
  private final double[][] axes; // (axes, size)
  private final double[] shares; // (axes)

  private Pca(double[] mean, double[][] axes, double[] shares) {
    this.mean = mean;
    this.axes = axes;
    this.shares = shares;
  }

  /**
   * The first {@code count} axes of some points.
   *
   * @param points (points, size)
   * @throws IllegalArgumentException when there are no points or fewer components than axes
   */
  public static Pca fit(double[][] points, int count) {
    if (points.length == 0 || count < 1 || count > points[0].length) {
      throw new IllegalArgumentException(
          count
              + " axes of "
              + points.length
              + " points of "
              + (points.length == 0 ? 0 : points[0].length)
              + " components");
    }
    int size = points[0].length;
    double[] mean = mean(points, size);
    double[][] covariance = covariance(points, mean);
    double[][] vectors = diagonalise(covariance); // (size, size), eigenvectors in the columns
    double[] variances = new double[size];
    double total = 0;
    for (int i = 0; i < size; i++) {
      variances[i] = Math.max(0, covariance[i][i]);
      total += variances[i];
    }
    // Rounding must not decide the order of equal variances, or axes would swap at a whim.
    double[] rounded = new double[size];
    for (int i = 0; i < size; i++) {
      rounded[i] = Math.rint(variances[i] * 1e9);
    }
    int[] order = Ranking.order(rounded);
    double[][] axes = new double[count][size];
    double[] shares = new double[count];
    for (int a = 0; a < count; a++) {
      for (int i = 0; i < size; i++) {
        axes[a][i] = vectors[i][order[a]];
      }
      orient(axes[a]);
      shares[a] = total == 0 ? 0 : variances[order[a]] / total;
    }
    return new Pca(mean, axes, shares);
  }

  /**
   * The first {@code count} axes of fewer points than components: the same directions out of the
   * points' products with one another, (points, points), which is small where the covariance of 512
   * components is not (Turk and Pentland, 1991, section 2). An axis along which nothing differs is
   * all zeros.
   *
   * @param points (points, size)
   * @throws IllegalArgumentException when there are no points or fewer points than axes
   */
  public static Pca fitFew(double[][] points, int count) {
    if (points.length == 0 || count < 1 || count > points.length) {
      throw new IllegalArgumentException(count + " axes of " + points.length + " points");
    }
    int size = points[0].length;
    double[] mean = mean(points, size);
    double[][] products = new double[points.length][points.length];
    double total = 0;
    for (int a = 0; a < points.length; a++) {
      for (int b = 0; b < points.length; b++) {
        for (int i = 0; i < size; i++) {
          products[a][b] += (points[a][i] - mean[i]) * (points[b][i] - mean[i]) / points.length;
        }
      }
      total += products[a][a];
    }
    double[][] vectors = diagonalise(products); // (points, points), eigenvectors in the columns
    double[] variances = new double[points.length];
    for (int a = 0; a < points.length; a++) {
      variances[a] = Math.max(0, products[a][a]);
    }
    int[] order = Ranking.order(variances);
    double[][] axes = new double[count][size];
    double[] shares = new double[count];
    for (int a = 0; a < count; a++) {
      double variance = variances[order[a]];
      if (variance > NOTHING) {
        double length = Math.sqrt(variance * points.length);
        for (int b = 0; b < points.length; b++) {
          for (int i = 0; i < size; i++) {
            axes[a][i] += vectors[b][order[a]] * (points[b][i] - mean[i]) / length;
          }
        }
        orient(axes[a]);
        shares[a] = variance / total;
      }
    }
    return new Pca(mean, axes, shares);
  }

  /** Points on their own first {@code count} axes, (points, count). */
  public static double[][] project(double[][] points, int count) {
    Pca pca = fit(points, count);
    double[][] out = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      out[i] = pca.project(points[i]);
    }
    return out;
  }

  /** One point on the axes, (axes). */
  public double[] project(double[] point) {
    double[] out = new double[axes.length];
    for (int a = 0; a < axes.length; a++) {
      for (int i = 0; i < mean.length; i++) {
        out[a] += axes[a][i] * (point[i] - mean[i]);
      }
    }
    return out;
  }

  /** The axes, (axes, size), each of length 1 and at right angles to the others; a copy. */
  public double[][] axes() {
    double[][] copy = new double[axes.length][];
    for (int a = 0; a < axes.length; a++) {
      copy[a] = axes[a].clone();
    }
    return copy;
  }

  /** Share of the whole variance that each axis keeps, 0 to 1. */
  public double[] shares() {
    return shares.clone();
  }

  private static double[] mean(double[][] points, int size) {
    double[] mean = new double[size];
    for (double[] point : points) {
      for (int i = 0; i < size; i++) {
        mean[i] += point[i] / points.length;
      }
    }
    return mean;
  }

  private static double[][] covariance(double[][] points, double[] mean) {
    int size = mean.length;
    double[][] covariance = new double[size][size];
    for (double[] point : points) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          covariance[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]) / points.length;
        }
      }
    }
    return covariance;
  }

  /** Rotates {@code matrix} in place until only its diagonal is left; returns the rotation. */
  private static double[][] diagonalise(double[][] matrix) {
    int size = matrix.length;
    double[][] vectors = new double[size][size];
    double scale = 0;
    for (int i = 0; i < size; i++) {
      vectors[i][i] = 1;
      scale += matrix[i][i];
    }
    for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
      boolean rotated = false;
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) {
          if (Math.abs(matrix[p][q]) > TOLERANCE * scale) {
            rotate(matrix, vectors, p, q);
            rotated = true;
          }
        }
      }
      if (!rotated) {
        return vectors;
      }
    }
    return vectors;
  }

  private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
    double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    for (double[] row : matrix) {
      turn(row, p, q, cosine, sine);
    }
    for (int k = 0; k < matrix.length; k++) {
      double atP = matrix[p][k];
      double atQ = matrix[q][k];
      matrix[p][k] = cosine * atP - sine * atQ;
      matrix[q][k] = sine * atP + cosine * atQ;
    }
    for (double[] row : vectors) {
      turn(row, p, q, cosine, sine);
    }
  }

  private static void turn(double[] row, int p, int q, double cosine, double sine) {
    double atP = row[p];
    double atQ = row[q];
    row[p] = cosine * atP - sine * atQ;
    row[q] = sine * atP + cosine * atQ;
  }

  private static void orient(double[] axis) {
    int greatest = 0;
    for (int i = 1; i < axis.length; i++) {
      if (Math.abs(axis[i]) > Math.abs(axis[greatest]) + 1e-9) {
        greatest = i;
      }
    }
    if (axis[greatest] < 0) {
      for (int i = 0; i < axis.length; i++) {
        axis[i] = -axis[i];
      }
    }
  }
}
