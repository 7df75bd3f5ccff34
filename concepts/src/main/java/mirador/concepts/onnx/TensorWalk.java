package mirador.concepts.onnx;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/** A walk from tensor to tensor, the nearest first, each once and never far. */
final class TensorWalk {
  private static final int FARTHEST = 96;

  private final ArrayDeque<String> waiting = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private String tensor = "";

  TensorWalk(String start) {
    add(start);
  }

  /** Where the walk may go on; an empty name is no tensor. */
  void add(String name) {
    if (!name.isEmpty() && seen.size() < FARTHEST && seen.add(name)) {
      waiting.add(name);
    }
  }

  /** Goes on; false when there is nowhere left to go. */
  boolean next() {
    if (waiting.isEmpty()) {
      return false;
    }
    tensor = waiting.remove();
    return true;
  }

  /** Where the walk is. */
  String tensor() {
    return tensor;
  }
}
