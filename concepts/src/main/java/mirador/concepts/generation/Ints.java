package mirador.concepts.generation;

import java.util.List;

/** Lists of numbers as arrays. */
final class Ints {
  private Ints() {}

  static int[] of(List<Integer> list) {
    int[] array = new int[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = list.get(i);
    }
    return array;
  }
}
