package mirador.concepts.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How many axes a tensor has, as far as the graph tells without running it. */
final class ShapeReader {
  /** An entry of a shape that is known only at run time. */
  static final long UNKNOWN = -1;

  private static final int FARTHEST = 48;
  private static final List<String> KEEP_FIRST =
      List.of(
          "Softmax",
          "BiasSoftmax",
          "Exp",
          "Cast",
          "Identity",
          "Dropout",
          "QuantizeLinear",
          "DequantizeLinear",
          "DynamicQuantizeLinear",
          "Clip",
          "Tanh",
          "Split",
          "Slice",
          "Concat",
          "IsNaN",
          "LayerNormalization",
          "ReduceMax");
  private static final List<String> BROADCAST =
      List.of("Add", "Sub", "Mul", "Div", "Where", "Min", "Max");

  private final OnnxGraph graph;
  private final Wiring wiring;

  ShapeReader(OnnxGraph graph, Wiring wiring) {
    this.graph = graph;
    this.wiring = wiring;
  }

  /** The number of axes, or -1. */
  int rank(String tensor) {
    return rank(tensor, FARTHEST);
  }

  private int rank(String tensor, int steps) {
    Integer told = graph.ranks().get(tensor);
    if (told != null) {
      return told;
    }
    Optional<OnnxConstant> constant = wiring.constant(tensor);
    if (constant.isPresent()) {
      return constant.get().rank();
    }
    OnnxNode node = wiring.maker(tensor).orElse(null);
    if (node == null || steps == 0) {
      return -1;
    }
    String operator = node.operator();
    if (KEEP_FIRST.contains(operator)) {
      return rank(node.input(0), steps - 1);
    }
    if (BROADCAST.contains(operator)) {
      return broadcast(node, steps);
    }
    return switch (operator) {
      case "MatMul", "MatMulInteger", "FusedMatMul" -> product(node, steps);
      case "Transpose" -> {
        List<Long> axes = node.integerLists().get("perm");
        yield axes == null ? rank(node.input(0), steps - 1) : axes.size();
      }
      case "Reshape" -> target(node.input(1)).map(entries -> entries.length).orElse(-1);
      case "Flatten", "Gemm" -> 2;
      case "Gather" -> {
        int rows = rank(node.input(0), steps / 2);
        int places = rank(node.input(1), steps / 2);
        yield rows < 1 || places < 0 ? -1 : rows - 1 + places;
      }
      case "Unsqueeze" -> shifted(node, 1, steps);
      case "Squeeze" -> shifted(node, -1, steps);
      default -> -1;
    };
  }

  /** Of a product's two sides one is enough; halving the steps bounds the search's branches. */
  private int product(OnnxNode node, int steps) {
    return Math.max(rank(node.input(0), steps / 2), rank(node.input(1), steps / 2));
  }

  /** The greatest, if all are known; an unknown mask is not taken to have more than four axes. */
  private int broadcast(OnnxNode node, int steps) {
    int greatest = -1;
    boolean known = true;
    for (int i = 0; i < node.inputs().size() && i < 3; i++) {
      int rank = rank(node.input(i), steps / 2);
      known &= rank >= 0;
      greatest = Math.max(greatest, rank);
    }
    return known || greatest == 4 ? greatest : -1;
  }

  private int shifted(OnnxNode node, int direction, int steps) {
    List<Long> axes = node.integerLists().get("axes");
    int count =
        axes != null ? axes.size() : wiring.integers(node.input(1)).map(a -> a.length).orElse(0);
    int rank = rank(node.input(0), steps - 1);
    return count == 0 || rank < 0 ? -1 : rank + direction * count;
  }

  /**
   * The entries of a shape tensor, {@link #UNKNOWN} for those that the graph computes, or nothing
   * when not even their number is told.
   */
  Optional<long[]> target(String tensor) {
    Optional<long[]> constant = wiring.integers(tensor);
    OnnxNode node = wiring.maker(tensor).orElse(null);
    if (constant.isPresent() || node == null || !node.is("Concat")) {
      return constant;
    }
    long[] entries = new long[node.inputs().size()];
    int count = 0;
    for (String part : node.inputs()) {
      long[] known = wiring.integers(part).orElseGet(() -> oneEntry(part));
      if (known == null || count + known.length > 16) {
        return Optional.empty();
      }
      entries = Arrays.copyOf(entries, Math.max(entries.length, count + known.length));
      for (long value : known) {
        entries[count++] = value;
      }
    }
    return Optional.of(Arrays.copyOf(entries, count));
  }

  /** Exporters make one entry of a shape out of a scalar by Unsqueeze or Reshape. */
  private long[] oneEntry(String tensor) {
    OnnxNode node = wiring.maker(tensor).orElse(null);
    if (node == null) {
      return null;
    }
    if (node.is("Unsqueeze")) {
      long[] scalar = wiring.integers(node.input(0)).orElse(null);
      return scalar != null && scalar.length == 1 ? scalar : new long[] {UNKNOWN};
    }
    boolean single =
        switch (node.fullName()) {
          case "Reshape", "Gather" ->
              wiring.integers(node.input(1)).map(list -> list.length == 1).orElse(false);
          case "Slice" -> {
            long[] from = wiring.integers(node.input(1)).orElse(new long[0]);
            long[] to = wiring.integers(node.input(2)).orElse(new long[0]);
            yield from.length == 1 && to.length == 1 && to[0] - from[0] == 1;
          }
          default -> false;
        };
    return single ? new long[] {UNKNOWN} : null;
  }
}
