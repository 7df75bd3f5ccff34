package mirador.trainer.clip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import mirador.trainer.nn.Contrast;
import mirador.trainer.nn.Layers;
import mirador.trainer.nn.Parameters;

/** CLIP (Radford et al. 2021) as Hugging Face's {@code CLIPModel} builds it. */
public final class ClipNetwork {
  private static final double EPSILON = 1e-5;
  private static final double DEVIATION = 0.02;
  private static final String SCALE = "logit_scale";

  private final ClipSizes sizes;
  private final Parameters parameters;
  private final Layers layers;

  public ClipNetwork(ClipSizes sizes, NDManager manager, long seed) {
    this.sizes = sizes;
    this.parameters = new Parameters(manager, seed);
    this.layers = new Layers(parameters);
    parameters.constant(SCALE, Contrast.FIRST_SCALE);
    int text = sizes.textWidth();
    parameters.normal(
        "text_model.embeddings.token_embedding.weight", DEVIATION, sizes.vocabulary(), text);
    parameters.normal(
        "text_model.embeddings.position_embedding.weight", DEVIATION / 2, sizes.context(), text);
    declare("text_model", text, sizes.textLayers());
    parameters.norm("text_model.final_layer_norm", text);
    int vision = sizes.visionWidth();
    String embeddings = "vision_model.embeddings.";
    parameters.normal(embeddings + "class_embedding", 1 / Math.sqrt(vision), vision);
    parameters.normal(
        embeddings + "patch_embedding.weight",
        1 / Math.sqrt(sizes.patchNumbers()),
        vision,
        3,
        sizes.patch(),
        sizes.patch());
    parameters.normal(
        embeddings + "position_embedding.weight",
        1 / Math.sqrt(vision),
        1 + sizes.patches(),
        vision);
    parameters.norm("vision_model.pre_layrnorm", vision);
    declare("vision_model", vision, sizes.visionLayers());
    parameters.norm("vision_model.post_layernorm", vision);
    parameters.normal(
        "visual_projection.weight", 1 / Math.sqrt(vision), sizes.projection(), vision);
    parameters.normal("text_projection.weight", 1 / Math.sqrt(text), sizes.projection(), text);
  }

  private void declare(String tower, int width, int count) {
    double deep = 1 / Math.sqrt(2.0 * count);
    for (int i = 0; i < count; i++) {
      String layer = tower + ".encoder.layers." + i + ".";
      for (String part : new String[] {"k_proj", "v_proj", "q_proj"}) {
        parameters.linear(layer + "self_attn." + part, width, width, 1 / Math.sqrt(width));
      }
      parameters.linear(layer + "self_attn.out_proj", width, width, deep / Math.sqrt(width));
      parameters.norm(layer + "layer_norm1", width);
      parameters.linear(layer + "mlp.fc1", 4 * width, width, 1 / Math.sqrt(2.0 * width));
      parameters.linear(layer + "mlp.fc2", width, 4 * width, deep / Math.sqrt(width));
      parameters.norm(layer + "layer_norm2", width);
    }
  }

  public ClipSizes sizes() {
    return sizes;
  }

  public Parameters parameters() {
    return parameters;
  }

  /** The logarithm of what similarities are multiplied by. */
  public Parameters.Parameter scale() {
    return parameters.parameter(SCALE);
  }

  /**
   * The states of a picture's tokens after the last layer.
   *
   * @param patches (batch, patches, 3 · patch · patch), as {@link Patchify} lays them
   * @return (batch, 1 + patches, width), [CLS] first
   */
  public NDArray pictureTokens(NDArray patches) {
    NDArray x = layers.norm("vision_model.pre_layrnorm", pictureEmbeddings(patches), EPSILON);
    return encoder("vision_model", x, sizes.visionLayers(), null);
  }

  /**
   * The tokens of a picture before anything is done with them.
   *
   * @param patches (batch, patches, 3 · patch · patch)
   * @return (batch, 1 + patches, width), [CLS] first
   */
  public NDArray pictureEmbeddings(NDArray patches) {
    int width = sizes.visionWidth();
    String name = "vision_model.embeddings.";
    long batch = patches.getShape().get(0);
    NDManager own = patches.getManager();
    NDArray flat =
        layers.parameter(own, name + "patch_embedding.weight", width, sizes.patchNumbers());
    NDArray tokens = patches.matMul(flat.transpose()); // (batch, patches, width)
    NDArray first =
        layers
            .parameter(own, name + "class_embedding", 1, 1, width)
            .broadcast(new Shape(batch, 1, width));
    return NDArrays.concat(new NDList(first, tokens), 1)
        .add(
            layers.parameter(
                own, name + "position_embedding.weight", 1, 1 + sizes.patches(), width));
  }

  /** The embeddings of pictures, (batch, projection), of length 1. */
  public NDArray pictures(NDArray patches) {
    NDArray first = pictureTokens(patches).get(new NDIndex(":, 0"));
    NDArray pooled = layers.norm("vision_model.post_layernorm", first, EPSILON);
    return Contrast.unit(layers.projection("visual_projection", pooled));
  }

  /**
   * The embeddings of texts.
   *
   * @param ids (batch, length)
   * @param ends (batch, length), 1 at the end token of each text and 0 elsewhere
   * @return (batch, projection), of length 1
   */
  public NDArray texts(NDArray ids, NDArray ends) {
    int length = (int) ids.getShape().get(1);
    NDArray x =
        layers
            .rows("text_model.embeddings.token_embedding.weight", ids)
            .add(
                layers.places(
                    "text_model.embeddings.position_embedding.weight",
                    0,
                    length,
                    ids.getManager()));
    x = encoder("text_model", x, sizes.textLayers(), layers.causal(length));
    x = layers.norm("text_model.final_layer_norm", x, EPSILON);
    NDArray pooled = x.mul(ends.expandDims(2)).sum(new int[] {1});
    return Contrast.unit(layers.projection("text_projection", pooled));
  }

  private NDArray encoder(String tower, NDArray tokens, int count, NDArray mask) {
    NDArray x = tokens;
    for (int i = 0; i < count; i++) {
      String layer = tower + ".encoder.layers." + i + ".";
      NDArray normed = layers.norm(layer + "layer_norm1", x, EPSILON);
      x = x.add(layers.selfAttention(layer + "self_attn", normed, sizes.heads(), mask));
      normed = layers.norm(layer + "layer_norm2", x, EPSILON);
      NDArray inner = layers.gelu(layers.linear(layer + "mlp.fc1", normed));
      x = x.add(layers.linear(layer + "mlp.fc2", inner));
    }
    return x;
  }

  /**
   * The loss that is learnt from, {@link Contrast}.
   *
   * @param pictures (batch, projection), of length 1
   * @param texts (batch, projection), of length 1
   * @return one number
   */
  public NDArray loss(NDArray pictures, NDArray texts) {
    NDArray scale = layers.parameter(pictures.getManager(), SCALE).exp();
    return Contrast.loss(pictures.matMul(texts.transpose()).mul(scale));
  }
}
