package mirador.concepts.contrastive;

import mirador.concepts.audio.SplitMix64;

/** Numbers that are learned, with the gradient of the loss by each of them. */
final class Parameter {
  private final double[] values;
  private final double[] gradient;

  Parameter(int size) {
    values = new double[size];
    gradient = new double[size];
  }

  /** Evenly spread numbers between {@code -bound} and {@code bound}. */
  static Parameter random(int size, double bound, SplitMix64 random) {
    Parameter parameter = new Parameter(size);
    for (int i = 0; i < size; i++) {
      parameter.values[i] = bound * random.nextSigned();
    }
    return parameter;
  }

  int size() {
    return values.length;
  }

  /** The numbers themselves, to be read and changed. */
  double[] values() {
    return values;
  }

  /** What the backward passes since {@link #clear} have added up, to be read and changed. */
  double[] gradient() {
    return gradient;
  }

  /** Forgets the gradient. */
  void clear() {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = 0;
    }
  }
}
