package mirador.models.random;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mirador.models.export.TokenizerFiles;
import mirador.models.weights.Dtype;

/**
 * A BLIP-2 model that has learnt nothing: the shapes and files of a real one, in Hugging Face's
 * layout, with random weights. What it costs to convert and to run is what the real one costs.
 */
public final class RandomBlip2 {
  private static final int IMAGE = 224;
  private static final int PATCH = 14;
  private static final int CHANNELS = 3;
  private static final int POSITIONS = 2048;

  /** Of so many channels one is an outlier, and how much larger it is, where there are any. */
  private static final int OUTLIER_EVERY = 400;

  private static final double OUTLIER_FACTOR = 10;

  private final Sizes sizes;
  private final boolean outliers;
  private final RandomWeights weights = new RandomWeights();

  /**
   * The sizes that differ from model to model.
   *
   * @param visionLayers layers of the vision tower
   * @param visionWidth of its tokens
   * @param visionMlp inside its MLPs
   * @param visionHeads of each of its layers
   * @param queries how many
   * @param queryLayers layers of the Q-Former
   * @param queryWidth of a query
   * @param queryHeads of each of its layers
   * @param languageLayers layers of the language model
   * @param languageWidth of its tokens
   * @param languageHeads of each of its layers
   * @param vocabulary how many token ids
   */
  public record Sizes(
      int visionLayers,
      int visionWidth,
      int visionMlp,
      int visionHeads,
      int queries,
      int queryLayers,
      int queryWidth,
      int queryHeads,
      int languageLayers,
      int languageWidth,
      int languageHeads,
      int vocabulary) {
    /** Those of {@code Salesforce/blip2-opt-2.7b}. */
    public static final Sizes OPT_2_7B =
        new Sizes(39, 1408, 6144, 16, 32, 12, 768, 12, 32, 2560, 32, 50272);

    /** Small ones, with the vocabulary of the tokenizer made on the spot. */
    public static Sizes small(int layers, int width) {
      return new Sizes(
          layers,
          width,
          4 * width,
          4,
          8,
          2 * layers,
          width,
          4,
          layers,
          width,
          4,
          ByteTokenizer.OPT_TOKENS);
    }

    /**
     * Checked sizes.
     *
     * @throws IllegalArgumentException when one is too small or heads do not divide a width
     */
    public Sizes {
      if (visionLayers < 1
          || queries < 1
          || queryLayers < 1
          || languageLayers < 1
          || vocabulary < ByteTokenizer.OPT_TOKENS) {
        throw new IllegalArgumentException(
            "at least 1 layer, 1 query and " + ByteTokenizer.OPT_TOKENS + " token ids are needed");
      }
      if (visionWidth % visionHeads != 0
          || queryWidth % queryHeads != 0
          || languageWidth % languageHeads != 0) {
        throw new IllegalArgumentException("heads do not divide a width");
      }
    }
  }

  /**
   * A model of these sizes.
   *
   * @param outliers whether some channels of the language model are far larger than the others, as
   *     in trained ones (Dettmers et al., "LLM.int8()", 2022, section 4)
   */
  public RandomBlip2(Sizes sizes, boolean outliers) {
    this.sizes = sizes;
    this.outliers = outliers;
    weights.normal("query_tokens", 0, 1, 1, sizes.queries(), sizes.queryWidth());
    vision();
    qformer();
    weights.linear("language_projection", sizes.languageWidth(), sizes.queryWidth(), 1);
    language();
  }

  /** How many weights the model has. */
  public long count() {
    return weights.count();
  }

  /**
   * Writes config.json, the weights and a tokenizer; the same seed gives the same files.
   *
   * @param dtype of the weights, F32 or F16
   * @param shardBytes most bytes of one file of weights
   * @param tokenizer a folder to take the tokenizer from; null for one of single bytes
   */
  public void write(Path folder, long seed, Dtype dtype, long shardBytes, Path tokenizer)
      throws IOException {
    Files.createDirectories(folder);
    if (tokenizer == null) {
      ByteTokenizer.writeOpt(folder, sizes.vocabulary());
    } else {
      TokenizerFiles.copy(tokenizer, folder);
    }
    JsonMapper json = new JsonMapper();
    Files.write(
        folder.resolve("config.json"),
        json.writerWithDefaultPrettyPrinter().writeValueAsBytes(config()));
    Files.write(
        folder.resolve("generation_config.json"),
        json.writeValueAsBytes(
            json.createObjectNode()
                .put("bos_token_id", 2)
                .put("eos_token_id", lineFeed(tokenizer))
                .put("pad_token_id", 1)));
    weights.write(folder, seed, dtype, shardBytes);
  }

  /** The token that ends an answer. */
  private static int lineFeed(Path tokenizer) {
    return tokenizer == null ? ByteTokenizer.optId('\n') : 50118;
  }

