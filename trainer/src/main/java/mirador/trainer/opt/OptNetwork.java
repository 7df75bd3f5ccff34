package mirador.trainer.opt;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import mirador.trainer.data.TextBatch;
import mirador.trainer.nn.Layers;
import mirador.trainer.nn.Parameters;

/** OPT (Zhang et al. 2022) as Hugging Face's {@code OPTForCausalLM} builds it, the head tied. */
public final class OptNetwork {
  private static final double EPSILON = 1e-5;
  private static final double DEVIATION = 0.02;

  /** The table of places begins with two rows that nobody uses. */
  private static final int OFFSET = 2;

  private final OptSizes sizes;
  private final Parameters parameters;
  private final Layers layers;
  private final String decoder;

  /**
   * Declares its parameters.
   *
   * @param prefix before the name of every parameter: {@code language_model.} within BLIP-2
   */
  public OptNetwork(OptSizes sizes, Parameters parameters, String prefix) {
    this.sizes = sizes;
    this.parameters = parameters;
    this.layers = new Layers(parameters);
    this.decoder = prefix + "model.decoder.";
    int width = sizes.width();
    parameters.normal(decoder + "embed_tokens.weight", DEVIATION, sizes.vocabulary(), width);
    parameters.normal(
        decoder + "embed_positions.weight", DEVIATION, sizes.positions() + OFFSET, width);
    double deep = 1 / Math.sqrt(2.0 * sizes.layers());
    for (int i = 0; i < sizes.layers(); i++) {
      String layer = layer(i);
      for (String part : new String[] {"k_proj", "v_proj", "q_proj"}) {
        parameters.linear(layer + "self_attn." + part, width, width, 1 / Math.sqrt(width));
      }
      parameters.linear(layer + "self_attn.out_proj", width, width, deep / Math.sqrt(width));
      parameters.norm(layer + "self_attn_layer_norm", width);
      parameters.linear(layer + "fc1", 4 * width, width, 1 / Math.sqrt(width));
      parameters.linear(layer + "fc2", width, 4 * width, deep / Math.sqrt(2.0 * width));
      parameters.norm(layer + "final_layer_norm", width);
    }
    parameters.norm(decoder + "final_layer_norm", width);
  }

  private String layer(int i) {
    return decoder + "layers." + i + ".";
  }

  public OptSizes sizes() {
    return sizes;
  }

  public Parameters parameters() {
    return parameters;
  }

  /** Token ids (batch, length) to embeddings (batch, length, width), without places. */
  public NDArray embed(NDArray ids) {
    return layers.rows(decoder + "embed_tokens.weight", ids);
  }

  /**
   * The logits of the token after each one.
   *
   * @param embeddings (batch, length, width), rows without padding before their first token
   * @return (batch, length, vocabulary)
   */
  public NDArray logits(NDArray embeddings) {
    return head(hidden(embeddings));
  }

  /** Embeddings to what the head reads, both (batch, length, width). */
  private NDArray hidden(NDArray embeddings) {
    int length = (int) embeddings.getShape().get(1);
    NDArray mask = layers.causal(length);
    NDArray x =
        embeddings.add(
            layers.places(
                decoder + "embed_positions.weight", OFFSET, length, embeddings.getManager()));
    for (int i = 0; i < sizes.layers(); i++) {
      String layer = layer(i);
      NDArray normed = layers.norm(layer + "self_attn_layer_norm", x, EPSILON);
      x = x.add(layers.selfAttention(layer + "self_attn", normed, sizes.heads(), mask));
      normed = layers.norm(layer + "final_layer_norm", x, EPSILON);
      NDArray inner = Activation.relu(layers.linear(layer + "fc1", normed));
      x = x.add(layers.linear(layer + "fc2", inner));
    }
    return layers.norm(decoder + "final_layer_norm", x, EPSILON);
  }

  private NDArray head(NDArray x) {
    return Linear.linear(x, parameters.get(decoder + "embed_tokens.weight")).singletonOrThrow();
  }

  /**
   * Cross entropy of the tokens that follow in texts, as {@link #loss(NDArray, NDArray, NDArray)}
   * gives it; the head is asked only where an answer counts, which saves most of its work.
   *
   * @param embeddings (batch, before + length, width)
   * @param texts of which the last embeddings are
   * @return one number
   */
  public NDArray loss(NDArray embeddings, TextBatch texts) {
    NDManager own = embeddings.getManager();
    long all = embeddings.getShape().get(1);
    TextBatch.Counted counted = texts.counted(all);
    NDArray rows = hidden(embeddings).reshape(embeddings.getShape().get(0) * all, sizes.width());
    NDArray read =
        Embedding.embedding(own.create(counted.places()), rows, SparseFormat.DENSE)
            .singletonOrThrow();
    return loss(head(read), own.create(counted.next()), own.create(counted.counts()));
  }

  /**
   * Cross entropy of the tokens that follow, mean over those that count.
   *
   * @param logits (…, vocabulary)
   * @param next (…), the id after each token
   * @param counts (…), how much each counts
   * @return one number
   */
  public static NDArray loss(NDArray logits, NDArray next, NDArray counts) {
    NDArray logs = logits.logSoftmax(-1);
    NDArray chosen = logs.gather(next.expandDims(-1), -1).squeeze(-1);
    return chosen.mul(counts).sum().div(counts.sum()).neg();
  }
}
