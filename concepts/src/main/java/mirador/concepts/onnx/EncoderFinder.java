package mirador.concepts.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mirador.concepts.onnx.AttentionFinder.Found;

/**
 * Finds what flows through a Transformer encoder whose normalisations stand before its blocks
 * (Dosovitskiy et al. 2020, equations 1 to 3), by the shape of the graph, whatever the nodes are
 * called.
 *
 * <ol>
 *   <li>Forwards from an attention, over linear layers and moves of data, there is a sum of two
 *       tensors that both hang on the graph's inputs, which no bias does: {@code x + attention}.
 *       Its other side is what came into the layer.
 *   <li>What comes into the next layer, and what comes out of the last one, is another such sum, of
 *       the first one and the output of the MLP.
 *   <li>Backwards from what comes into the first layer, over a normalisation, there is a sum with a
 *       table: the embeddings of the places.
 *   <li>Its other side is a row of [CLS] and of the patches, the only part that comes from a linear
 *       layer.
 * </ol>
 */
final class EncoderFinder {
  /**
   * Tensors of an encoder.
   *
   * @param states what comes into the first layer and out of each one, (batch, tokens, width);
   *     empty when they were not found
   * @param positions (tokens, width) or (1, tokens, width), empty when not found
   * @param embeddings the tokens with their places, (batch, tokens, width)
   * @param patches the projected patches, (batch, patches, width)
   * @param missing in English, what was not found and why
   */
  record Encoder(
      List<String> states,
      Optional<String> positions,
      Optional<String> embeddings,
      Optional<String> patches,
      List<String> missing) {}

  /** The sum after an attention, and what came into the layer. */
  private record Residual(String sum, String before) {}

  private record Stem(String tokens, String positions, String embeddings) {}

  /** A sum and a normalisation in one: the sum itself is not to be had. */
  private static final Set<String> FUSED_SUMS =
      Set.of(
          "com.microsoft.SkipLayerNormalization",
          "com.microsoft.SkipSimplifiedLayerNormalization",
          "com.microsoft.EmbedLayerNormalization");

  /** What only rounds, renames or retypes a tensor. */
  private static final Set<String> SAME =
      Set.of("Cast", "Identity", "Dropout", "QuantizeLinear", "DequantizeLinear");

  /** What may stand between an attention and the sum, besides linear layers and moves. */
  private static final Set<String> AFTER = Set.of("Add", "Mul", "Div", "Where");

  /** What a normalisation is made of. */
  private static final Set<String> NORMALISATION =
      Set.of("LayerNormalization", "Add", "Sub", "Mul", "Div", "Reshape", "Transpose");

  private final Wiring wiring;
  private final ShapeReader shapes;
  private final LinearLayers linear;
  private final List<String> missing = new ArrayList<>();

  EncoderFinder(ParsedModel model, Wiring wiring) {
    this.wiring = wiring;
    this.shapes = new ShapeReader(model.graph(), wiring);
    this.linear = new LinearLayers(wiring);
  }

  /** What flows through the layers of these attentions, the first one first. */
  Encoder find(List<Found> attentions) {
    List<String> states = states(attentions);
    Optional<Stem> stem = states.isEmpty() ? Optional.empty() : stem(states.get(0));
    if (!states.isEmpty() && stem.isEmpty()) {
      missing.add("no table of places is added to the tokens before the first layer");
    }
    Optional<String> patches = stem.flatMap(found -> patches(found.tokens()));
    if (stem.isPresent() && patches.isEmpty()) {
      missing.add("the tokens are not a row of one class token and of projected patches");
    }
    return new Encoder(
        states, stem.map(Stem::positions), stem.map(Stem::embeddings), patches, missing);
  }

  private List<String> states(List<Found> attentions) {
    List<Residual> residuals = new ArrayList<>();
    for (Found attention : attentions) {
      Residual residual = residual(attention.softmax()).orElse(null);
      if (residual == null) {
        return none("after the attention of layer " + residuals.size() + " there is no plain sum");
      }
      residuals.add(residual);
    }
    if (residuals.isEmpty()) {
      return none("the graph shows no attention to start from");
    }
    List<String> states = new ArrayList<>();
    for (int i = 0; i < residuals.size(); i++) {
      states.add(residuals.get(i).before());
      if (i > 0 && !follows(residuals.get(i).before(), residuals.get(i - 1).sum())) {
        return none(
            "layer " + i + " does not begin with the sum of the one before and its MLP's output");
      }
    }
    Optional<String> last = outOf(residuals.get(residuals.size() - 1).sum());
    if (last.isEmpty()) {
      return none("after the last layer's attention there is no second sum");
    }
    states.add(last.get());
    return states;
  }

