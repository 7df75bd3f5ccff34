package mirador.models.reference;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import mirador.models.weights.Weights;

/**
 * BLIP-2 (Li et al. 2023), plainly. The sizes of the vision tower, the Q-Former and OPT are given;
 * names are those of the checkpoint.
 */
public final class PlainBlip2 {
  private static final int CHANNELS = 3;
  private static final int PLACES_BEFORE = 2; // rows of OPT's table of places before the first

  private final PlainMath math;
  private final Sizes sizes;

  /** The sizes of one stack of layers. */
  public record Stack(
      int width, int mlpWidth, int layers, int heads, double epsilon, String activation) {}

  /**
   * All sizes.
   *
   * @param imageSize side of the picture
   * @param patchSize side of a patch
   * @param queries how many
   * @param crossAttentionEvery of so many layers of the Q-Former the first one looks at the picture
   * @param vocabulary how many token ids
   * @param head name of the matrix of the logits
   */
  public record Sizes(
      Stack vision,
      int imageSize,
      int patchSize,
      Stack qformer,
      int queries,
      int crossAttentionEvery,
      Stack language,
      int vocabulary,
      String head) {}

  public PlainBlip2(Weights weights, Sizes sizes) {
    this.math = new PlainMath(weights);
    this.sizes = sizes;
  }

  /**
   * The vision tower's tokens, (tokens, width), of a picture whose pixels, already normalised, are
   * all the same.
   */
  public float[] imageStates(double pixel) throws IOException {
    int size = sizes.imageSize();
    float[] pixels = new float[CHANNELS * size * size];
    Arrays.fill(pixels, (float) pixel);
    return imageStates(pixels);
  }

  /**
   * The vision tower's tokens, (tokens, width).
   *
   * @param pixels (3, size, size), normalised
   */
  public float[] imageStates(float[] pixels) throws IOException {
    Stack vision = sizes.vision();
    int width = vision.width();
    float[] x = embedded(pixels);
    for (int i = 0; i < vision.layers(); i++) {
      String layer = "vision_model.encoder.layers." + i + ".";
      float[] normed = math.norm(x, layer + "layer_norm1", width, vision.epsilon());
      float[] all = math.linear(normed, layer + "self_attn.qkv", width, 3 * width);
      float[] mixed =
          PlainMath.attention(
              columns(all, 3 * width, 0, width),
              columns(all, 3 * width, width, width),
              columns(all, 3 * width, 2 * width, width),
              width,
              vision.heads(),
              false);
      x = PlainMath.add(x, math.linear(mixed, layer + "self_attn.projection", width, width));
      normed = math.norm(x, layer + "layer_norm2", width, vision.epsilon());
      x = PlainMath.add(x, mlp(normed, layer + "mlp.fc1", layer + "mlp.fc2", vision));
    }
    return math.norm(x, "vision_model.post_layernorm", width, vision.epsilon());
  }

  /** Patches, projected, [CLS] before them, places added. */
  private float[] embedded(float[] pixels) throws IOException {
    int size = sizes.imageSize();
    int patch = sizes.patchSize();
    int grid = size / patch;
    int flat = CHANNELS * patch * patch;
    int width = sizes.vision().width();
    float[] patches = new float[grid * grid * flat];
    int at = 0;
    for (int row = 0; row < grid; row++) {
      for (int column = 0; column < grid; column++) {
        for (int channel = 0; channel < CHANNELS; channel++) {
          for (int y = 0; y < patch; y++) {
            int from = (channel * size + row * patch + y) * size + column * patch;
            System.arraycopy(pixels, from, patches, at, patch);
            at += patch;
          }
        }
      }
    }
    String name = "vision_model.embeddings.";
    float[] projected = math.linear(patches, name + "patch_embedding", flat, width);
    float[] tokens = new float[width + projected.length];
    System.arraycopy(math.all(name + "class_embedding"), 0, tokens, 0, width);
    System.arraycopy(projected, 0, tokens, width, projected.length);
    return PlainMath.add(tokens, math.all(name + "position_embedding"));
  }

