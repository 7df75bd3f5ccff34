package mirador.concepts.contrastive;

/** The bend between two linear layers, number by number: y = tanh x, dy/dx = 1 - y². */
final class Tanh implements Layer {
  private double[][] last;

  @Override
  public double[][] forward(double[][] x) {
    double[][] y = new double[x.length][];
    for (int n = 0; n < x.length; n++) {
      y[n] = new double[x[n].length];
      for (int i = 0; i < y[n].length; i++) {
        y[n][i] = Math.tanh(x[n][i]);
      }
    }
    last = y;
    return y;
  }

  @Override
  public double[][] backward(double[][] dy) {
    double[][] dx = new double[dy.length][];
    for (int n = 0; n < dy.length; n++) {
      dx[n] = new double[dy[n].length];
      for (int i = 0; i < dx[n].length; i++) {
        dx[n][i] = dy[n][i] * (1 - last[n][i] * last[n][i]);
      }
    }
    return dx;
  }
}