  private ObjectNode config() {
    ObjectNode config = new JsonMapper().createObjectNode();
    config.put("model_type", "blip-2").put("num_query_tokens", sizes.queries());
    config
        .putObject("vision_config")
        .put("hidden_size", sizes.visionWidth())
        .put("intermediate_size", sizes.visionMlp())
        .put("num_hidden_layers", sizes.visionLayers())
        .put("num_attention_heads", sizes.visionHeads());
    config
        .putObject("qformer_config")
        .put("encoder_hidden_size", sizes.visionWidth())
        .put("hidden_size", sizes.queryWidth())
        .put("intermediate_size", 4 * sizes.queryWidth())
        .put("num_hidden_layers", sizes.queryLayers())
        .put("num_attention_heads", sizes.queryHeads());
    config
        .putObject("text_config")
        .put("model_type", "opt")
        .put("hidden_size", sizes.languageWidth())
        .put("ffn_dim", 4 * sizes.languageWidth())
        .put("num_hidden_layers", sizes.languageLayers())
        .put("num_attention_heads", sizes.languageHeads())
        .put("vocab_size", sizes.vocabulary());
    return config;
  }

  /** What a layer adds to its input is smaller the more layers there are. */
  private static double share(int layers) {
    return 1 / Math.sqrt(2 * layers);
  }

  private void vision() {
    int width = sizes.visionWidth();
    int grid = IMAGE / PATCH;
    String name = "vision_model.embeddings.";
    weights.normal(name + "class_embedding", 0, 1, 1, 1, width);
    weights.normal(name + "position_embedding", 0, 0.3, 1, 1 + grid * grid, width);
    double keep = 1 / Math.sqrt(CHANNELS * PATCH * PATCH);
    weights.normal(name + "patch_embedding.weight", 0, keep, width, CHANNELS, PATCH, PATCH);
    weights.normal(name + "patch_embedding.bias", 0, 0.02, width);
    double share = share(sizes.visionLayers());
    for (int i = 0; i < sizes.visionLayers(); i++) {
      String layer = "vision_model.encoder.layers." + i + ".";
      weights.linear(layer + "self_attn.qkv", 3 * width, width, 1);
      weights.linear(layer + "self_attn.projection", width, width, share);
      weights.norm(layer + "layer_norm1", width);
      weights.linear(layer + "mlp.fc1", sizes.visionMlp(), width, 1);
      weights.linear(layer + "mlp.fc2", width, sizes.visionMlp(), share);
      weights.norm(layer + "layer_norm2", width);
    }
    weights.norm("vision_model.post_layernorm", width);
  }

  private void qformer() {
    int width = sizes.queryWidth();
    weights.norm("qformer.layernorm", width);
    for (int i = 0; i < sizes.queryLayers(); i++) {
      String layer = "qformer.encoder.layer." + i + ".";
      attention(layer + "attention.", width);
      if (i % 2 == 0) {
        attention(layer + "crossattention.", sizes.visionWidth());
      }
      weights.linear(layer + "intermediate_query.dense", 4 * width, width, 1);
      weights.linear(layer + "output_query.dense", width, 4 * width, 1);
      weights.norm(layer + "output_query.LayerNorm", width);
    }
  }

  private void attention(String block, int othersWidth) {
    int width = sizes.queryWidth();
    weights.linear(block + "attention.query", width, width, 1);
    weights.linear(block + "attention.key", width, othersWidth, 1);
    weights.linear(block + "attention.value", width, othersWidth, 1);
    weights.linear(block + "output.dense", width, width, 1);
    weights.norm(block + "output.LayerNorm", width);
  }

  private void language() {
    int width = sizes.languageWidth();
    String decoder = "language_model.model.decoder.";
    weights.normal(
        decoder + "embed_tokens.weight", 0, 1 / Math.sqrt(width), sizes.vocabulary(), width);
    weights.normal(decoder + "embed_positions.weight", 0, 0.1, POSITIONS + 2, width);
    double share = share(sizes.languageLayers());
    for (int i = 0; i < sizes.languageLayers(); i++) {
      String layer = decoder + "layers." + i + ".";
      for (String part : new String[] {"q_proj", "k_proj", "v_proj"}) {
        weights.linear(layer + "self_attn." + part, width, width, 1);
      }
      weights.linear(layer + "self_attn.out_proj", width, width, share);
      weights.norm(layer + "self_attn_layer_norm", width);
      weights.linear(layer + "fc1", 4 * width, width, 1);
      weights.linear(layer + "fc2", width, 4 * width, share);
      weights.norm(layer + "final_layer_norm", width);
      if (outliers) {
        outliers(layer);
      }
    }
    weights.norm(decoder + "final_layer_norm", width);
  }

  private void outliers(String layer) {
    int every = Math.min(OUTLIER_EVERY, sizes.languageWidth() / 2);
    String attention = layer + "self_attn.";
    weights.outliers(
        layer + "self_attn_layer_norm",
        every,
        OUTLIER_FACTOR,
        attention + "q_proj",
        attention + "k_proj",
        attention + "v_proj");
    weights.outliers(layer + "final_layer_norm", every, OUTLIER_FACTOR, layer + "fc1");
  }
}