  /**
   * What the queries become for the language model, (queries, language width).
   *
   * @param picture the vision tower's tokens
   */
  public float[] projection(float[] picture) throws IOException {
    Stack former = sizes.qformer();
    int width = former.width();
    float[] x = math.norm(math.all("query_tokens"), "qformer.layernorm", width, former.epsilon());
    for (int i = 0; i < former.layers(); i++) {
      String layer = "qformer.encoder.layer." + i + ".";
      x = look(x, x, width, layer + "attention.");
      if (i % sizes.crossAttentionEvery() == 0) {
        x = look(x, picture, sizes.vision().width(), layer + "crossattention.");
      }
      float[] thought =
          mlp(x, layer + "intermediate_query.dense", layer + "output_query.dense", former);
      x =
          math.norm(
              PlainMath.add(thought, x), layer + "output_query.LayerNorm", width, former.epsilon());
    }
    return math.linear(x, "language_projection", width, sizes.language().width());
  }

  private float[] look(float[] queries, float[] others, int othersWidth, String block)
      throws IOException {
    Stack former = sizes.qformer();
    int width = former.width();
    float[] mixed =
        PlainMath.attention(
            math.linear(queries, block + "attention.query", width, width),
            math.linear(others, block + "attention.key", othersWidth, width),
            math.linear(others, block + "attention.value", othersWidth, width),
            width,
            former.heads(),
            false);
    float[] out = math.linear(mixed, block + "output.dense", width, width);
    return math.norm(
        PlainMath.add(out, queries), block + "output.LayerNorm", width, former.epsilon());
  }

  /** Logits of the token after some tokens, (vocabulary). */
  public float[] nextTokenLogits(List<Long> ids) throws IOException {
    return logits(tokenRows(ids), sizes.language().width());
  }

  /**
   * Logits of the token after a picture's queries and some tokens, (vocabulary).
   *
   * @param projection (queries, language width)
   */
  public float[] nextTokenLogits(float[] projection, List<Long> ids) throws IOException {
    float[] tokens = tokenRows(ids);
    float[] all = Arrays.copyOf(projection, projection.length + tokens.length);
    System.arraycopy(tokens, 0, all, projection.length, tokens.length);
    return logits(all, sizes.language().width());
  }

  private float[] logits(float[] embedded, int width) throws IOException {
    Stack opt = sizes.language();
    String decoder = "language_model.model.decoder.";
    float[] places = math.all(decoder + "embed_positions.weight");
    float[] x = embedded.clone();
    for (int i = 0; i < x.length; i++) {
      x[i] += places[PLACES_BEFORE * width + i];
    }
    for (int i = 0; i < opt.layers(); i++) {
      String layer = decoder + "layers." + i + ".";
      float[] normed = math.norm(x, layer + "self_attn_layer_norm", width, opt.epsilon());
      String attention = layer + "self_attn.";
      float[] mixed =
          PlainMath.attention(
              math.linear(normed, attention + "q_proj", width, width),
              math.linear(normed, attention + "k_proj", width, width),
              math.linear(normed, attention + "v_proj", width, width),
              width,
              opt.heads(),
              true);
      x = PlainMath.add(x, math.linear(mixed, attention + "out_proj", width, width));
      normed = math.norm(x, layer + "final_layer_norm", width, opt.epsilon());
      x = PlainMath.add(x, mlp(normed, layer + "fc1", layer + "fc2", opt));
    }
    float[] last = Arrays.copyOfRange(x, x.length - width, x.length);
    float[] normed = math.norm(last, decoder + "final_layer_norm", width, opt.epsilon());
    return math.product(normed, sizes.head(), width, sizes.vocabulary());
  }

  private float[] tokenRows(List<Long> ids) throws IOException {
    return math.rows(
        "language_model.model.decoder.embed_tokens.weight", ids, sizes.language().width());
  }

  private float[] mlp(float[] x, String in, String out, Stack stack) throws IOException {
    float[] wide = math.linear(x, in, stack.width(), stack.mlpWidth());
    return math.linear(
        PlainMath.activate(wide, stack.activation()), out, stack.mlpWidth(), stack.width());
  }

  /** Some columns of a matrix of a width. */
  private static float[] columns(float[] matrix, int width, int first, int count) {
    int rows = matrix.length / width;
    float[] part = new float[rows * count];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(matrix, r * width + first, part, r * count, count);
    }
    return part;
  }
}
