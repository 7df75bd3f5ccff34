package mirador.trainer.blip2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import mirador.trainer.nn.Layers;
import mirador.trainer.nn.Parameters;

/**
 * The Q-Former (section 3.1 of the paper): queries and, while it is trained, a text go through the
 * same self-attention; only the queries look at the picture. What is for texts alone is not
 * shipped.
 */
public final class QFormerNetwork {
  /** Before the names of what only the training needs. */
  static final String TRAINING = "training.";

  private static final double EPSILON = 1e-12;
  private static final double DEVIATION = 0.02;
  private static final float NEVER = -1e9f;

  private final Blip2Sizes sizes;
  private final Layers layers;

  /** Queries and text after the last layer; either may be missing. */
  record States(NDArray queries, NDArray text) {}

  /** Declares its parameters. */
  public QFormerNetwork(Blip2Sizes sizes, Parameters parameters) {
    this.sizes = sizes;
    this.layers = new Layers(parameters);
    int width = sizes.width();
    parameters.normal("query_tokens", 1 / Math.sqrt(width), 1, sizes.queries(), width);
    parameters.norm("qformer.layernorm", width);
    for (int i = 0; i < sizes.layers(); i++) {
      String layer = layer(i);
      declareAttention(parameters, layer + "attention.", width);
      if (sizes.looks(i)) {
        declareAttention(parameters, layer + "crossattention.", sizes.clip().visionWidth());
      }
      declareMlp(parameters, layer + "intermediate_query.dense", layer + "output_query.");
      declareMlp(parameters, TRAINING + layer + "intermediate.dense", TRAINING + layer + "output.");
    }
    parameters.normal(TRAINING + "words.weight", DEVIATION, sizes.language().vocabulary(), width);
    parameters.normal(TRAINING + "places.weight", DEVIATION, sizes.language().positions(), width);
  }

  private static String layer(int i) {
    return "qformer.encoder.layer." + i + ".";
  }

  private void declareAttention(Parameters parameters, String name, int from) {
    int width = sizes.width();
    parameters.linear(name + "attention.query", width, width, 1 / Math.sqrt(width));
    parameters.linear(name + "attention.key", width, from, 1 / Math.sqrt(from));
    parameters.linear(name + "attention.value", width, from, 1 / Math.sqrt(from));
    parameters.linear(name + "output.dense", width, width, 0.5 / Math.sqrt(width));
    parameters.norm(name + "output.LayerNorm", width);
  }

  private void declareMlp(Parameters parameters, String inner, String output) {
    int width = sizes.width();
    parameters.linear(inner, 4 * width, width, 1 / Math.sqrt(2.0 * width));
    parameters.linear(output + "dense", width, 4 * width, 0.5 / Math.sqrt(width));
    parameters.norm(output + "LayerNorm", width);
  }

  /**
   * The queries, having looked at a picture.
   *
   * @param picture (batch, tokens, vision width)
   * @return (batch, queries, width)
   */
  public NDArray queries(NDArray picture) {
    return run(picture, null, null).queries();
  }

  /**
   * A text by itself.
   *
   * @param ids (batch, length)
   * @param visible (batch, length), 0 for padding
   * @return (batch, length, width)
   */
  public NDArray text(NDArray ids, NDArray visible) {
    return run(null, ids, Layers.hidden(visible)).text();
  }

  /** Queries and text that see each other. */
  States together(NDArray picture, NDArray ids, NDArray visible) {
    long batch = ids.getShape().get(0);
    NDArray all = visible.getManager().ones(new Shape(batch, sizes.queries()));
    return run(picture, ids, Layers.hidden(NDArrays.concat(new NDList(all, visible), 1)));
  }

  /** Queries that do not see the text, and a text that sees them and what came before. */
  States causal(NDArray picture, NDArray ids) {
    int length = (int) ids.getShape().get(1);
    int queries = sizes.queries();
    int all = queries + length;
    float[] mask = new float[all * all];
    for (int row = 0; row < all; row++) {
      for (int column = queries; column < all; column++) {
        if (row < queries || column > row) {
          mask[row * all + column] = NEVER;
        }
      }
    }
    return run(picture, ids, ids.getManager().create(mask, new Shape(1, 1, all, all)));
  }

  private States run(NDArray picture, NDArray ids, NDArray mask) {
    int queries = picture == null ? 0 : sizes.queries();
    NDArray x = layers.norm("qformer.layernorm", embeddings(picture, ids), EPSILON);
    for (int i = 0; i < sizes.layers(); i++) {
      String layer = layer(i);
      x = attention(layer + "attention.", x, x, mask);
      NDList parts = new NDList();
      if (queries > 0) {
        NDArray q = x.get(new NDIndex(":, 0:{}", queries));
        if (sizes.looks(i)) {
          q = attention(layer + "crossattention.", q, picture, null);
        }
        parts.add(mlp(layer + "intermediate_query.dense", layer + "output_query.", q));
      }
      if (ids != null) {
        parts.add(
            mlp(
                TRAINING + layer + "intermediate.dense",
                TRAINING + layer + "output.",
                x.get(new NDIndex(":, {}:", queries))));
      }
      x = parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts, 1);
    }
    return new States(
        queries == 0 ? null : x.get(new NDIndex(":, 0:{}", queries)),
        ids == null ? null : x.get(new NDIndex(":, {}:", queries)));
  }

  private NDArray embeddings(NDArray picture, NDArray ids) {
    NDList parts = new NDList();
    int width = sizes.width();
    if (picture != null) {
      NDManager own = picture.getManager();
      parts.add(
          layers
              .parameter(own, "query_tokens", 1, sizes.queries(), width)
              .broadcast(new Shape(picture.getShape().get(0), sizes.queries(), width)));
    }
    if (ids != null) {
      int length = (int) ids.getShape().get(1);
      parts.add(
          layers
              .rows(TRAINING + "words.weight", ids)
              .add(layers.places(TRAINING + "places.weight", 0, length, ids.getManager())));
    }
    return parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts, 1);
  }

  /** Attention as BERT has it: normalised after it is added. */
  private NDArray attention(String name, NDArray x, NDArray others, NDArray mask) {
    NDArray mixed =
        Layers.attention(
            layers.linear(name + "attention.query", x),
            layers.linear(name + "attention.key", others),
            layers.linear(name + "attention.value", others),
            sizes.heads(),
            mask);
    NDArray sum = layers.linear(name + "output.dense", mixed).add(x);
    return layers.norm(name + "output.LayerNorm", sum, EPSILON);
  }

  private NDArray mlp(String inner, String output, NDArray x) {
    NDArray sum = layers.linear(output + "dense", layers.gelu(layers.linear(inner, x))).add(x);
    return layers.norm(output + "LayerNorm", sum, EPSILON);
  }
}
