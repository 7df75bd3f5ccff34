package mirador.concepts.contrastive;

/**
 * Gives every vector the length 1: y = x / |x|. Back through it goes only what turns the vector: dx
 * = (dy - y (y · dy)) / |x|. A vector of zeros stays as it is and learns nothing.
 */
final class Normalise implements Layer {
  private double[][] last;
  private double[] lengths;

  @Override
  public double[][] forward(double[][] x) {
    double[][] y = new double[x.length][];
    lengths = new double[x.length];
    for (int n = 0; n < x.length; n++) {
      double length = Math.sqrt(dot(x[n], x[n]));
      lengths[n] = length;
      y[n] = new double[x[n].length];
      for (int i = 0; i < y[n].length; i++) {
        y[n][i] = length == 0 ? 0 : x[n][i] / length;
      }
    }
    last = y;
    return y;
  }

  @Override
  public double[][] backward(double[][] dy) {
    double[][] dx = new double[dy.length][];
    for (int n = 0; n < dy.length; n++) {
      double along = dot(last[n], dy[n]);
      dx[n] = new double[dy[n].length];
      for (int i = 0; i < dx[n].length; i++) {
        dx[n][i] = lengths[n] == 0 ? 0 : (dy[n][i] - last[n][i] * along) / lengths[n];
      }
    }
    return dx;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
