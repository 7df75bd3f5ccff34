package mirador.concepts.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds scaled dot-product attention (Vaswani et al. 2017, section 3.2.1) by the shape of the
 * graph, whatever the nodes are called: {@code softmax(Q Kᵀ / √d + mask) V}.
 *
 * <ol>
 *   <li>Backwards from a softmax, over scales, masks, casts and reshapes, there is a product of two
 *       tensors that both hang on the graph's inputs: Q Kᵀ. In a classifier's head one side is a
 *       weight.
 *   <li>Forwards from it, over casts, dropout, reshapes and quantisation, there is a second such
 *       product.
 *   <li>Its other side comes, over moves of data and a bias, from a linear layer: V.
 * </ol>
 */
final class AttentionFinder {
  /**
   * Attention weights.
   *
   * @param softmax the tensor in which they come into being
   * @param tensor the tensor that holds them in most axes
   * @param rank its axes, or -1 where the graph does not tell
   * @param heads from the shapes around it, or 0 where the graph does not tell
   */
  record Found(String softmax, String tensor, int rank, int heads) {}

  /** What may stand between Q Kᵀ and its softmax: any input may be the way back. */
  private static final Set<String> BEFORE_ALL =
      Set.of("Add", "Sub", "Mul", "Div", "Where", "Min", "Max");

  /** The same, and the way back is the first input. */
  private static final Set<String> BEFORE_FIRST =
      Set.of(
          "Cast",
          "Identity",
          "Reshape",
          "Flatten",
          "Squeeze",
          "Unsqueeze",
          "Clip",
          "Tanh",
          "Dropout",
          "QuantizeLinear",
          "DequantizeLinear");

  /** What may stand between the softmax and its product with V. */
  private static final Set<String> AFTER =
      Set.of(
          "Cast",
          "Identity",
          "Dropout",
          "Reshape",
          "Flatten",
          "Squeeze",
          "Unsqueeze",
          "Transpose",
          "Mul",
          "Where",
          "QuantizeLinear",
          "DequantizeLinear",
          "DynamicQuantizeLinear");

  private final Wiring wiring;
  private final ShapeReader shapes;
  private final LinearLayers linear;
  private final long opset;
  private int softmaxes;

  AttentionFinder(ParsedModel model, Wiring wiring) {
    this.wiring = wiring;
    this.shapes = new ShapeReader(model.graph(), wiring);
    this.linear = new LinearLayers(wiring);
    this.opset = model.summary().opset();
  }

  /** The attention weights of all layers, in the order in which the graph computes them. */
  List<Found> find() {
    List<Found> found = new ArrayList<>();
    softmaxes = 0;
    for (int index : wiring.order()) {
      OnnxNode node = wiring.node(index);
      softmaxInput(node)
          .ifPresent(
              scores -> {
                softmaxes++;
                attention(node, scores).ifPresent(found::add);
              });
    }
    return found;
  }

  /** How many softmaxes {@link #find} came by, attention or not. */
  int softmaxes() {
    return softmaxes;
  }

  /** What a softmax is taken of; nothing when the node, or the group it ends, is no softmax. */
  private Optional<String> softmaxInput(OnnxNode node) {
    if (node.outputs().isEmpty() || node.outputs().get(0).isEmpty()) {
      return Optional.empty();
    }
    return switch (node.fullName()) {
      case "Softmax" ->
          overLastAxis(node, opset < 13 ? 1 : -1) ? Optional.of(node.input(0)) : Optional.empty();
      case "com.microsoft.BiasSoftmax" -> Optional.of(node.input(0));
      case "Div" -> quotient(node.input(0), node.input(1));
      case "Mul" ->
          reciprocal(node.input(0), node.input(1))
              .or(() -> reciprocal(node.input(1), node.input(0)));
      default -> Optional.empty();
    };
  }

  private boolean overLastAxis(OnnxNode node, int otherwise) {
    long axis = node.integers().getOrDefault("axis", (long) otherwise);
    int rank = shapes.rank(node.input(0));
    return axis == -1 || (rank < 0 ? axis > 0 : axis == rank - 1);
  }

  private Optional<String> reciprocal(String exponentials, String factor) {
    return wiring
        .maker(factor)
        .filter(node -> node.is("Reciprocal"))
        .flatMap(node -> quotient(exponentials, node.input(0)));
  }

  /** {@code exp(x) / sum(exp(x))} over the last axis. */
  private Optional<String> quotient(String exponentials, String sum) {
    OnnxNode over = wiring.maker(sum).orElse(null);
    if (over == null || !over.is("ReduceSum") || !over.input(0).equals(exponentials)) {
      return Optional.empty();
    }
    List<Long> listed = over.integerLists().get("axes");
    long[] axes =
        listed != null
            ? listed.stream().mapToLong(Long::longValue).toArray()
            : wiring.integers(over.input(1)).orElse(new long[0]);
    if (axes.length != 1 || axes[0] == 0) {
      return Optional.empty();
    }
    int rank = shapes.rank(exponentials);
    if (axes[0] > 0 && rank > 0 && axes[0] != rank - 1) {
      return Optional.empty();
    }
    return wiring.maker(exponentials).filter(node -> node.is("Exp")).map(node -> node.input(0));
  }

