package mirador.trainer.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;

/** The layers of the transformers, each reading its parameters by name. */
public final class Layers {
  /** Added to a score that must not be looked at. */
  static final float NEVER = -1e9f;

  private final Parameters parameters;

  public Layers(Parameters parameters) {
    this.parameters = parameters;
  }

  /** x Wᵀ + b: (…, from) to (…, to). */
  public NDArray linear(String name, NDArray x) {
    return Linear.linear(x, parameters.get(name + ".weight"), parameters.get(name + ".bias"))
        .singletonOrThrow();
  }

  /** x Wᵀ: (…, from) to (…, to). */
  public NDArray projection(String name, NDArray x) {
    return Linear.linear(x, parameters.get(name + ".weight")).singletonOrThrow();
  }

  /** Layer normalisation over the last axis (Ba et al. 2016). */
  public NDArray norm(String name, NDArray x, double epsilon) {
    NDArray weight = parameters.get(name + ".weight");
    NDList normed =
        LayerNorm.layerNorm(
            x, weight.getShape(), weight, parameters.get(name + ".bias"), (float) epsilon);
    return normed.singletonOrThrow();
  }

  /** Rows of a table: ids (…) to (…, width). */
  public NDArray rows(String table, NDArray ids) {
    return Embedding.embedding(ids, parameters.get(table), SparseFormat.DENSE).singletonOrThrow();
  }

  /**
   * Some rows of a table of places, (1, length, width).
   *
   * @param own takes the array
   */
  public NDArray places(String table, int from, int length, NDManager own) {
    NDArray rows = parameters.get(table).get(new NDIndex("{}:{}", from, from + length));
    rows.attach(own);
    return rows.expandDims(0);
  }

  public NDArray gelu(NDArray x) {
    return Activation.gelu(x);
  }

  /**
   * One parameter, made into that shape.
   *
   * @param own takes the array: what is computed from a parameter would otherwise live as long as
   *     the parameter, and with it all that is computed from that
   */
  public NDArray parameter(NDManager own, String name, long... shape) {
    NDArray shaped = parameters.get(name).reshape(new Shape(shape));
    shaped.attach(own);
    return shaped;
  }

  /** What causal attention adds to its scores, (1, 1, length, length). */
  public NDArray causal(int length) {
    return parameters.causal(length);
  }

  /** (batch, length) of 1 and 0 to what attention adds to its scores, (batch, 1, 1, length). */
  public static NDArray hidden(NDArray visible) {
    return visible.sub(1f).mul(-NEVER).expandDims(1).expandDims(1);
  }

  /**
   * Attention of several heads (Vaswani et al. 2017, section 3.2.2).
   *
   * @param query (batch, queries, width), projected already, as are the others
   * @param key (batch, keys, width)
   * @param value (batch, keys, width)
   * @param mask added to the scores, or null
   * @return (batch, queries, width), before the last projection
   */
  public static NDArray attention(
      NDArray query, NDArray key, NDArray value, int heads, NDArray mask) {
    long width = query.getShape().get(2);
    double scale = 1 / Math.sqrt((double) width / heads);
    NDArray q = heads(times(query, scale), heads);
    NDArray k = heads(key, heads);
    NDArray v = heads(value, heads);
    NDArray scores = q.matMul(k.transpose(0, 1, 3, 2)); // (batch, heads, queries, keys)
    NDArray weights = (mask == null ? scores : scores.add(mask)).softmax(-1);
    NDArray mixed = weights.matMul(v).transpose(0, 2, 1, 3); // (batch, queries, heads, head width)
    return mixed.reshape(query.getShape().get(0), query.getShape().get(1), width);
  }

  /**
   * x · factor, to be learnt through. Not {@code x.mul(factor)}: there the engine keeps the factor
   * for the way back in memory that Java may collect before; now and then a gradient was garbage.
   */
  public static NDArray times(NDArray x, double factor) {
    return x.mul(x.getManager().create((float) factor));
  }

  /** (batch, tokens, width) to (batch, heads, tokens, head width). */
  private static NDArray heads(NDArray x, int heads) {
    Shape shape = x.getShape();
    return x.reshape(shape.get(0), shape.get(1), heads, shape.get(2) / heads).transpose(0, 2, 1, 3);
  }

  /**
   * Self-attention with four matrices of the names that CLIP and OPT give them.
   *
   * @param x (batch, tokens, width), normalised already
   */
  public NDArray selfAttention(String name, NDArray x, int heads, NDArray mask) {
    NDArray mixed =
        attention(
            linear(name + ".q_proj", x),
            linear(name + ".k_proj", x),
            linear(name + ".v_proj", x),
            heads,
            mask);
    return linear(name + ".out_proj", mixed);
  }
}
