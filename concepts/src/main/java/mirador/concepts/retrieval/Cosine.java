package mirador.concepts.retrieval;

/** Cosine similarity, {@code cosine} in cell 2.2c: {@code a . b / (|a| |b|)}. */
public final class Cosine {
  private Cosine() {}

  /**
   * The cosine of the angle between two vectors, 0 when either has length 0. Rounding may leave it
   * a few 1e-16 beyond 1, as in the notebook.
   *
   * @throws IllegalArgumentException when the vectors differ in size
   */
  public static double of(double[] a, double[] b) {
    return terms(a, b).cosine();
  }

  /** The same, with every summand, to show where a value comes from. */
  public static Terms terms(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "cosine needs vectors of one size: " + a.length + " and " + b.length);
    }
    double[] products = new double[a.length];
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      products[i] = a[i] * b[i];
      dot += products[i];
    }
    return new Terms(products, dot, norm(a), norm(b));
  }

  /** Euclidean length. */
  public static double norm(double[] vector) {
    double squares = 0;
    for (double component : vector) {
      squares += component * component;
    }
    return Math.sqrt(squares);
  }

  /** What a cosine is made of. */
  public static final class Terms {
    private final double[] products;
    private final double dot;
    private final double normA;
    private final double normB;

    private Terms(double[] products, double dot, double normA, double normB) {
      this.products = products;
      this.dot = dot;
      this.normA = normA;
      this.normB = normB;
    }

    /** a_i b_i, one per component; a copy. */
    public double[] products() {
      return products.clone();
    }

    /** The sum of the products. */
    public double dot() {
      return dot;
    }

    /** Length of a. */
    public double normA() {
      return normA;
    }

    /** Length of b. */
    public double normB() {
      return normB;
    }

    public double cosine() {
      double denominator = normA * normB;
      return denominator == 0 ? 0 : dot / denominator;
    }
  }
}