  private Optional<Found> attention(OnnxNode softmax, String scores) {
    String weights = softmax.outputs().get(0);
    OnnxNode queryKey = queryKeyProduct(scores).orElse(null);
    if (queryKey == null) {
      return Optional.empty();
    }
    return way(weights).map(way -> found(way, queryKey));
  }

  private Optional<OnnxNode> queryKeyProduct(String scores) {
    TensorWalk search = new TensorWalk(scores);
    while (search.next()) {
      OnnxNode node = wiring.maker(search.tensor()).orElse(null);
      if (node == null) {
        continue;
      }
      if (LinearLayers.isProduct(node)) {
        if (bothSidesLive(node)) {
          return Optional.of(node);
        }
      } else if (BEFORE_ALL.contains(node.fullName())) {
        node.inputs().forEach(search::add);
      } else if (BEFORE_FIRST.contains(node.fullName())
          && LinearLayers.isFirstOutput(node, search.tensor())) {
        search.add(node.input(0));
      }
    }
    return Optional.empty();
  }

  /**
   * The way from the softmax to its product with V.
   *
   * @param shapes tensors on it that hold the weights, each in another shape
   * @param value the product's other side
   */
  private record Way(List<String> shapes, String value) {}

  private Optional<Way> way(String weights) {
    TensorWalk search = new TensorWalk(weights);
    List<String> reshaped = new ArrayList<>(List.of(weights));
    while (search.next()) {
      String tensor = search.tensor();
      for (OnnxNode user : wiring.users(tensor)) {
        if (LinearLayers.isProduct(user)) {
          int[] sides = LinearLayers.sides(user);
          String left = user.input(sides[0]);
          String right = user.input(sides[1]);
          String other = left.equals(tensor) ? right : right.equals(tensor) ? left : "";
          if (!other.equals(tensor) && wiring.isLive(other) && linear.isOutput(other, weights)) {
            return Optional.of(new Way(reshaped, other));
          }
        } else if (AFTER.contains(user.fullName()) && user.inputs().contains(tensor)) {
          String output = user.outputs().isEmpty() ? "" : user.outputs().get(0);
          search.add(output);
          if (user.is("Reshape") && !output.isEmpty()) {
            reshaped.add(output);
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Of the shapes in which the weights are held, the one with most axes up to (batch, heads,
   * tokens, tokens); softmaxes of old operator sets work on two.
   */
  private Found found(Way way, OnnxNode queryKey) {
    String best = way.shapes.get(0);
    int bestRank = shapes.rank(best);
    for (String tensor : way.shapes) {
      int rank = shapes.rank(tensor);
      if (rank <= 4 && rank > bestRank) {
        best = tensor;
        bestRank = rank;
      }
    }
    int heads = heads(way.value);
    if (heads == 0) {
      heads = heads(queryKey.input(LinearLayers.sides(queryKey)[0]));
    }
    return new Found(way.shapes.get(0), best, bestRank, heads);
  }

  /**
   * The head count, from the reshape of (batch, tokens, width) to (batch, tokens, heads, size) and
   * the exchange of tokens and heads that follows it.
   */
  private int heads(String tensor) {
    TensorWalk search = new TensorWalk(tensor);
    while (search.next()) {
      OnnxNode node = wiring.maker(search.tensor()).orElse(null);
      if (node == null) {
        continue;
      }
      List<Long> axes = node.integerLists().get("perm");
      if (node.is("Transpose") && axes != null && axes.size() == 4 && axes.get(1) == 2) {
        return splitHeads(node.input(0));
      }
      if (LinearLayers.movesFirst(node) || node.is("Mul") || node.is("Div")) {
        search.add(node.input(0));
      }
    }
    return 0;
  }

  private int splitHeads(String tensor) {
    TensorWalk search = new TensorWalk(tensor);
    while (search.next()) {
      OnnxNode node = wiring.maker(search.tensor()).orElse(null);
      if (node == null) {
        continue;
      }
      if (node.is("Reshape")) {
        long[] target = shapes.target(node.input(1)).orElse(new long[0]);
        boolean told = target.length == 4 && target[2] > 0 && target[2] <= 4096;
        return told ? (int) target[2] : 0;
      }
      if (BEFORE_FIRST.contains(node.fullName()) || node.is("Mul") || node.is("Div")) {
        search.add(node.input(0));
      }
    }
    return 0;
  }

  private boolean bothSidesLive(OnnxNode node) {
    return Arrays.stream(LinearLayers.sides(node))
        .allMatch(side -> wiring.isLive(node.input(side)));
  }
}
