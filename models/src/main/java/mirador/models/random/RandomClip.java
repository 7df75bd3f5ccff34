package mirador.models.random;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mirador.models.export.TokenizerFiles;
import mirador.models.weights.Dtype;

/**
 * A CLIP model that has learnt nothing: the shapes and files of a real one, in Hugging Face's
 * layout, with random weights. What it costs to run is what the real one costs.
 *
 * <p>Matrices keep the variance of what goes through them, so that no layer drowns in another and
 * attention is neither even nor all on one token.
 */
public final class RandomClip {
  private static final double LOGIT_SCALE = Math.log(100);

  private final Sizes sizes;
  private final RandomWeights weights = new RandomWeights();

  /**
   * The sizes that differ from model to model.
   *
   * @param layers of each encoder
   * @param visionWidth of the image encoder's tokens, a multiple of 64
   * @param textWidth of the text encoder's tokens, a multiple of 64
   * @param vocabulary how many token ids
   * @param projection size of the embeddings
   */
  public record Sizes(int layers, int visionWidth, int textWidth, int vocabulary, int projection) {
    /** Those of {@code openai/clip-vit-base-patch32}. */
    public static final Sizes VIT_B_32 = new Sizes(12, 768, 512, 49408, 512);

    private static final int HEAD = 64;

    /**
     * Checked sizes.
     *
     * @throws IllegalArgumentException when a width is no multiple of 64 or a size is too small
     */
    public Sizes {
      if (layers < 1 || projection < 1 || vocabulary < ByteTokenizer.TOKENS) {
        throw new IllegalArgumentException(
            "at least 1 layer, 1 in the projection and "
                + ByteTokenizer.TOKENS
                + " token ids are needed");
      }
      if (visionWidth < HEAD
          || textWidth < HEAD
          || visionWidth % HEAD != 0
          || textWidth % HEAD != 0) {
        throw new IllegalArgumentException(
            "widths are multiples of 64, the width of a head: " + visionWidth + ", " + textWidth);
      }
    }

    /** Small ones of one width, with the vocabulary of the tokenizer made on the spot. */
    public static Sizes small(int layers, int width) {
      return new Sizes(layers, width, width, ByteTokenizer.TOKENS, width);
    }
  }

  public RandomClip(Sizes sizes) {
    this.sizes = sizes;
    weights.normal("logit_scale", LOGIT_SCALE, 0);
    textTower();
    visionTower();
    weights.matrix("visual_projection.weight", sizes.projection(), sizes.visionWidth(), 1);
    weights.matrix("text_projection.weight", sizes.projection(), sizes.textWidth(), 1);
  }

  /** How many weights the model has. */
  public long count() {
    return weights.count();
  }

  /**
   * Writes config.json, model.safetensors and a tokenizer; the same seed gives the same files.
   *
   * @param tokenizer a folder to take the tokenizer from; null for one of single bytes
   */
  public void write(Path folder, long seed, Path tokenizer) throws IOException {
    Files.createDirectories(folder);
    if (tokenizer == null) {
      ByteTokenizer.write(folder, sizes.vocabulary());
    } else {
      TokenizerFiles.copy(tokenizer, folder);
    }
    weights.write(folder, seed, Dtype.F32, Long.MAX_VALUE);
    Files.write(
        folder.resolve("config.json"),
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(config()));
  }

  /** Only what differs from Hugging Face's defaults, as it writes it. */
  private ObjectNode config() {
    ObjectNode config = new JsonMapper().createObjectNode();
    config.put("model_type", "clip").put("projection_dim", sizes.projection());
    config
        .putObject("vision_config")
        .put("hidden_size", sizes.visionWidth())
        .put("intermediate_size", 4 * sizes.visionWidth())
        .put("num_hidden_layers", sizes.layers())
        .put("num_attention_heads", sizes.visionWidth() / Sizes.HEAD);
    config
        .putObject("text_config")
        .put("hidden_size", sizes.textWidth())
        .put("intermediate_size", 4 * sizes.textWidth())
        .put("num_hidden_layers", sizes.layers())
        .put("num_attention_heads", sizes.textWidth() / Sizes.HEAD)
        .put("vocab_size", sizes.vocabulary())
        .put("eos_token_id", 2);
    return config;
  }

  private void textTower() {
    String name = "text_model.";
    int width = sizes.textWidth();
    weights.normal(name + "embeddings.token_embedding.weight", 0, 0.5, sizes.vocabulary(), width);
    weights.normal(name + "embeddings.position_embedding.weight", 0, 0.1, 77, width);
    encoder(name + "encoder.layers.", width);
    weights.norm(name + "final_layer_norm", width);
  }

  private void visionTower() {
    String name = "vision_model.";
    int width = sizes.visionWidth();
    int patch = 32;
    int places = 1 + (224 / patch) * (224 / patch);
    weights.normal(name + "embeddings.class_embedding", 0, 1, width);
    double keep = 1 / Math.sqrt(3 * patch * patch);
    weights.normal(name + "embeddings.patch_embedding.weight", 0, keep, width, 3, patch, patch);
    weights.normal(name + "embeddings.position_embedding.weight", 0, 0.3, places, width);
    weights.norm(name + "pre_layrnorm", width);
    encoder(name + "encoder.layers.", width);
    weights.norm(name + "post_layernorm", width);
  }

  private void encoder(String name, int width) {
    // What a layer adds to its input is smaller the more layers there are.
    double share = 1 / Math.sqrt(2 * sizes.layers());
    for (int i = 0; i < sizes.layers(); i++) {
      String layer = name + i + ".";
      for (String part : new String[] {"q_proj", "k_proj", "v_proj"}) {
        weights.linear(layer + "self_attn." + part, width, width, 1);
      }
      weights.linear(layer + "self_attn.out_proj", width, width, share);
      weights.norm(layer + "layer_norm1", width);
      weights.linear(layer + "mlp.fc1", 4 * width, width, 1);
      weights.linear(layer + "mlp.fc2", width, 4 * width, share);
      weights.norm(layer + "layer_norm2", width);
    }
  }
}
