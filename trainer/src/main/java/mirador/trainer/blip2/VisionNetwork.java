package mirador.trainer.blip2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import mirador.trainer.clip.ClipSizes;
import mirador.trainer.nn.Layers;
import mirador.trainer.nn.Parameters;

/** The vision tower as Hugging Face's {@code Blip2VisionModel} builds it. */
public final class VisionNetwork {
  static final String PREFIX = "vision_model.";

  private static final double EPSILON = 1e-6;
  private static final double DEVIATION = 0.02;

  private final ClipSizes sizes;
  private final Layers layers;

  /** Declares its parameters. */
  public VisionNetwork(ClipSizes sizes, Parameters parameters) {
    this.sizes = sizes;
    this.layers = new Layers(parameters);
    int width = sizes.visionWidth();
    String embeddings = PREFIX + "embeddings.";
    parameters.normal(embeddings + "class_embedding", DEVIATION, 1, 1, width);
    parameters.normal(embeddings + "position_embedding", DEVIATION, 1, 1 + sizes.patches(), width);
    parameters.normal(
        embeddings + "patch_embedding.weight",
        1 / Math.sqrt(sizes.patchNumbers()),
        width,
        3,
        sizes.patch(),
        sizes.patch());
    parameters.constant(embeddings + "patch_embedding.bias", 0, width);
    double deep = 1 / Math.sqrt(2.0 * sizes.visionLayers());
    for (int i = 0; i < sizes.visionLayers(); i++) {
      String layer = layer(i);
      parameters.linear(layer + "self_attn.qkv", 3 * width, width, 1 / Math.sqrt(width));
      parameters.linear(layer + "self_attn.projection", width, width, deep / Math.sqrt(width));
      parameters.norm(layer + "layer_norm1", width);
      parameters.linear(layer + "mlp.fc1", 4 * width, width, 1 / Math.sqrt(2.0 * width));
      parameters.linear(layer + "mlp.fc2", width, 4 * width, deep / Math.sqrt(width));
      parameters.norm(layer + "layer_norm2", width);
    }
    parameters.norm(PREFIX + "post_layernorm", width);
  }

  private static String layer(int i) {
    return PREFIX + "encoder.layers." + i + ".";
  }

  /**
   * The states of a picture's tokens, normalised.
   *
   * @param patches (batch, patches, numbers of a patch)
   * @return (batch, 1 + patches, width), [CLS] first
   */
  public NDArray tokens(NDArray patches) {
    NDManager own = patches.getManager();
    int width = sizes.visionWidth();
    long batch = patches.getShape().get(0);
    String name = PREFIX + "embeddings.";
    NDArray flat =
        layers.parameter(own, name + "patch_embedding.weight", width, sizes.patchNumbers());
    NDArray tokens =
        patches
            .matMul(flat.transpose())
            .add(layers.parameter(own, name + "patch_embedding.bias", 1, 1, width));
    NDArray first =
        layers
            .parameter(own, name + "class_embedding", 1, 1, width)
            .broadcast(new Shape(batch, 1, width));
    NDArray x =
        NDArrays.concat(new NDList(first, tokens), 1)
            .add(layers.parameter(own, name + "position_embedding", 1, 1 + sizes.patches(), width));
    for (int i = 0; i < sizes.visionLayers(); i++) {
      String layer = layer(i);
      x = x.add(attention(layer, layers.norm(layer + "layer_norm1", x, EPSILON)));
      NDArray normed = layers.norm(layer + "layer_norm2", x, EPSILON);
      x =
          x.add(
              layers.linear(
                  layer + "mlp.fc2", layers.gelu(layers.linear(layer + "mlp.fc1", normed))));
    }
    return layers.norm(PREFIX + "post_layernorm", x, EPSILON);
  }

  private NDArray attention(String layer, NDArray x) {
    int width = sizes.visionWidth();
    NDArray all = layers.linear(layer + "self_attn.qkv", x); // (batch, tokens, 3 · width)
    NDArray mixed =
        Layers.attention(
            all.get(new NDIndex(":, :, 0:{}", width)),
            all.get(new NDIndex(":, :, {}:{}", width, 2 * width)),
            all.get(new NDIndex(":, :, {}:{}", 2 * width, 3 * width)),
            sizes.heads(),
            null);
    return layers.linear(layer + "self_attn.projection", mixed);
  }
}
