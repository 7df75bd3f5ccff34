package mirador.concepts.onnx;

import java.util.Arrays;
import java.util.Set;

/** Products with a weight, in the operators of several exporters, quantised ones included. */
final class LinearLayers {
  private static final Set<String> PRODUCTS =
      Set.of(
          "MatMul",
          "Gemm",
          "Einsum",
          "MatMulInteger",
          "QLinearMatMul",
          "com.microsoft.FusedMatMul",
          "com.microsoft.TransposeMatMul",
          "com.microsoft.MatMulIntegerToFloat",
          "com.microsoft.DynamicQuantizeMatMul");

  /** Linear layers that have their weight inside or packed. */
  private static final Set<String> LAYERS =
      Set.of(
          "Conv",
          "ConvInteger",
          "QLinearConv",
          "com.microsoft.MatMulNBits",
          "com.microsoft.MatMulBnb4",
          "com.microsoft.QGemm",
          "com.microsoft.FusedGemm");

  /** What may stand between a layer and where its output is used: any input may be the way back. */
  private static final Set<String> MOVES_ALL = Set.of("Add", "Mul", "Concat", "Where");

  /** The same, and the way back is the first input. */
  private static final Set<String> MOVES_FIRST =
      Set.of(
          "Cast",
          "Identity",
          "Dropout",
          "Reshape",
          "Flatten",
          "Squeeze",
          "Unsqueeze",
          "Transpose",
          "Split",
          "Slice",
          "Gather",
          "Expand",
          "Tile",
          "QuantizeLinear",
          "DequantizeLinear",
          "DynamicQuantizeLinear");

  private final Wiring wiring;

  LinearLayers(Wiring wiring) {
    this.wiring = wiring;
  }

  /** Whether a node multiplies two of its inputs as matrices. */
  static boolean isProduct(OnnxNode node) {
    return PRODUCTS.contains(node.fullName());
  }

  /** Whether a node is a linear layer with its weight inside or packed. */
  static boolean isLayer(OnnxNode node) {
    return LAYERS.contains(node.fullName());
  }

  /** Whether a node only moves, cuts, repeats or rounds the numbers of its first input. */
  static boolean movesFirst(OnnxNode node) {
    return MOVES_FIRST.contains(node.fullName());
  }

  /** Which inputs a product multiplies. */
  static int[] sides(OnnxNode node) {
    return node.is("QLinearMatMul") ? new int[] {0, 3} : new int[] {0, 1};
  }

  /** A quantiser's further outputs are a scale and a zero point. */
  static boolean isFirstOutput(OnnxNode node, String tensor) {
    return node.outputs().get(0).equals(tensor);
  }

  /**
   * Whether a tensor is a linear layer's output, moved about.
   *
   * @param barrier a tensor that the way back must not lead over; may be empty
   */
  boolean isOutput(String tensor, String barrier) {
    TensorWalk walk = new TensorWalk(tensor);
    while (walk.next()) {
      OnnxNode node = wiring.maker(walk.tensor()).orElse(null);
      if (node == null || walk.tensor().equals(barrier)) {
        continue;
      }
      if (isLayer(node)) {
        return true;
      }
      if (isProduct(node)) {
        if (oneSideLive(node)) {
          return true;
        }
      } else if (MOVES_ALL.contains(node.fullName())) {
        node.inputs().forEach(walk::add);
      } else if (movesFirst(node) && (node.is("Split") || isFirstOutput(node, walk.tensor()))) {
        walk.add(node.input(0));
      }
    }
    return false;
  }

  private boolean oneSideLive(OnnxNode node) {
    return Arrays.stream(sides(node)).filter(side -> wiring.isLive(node.input(side))).count() == 1;
  }
}
