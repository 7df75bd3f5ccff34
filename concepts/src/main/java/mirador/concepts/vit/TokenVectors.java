package mirador.concepts.vit;

import mirador.concepts.tensor.FloatTensor;

/**
 * The tokens of an encoder at one place of it, and how alike they are.
 *
 * @param rows (tokens, width)
 */
public record TokenVectors(FloatTensor rows) {
  /**
   * Vectors of one sequence.
   *
   * @throws IllegalArgumentException when the shape is not (tokens, width)
   */
  public TokenVectors {
    if (rows.shape().rank() != 2) {
      throw new IllegalArgumentException("token vectors are (tokens, width), not " + rows.shape());
    }
  }

  public int count() {
    return rows.shape().size(0);
  }

  public int width() {
    return rows.shape().size(1);
  }

  /** The numbers of one token, (width). */
  public double[] vector(int token) {
    int start = start(token);
    double[] vector = new double[width()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = rows.values()[start + i];
    }
    return vector;
  }

  /** The length of a token's vector. */
  public double norm(int token) {
    return Math.sqrt(dot(token, this, token));
  }

  /** How alike one of these tokens and one of others are, -1 to 1; 0 where one is all zeros. */
  public double cosine(int token, TokenVectors others, int other) {
    double lengths = norm(token) * others.norm(other);
    return lengths == 0 ? 0 : dot(token, others, other) / lengths;
  }

  /** How alike one token and each one are, (tokens). */
  public double[] cosines(int token) {
    double[] cosines = new double[count()];
    for (int other = 0; other < cosines.length; other++) {
      cosines[other] = cosine(token, this, other);
    }
    return cosines;
  }

  private double dot(int token, TokenVectors others, int other) {
    int start = start(token);
    int otherStart = others.start(other);
    if (width() != others.width()) {
      throw new IllegalArgumentException(
          "vectors of " + width() + " and of " + others.width() + " numbers");
    }
    double sum = 0;
    for (int i = 0; i < width(); i++) {
      sum += (double) rows.values()[start + i] * others.rows.values()[otherStart + i];
    }
    return sum;
  }

  private int start(int token) {
    if (token < 0 || token >= count()) {
      throw new IndexOutOfBoundsException("token " + token + " of " + count() + ", from 0");
    }
    return token * width();
  }
}
