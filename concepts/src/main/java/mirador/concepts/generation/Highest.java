package mirador.concepts.generation;

/** The highest of many numbers, kept while they pass by; of equal ones the earlier is higher. */
final class Highest {
  private final double[] values;
  private final int[] indices;
  private int size;

  /**
   * @param count how many to keep, 1 or more
   */
  Highest(int count) {
    values = new double[count];
    indices = new int[count];
  }

  void offer(double value, int index) {
    if (size == values.length && !(value > values[size - 1])) {
      return;
    }
    int at = size < values.length ? size++ : size - 1;
    while (at > 0 && value > values[at - 1]) {
      values[at] = values[at - 1];
      indices[at] = indices[at - 1];
      at--;
    }
    values[at] = value;
    indices[at] = index;
  }

  /** How many are kept: all that were offered, or as many as are wanted. */
  int size() {
    return size;
  }

  double value(int rank) {
    return values[rank];
  }

  int index(int rank) {
    return indices[rank];
  }
}