  private List<String> none(String why) {
    missing.add("the states between the layers were not found: " + why);
    return List.of();
  }

  private Optional<Residual> residual(String attention) {
    TensorWalk walk = new TensorWalk(attention);
    while (walk.next()) {
      for (OnnxNode user : wiring.users(walk.tensor())) {
        if (FUSED_SUMS.contains(user.fullName())) {
          return Optional.empty();
        }
        if (isSum(user)) {
          String other = user.input(user.input(0).equals(walk.tensor()) ? 1 : 0);
          return Optional.of(new Residual(user.outputs().get(0), other));
        }
        if ((LinearLayers.isProduct(user)
                || LinearLayers.isLayer(user)
                || LinearLayers.movesFirst(user)
                || AFTER.contains(user.fullName()))
            && !user.outputs().isEmpty()) {
          walk.add(user.outputs().get(0));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a node adds two tensors of which neither is a weight. */
  private boolean isSum(OnnxNode node) {
    return node.is("Add")
        && node.outputs().size() == 1
        && wiring.isLive(node.input(0))
        && wiring.isLive(node.input(1));
  }

  /** Whether a state is the sum of {@code earlier} and something else. */
  private boolean follows(String state, String earlier) {
    return wiring
        .maker(root(state))
        .filter(this::isSum)
        .filter(sum -> isOneSide(sum, earlier))
        .isPresent();
  }

  private boolean isOneSide(OnnxNode sum, String tensor) {
    String root = root(tensor);
    return root(sum.input(0)).equals(root) || root(sum.input(1)).equals(root);
  }

  /** The sum that {@code earlier} goes into. */
  private Optional<String> outOf(String earlier) {
    TensorWalk walk = new TensorWalk(earlier);
    while (walk.next()) {
      for (OnnxNode user : wiring.users(walk.tensor())) {
        if (isSum(user)) {
          return Optional.of(user.outputs().get(0));
        }
        if (SAME.contains(user.fullName())) {
          walk.add(user.outputs().get(0));
        }
      }
    }
    return Optional.empty();
  }

  /** The tensor of which this one is a copy. */
  private String root(String tensor) {
    TensorWalk walk = new TensorWalk(tensor);
    while (walk.next()) {
      OnnxNode node = wiring.maker(walk.tensor()).orElse(null);
      if (node == null || !SAME.contains(node.fullName())) {
        return walk.tensor();
      }
      walk.add(node.input(0));
    }
    return tensor;
  }

  /** The sum of tokens and places behind the first layer's input. */
  private Optional<Stem> stem(String state) {
    TensorWalk walk = new TensorWalk(state);
    while (walk.next()) {
      OnnxNode node = wiring.maker(walk.tensor()).orElse(null);
      if (node == null) {
        continue;
      }
      if (node.is("Add") && wiring.isLive(node.input(0)) != wiring.isLive(node.input(1))) {
        int table = wiring.isLive(node.input(0)) ? 1 : 0;
        int rank = shapes.rank(node.input(table));
        // A bias has one axis, the ε of a normalisation none.
        if (rank < 0 || rank > 1) {
          return Optional.of(
              new Stem(node.input(1 - table), node.input(table), node.outputs().get(0)));
        }
      }
      if (NORMALISATION.contains(node.fullName()) || SAME.contains(node.fullName())) {
        node.inputs().stream().filter(wiring::isLive).forEach(walk::add);
      }
    }
    return Optional.empty();
  }

  private Optional<String> patches(String tokens) {
    OnnxNode row = wiring.maker(root(tokens)).orElse(null);
    if (row == null || !row.is("Concat")) {
      return Optional.empty();
    }
    List<String> projected =
        row.inputs().stream().filter(input -> linear.isOutput(input, "")).toList();
    return projected.size() == 1 ? Optional.of(projected.get(0)) : Optional.empty();
  }
}
