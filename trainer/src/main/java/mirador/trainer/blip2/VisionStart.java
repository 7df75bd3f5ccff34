package mirador.trainer.blip2;

import ai.djl.ndarray.NDArray;
import mirador.trainer.clip.ClipNetwork;
import mirador.trainer.clip.ClipSizes;
import mirador.trainer.nn.Parameters;
import mirador.trainer.nn.Parameters.Parameter;

/**
 * The first weights of BLIP-2's vision tower: those of CLIP mini's. BLIP-2's tower has no
 * normalisation before its first layer, so that the deviation by which CLIP divides each token can
 * only be one for all of them; what that costs is left to {@link VisionDistillation}.
 */
final class VisionStart {
  private static final String EMBEDDINGS = VisionNetwork.PREFIX + "embeddings.";
  private static final double EPSILON = 1e-5;

  private final Parameters from;
  private final Parameters to;
  private final ClipSizes sizes;
  private final int width;

  private VisionStart(ClipNetwork teacher, Parameters to) {
    this.from = teacher.parameters();
    this.to = to;
    this.sizes = teacher.sizes();
    this.width = sizes.visionWidth();
  }

  /**
   * Sets all weights of the tower.
   *
   * @param patches some pictures, over whose tokens the deviation is taken
   */
  static void set(ClipNetwork teacher, Parameters tower, NDArray patches) {
    VisionStart start = new VisionStart(teacher, tower);
    start.embeddings(teacher.pictureEmbeddings(patches));
    for (int i = 0; i < start.sizes.visionLayers(); i++) {
      start.layer(VisionNetwork.PREFIX + "encoder.layers." + i + ".");
    }
  }

  /**
   * @param tokens what CLIP normalises first, (batch, 1 + patches, width)
   */
  private void embeddings(NDArray tokens) {
    NDArray centred = tokens.sub(tokens.mean(new int[] {2}, true));
    double all = Math.sqrt(centred.square().mean().getFloat() + EPSILON);
    float[] gain = values("vision_model.pre_layrnorm.weight");
    float[] bias = values("vision_model.pre_layrnorm.bias");
    float[] places = values(EMBEDDINGS + "position_embedding.weight");
    float[] first = values(EMBEDDINGS + "class_embedding").clone();
    for (int i = 0; i < width; i++) {
      first[i] += places[i];
    }
    float[] newPlaces = new float[places.length];
    for (int place = 1; place <= sizes.patches(); place++) {
      normalise(places, place * width, 1, all, gain, bias, newPlaces);
    }
    float[] newFirst = new float[width];
    normalise(first, 0, 1, deviation(first), gain, bias, newFirst);
    float[] patch = values(EMBEDDINGS + "patch_embedding.weight");
    float[] newPatch = new float[patch.length];
    for (int number = 0; number < sizes.patchNumbers(); number++) {
      normalise(patch, number, sizes.patchNumbers(), all, gain, new float[width], newPatch);
    }
    set(EMBEDDINGS + "position_embedding", newPlaces);
    set(EMBEDDINGS + "class_embedding", newFirst);
    set(EMBEDDINGS + "patch_embedding.weight", newPatch);
  }

  /** The deviation of a token. */
  private static double deviation(float[] token) {
    double sum = 0;
    double squares = 0;
    for (float one : token) {
      sum += one;
      squares += (double) one * one;
    }
    double mean = sum / token.length;
    return Math.sqrt(squares / token.length - mean * mean + EPSILON);
  }

  /** Normalises the numbers of one vector, which stand {@code stride} apart. */
  private void normalise(
      float[] of, int at, int stride, double deviation, float[] gain, float[] bias, float[] out) {
    double mean = 0;
    for (int i = 0; i < width; i++) {
      mean += of[at + i * stride] / (double) width;
    }
    for (int i = 0; i < width; i++) {
      out[at + i * stride] = (float) ((of[at + i * stride] - mean) / deviation * gain[i] + bias[i]);
    }
  }

  private void layer(String layer) {
    for (String same : new String[] {"layer_norm1", "mlp.fc1", "mlp.fc2", "layer_norm2"}) {
      set(layer + same + ".weight", values(layer + same + ".weight"));
      set(layer + same + ".bias", values(layer + same + ".bias"));
    }
    for (String kind : new String[] {".weight", ".bias"}) {
      float[] all = new float[to.parameter(layer + "self_attn.qkv" + kind).values().length];
      int at = 0;
      for (String part : new String[] {"q_proj", "k_proj", "v_proj"}) {
        float[] own = values(layer + "self_attn." + part + kind);
        System.arraycopy(own, 0, all, at, own.length);
        at += own.length;
      }
      set(layer + "self_attn.qkv" + kind, all);
      set(layer + "self_attn.projection" + kind, values(layer + "self_attn.out_proj" + kind));
    }
  }

  private float[] values(String name) {
    return from.parameter(name).values();
  }

  private void set(String name, float[] values) {
    Parameter parameter = to.parameter(name);
    if (parameter.values().length != values.length) {
      throw new IllegalStateException(
          name + " takes " + parameter.values().length + " numbers, not " + values.length);
    }
    System.arraycopy(values, 0, parameter.values(), 0, values.length);
    parameter.push();
  }
}
