package mirador.models.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mirador.concepts.blip2.Blip2Config;
import mirador.models.checkpoint.Checkpoint;
import mirador.models.checkpoint.ConfigJson;
import mirador.models.weights.WeightsException;

/**
 * The sizes of a BLIP-2 model with OPT out of its {@code config.json}, with the defaults of {@code
 * Blip2Config} of Hugging Face transformers filled in.
 *
 * @param vision the vision tower and its pictures
 * @param queries how many queries
 * @param qformer sizes of the Q-Former
 * @param crossAttentionEvery of so many of its layers one looks at the picture, the first of them
 * @param language sizes of the language model
 * @param vocabulary how many token ids
 * @param maxPositions most tokens it reads
 * @param tiedHead whether the matrix of the logits is the table of the tokens
 * @param bosTokenId begins a prompt
 * @param eosTokenId ends an answer
 * @param padTokenId fills up shorter rows
 */
record Blip2Architecture(
    PictureTower vision,
    int queries,
    Tower qformer,
    int crossAttentionEvery,
    Tower language,
    int vocabulary,
    int maxPositions,
    boolean tiedHead,
    int bosTokenId,
    int eosTokenId,
    int padTokenId) {
  /** Of the layer normalisations of OPT, which its configuration does not tell. */
  private static final double OPT_EPSILON = 1e-5;

  private static final int BOS = 2;
  private static final int PAD = 1;

  /**
   * Reads a checkpoint's configuration; what {@code generation_config.json} says of the special
   * tokens goes before it.
   *
   * @throws WeightsException when it is that of another architecture, of a language model other
   *     than OPT or of an OPT that is built otherwise, or its sizes do not fit
   */
  static Blip2Architecture of(Checkpoint checkpoint) throws IOException {
    ConfigJson config = checkpoint.config();
    String type = config.text("model_type", "blip-2");
    if (!type.equals("blip-2")) {
      throw new WeightsException("config.json: model_type is \"" + type + "\", not \"blip-2\"");
    }
    ConfigJson text = config.object("text_config");
    checkText(config, text);
    ConfigJson vision = config.object("vision_config");
    ConfigJson query = config.object("qformer_config");
    PictureTower tower =
        new PictureTower(
                new Tower(
                        vision.integer("hidden_size", 1408),
                        vision.integer("intermediate_size", 6144),
                        vision.integer("num_hidden_layers", 39),
                        vision.integer("num_attention_heads", 16),
                        vision.number("layer_norm_eps", 1e-6),
                        vision.text("hidden_act", "gelu"))
                    .check(),
                vision.integer("image_size", 224),
                vision.integer("patch_size", 14))
            .check();
    if (query.integer("encoder_hidden_size", 1408) != tower.tower().width()) {
      throw new WeightsException(
          "config.json: the Q-Former reads tokens of "
              + query.integer("encoder_hidden_size", 1408)
              + " numbers, the vision tower gives "
              + tower.tower().width());
    }
    int width = text.integer("hidden_size", 768);
    ConfigJson generation = generation(checkpoint.folder());
    return new Blip2Architecture(
        tower,
        config.integer("num_query_tokens", 32),
        new Tower(
                query.integer("hidden_size", 768),
                query.integer("intermediate_size", 3072),
                query.integer("num_hidden_layers", 12),
                query.integer("num_attention_heads", 12),
                query.number("layer_norm_eps", 1e-12),
                query.text("hidden_act", "gelu"))
            .check(),
        query.integer("cross_attention_frequency", 2),
        new Tower(
                width,
                text.integer("ffn_dim", 3072),
                text.integer("num_hidden_layers", 12),
                text.integer("num_attention_heads", 12),
                OPT_EPSILON,
                text.text("activation_function", "relu"))
            .check(),
        text.integer("vocab_size", 50272),
        text.integer("max_position_embeddings", 2048),
        text.bool("tie_word_embeddings", true),
        token("bos_token_id", generation, text, BOS),
        token("eos_token_id", generation, text, BOS),
        token("pad_token_id", generation, text, PAD));
  }

  private static void checkText(ConfigJson config, ConfigJson text) throws WeightsException {
    String type = text.text("model_type", "opt");
    if (!type.equals("opt") || !config.bool("use_decoder_only_language_model", true)) {
      throw new WeightsException(
          "config.json: the language model is \"" + type + "\"; only \"opt\" can be exported");
    }
    int width = text.integer("hidden_size", 768);
    if (text.integer("word_embed_proj_dim", width) != width) {
      throw new WeightsException(
          "config.json: word_embed_proj_dim differs from hidden_size; such an OPT cannot be exported");
    }
    if (!text.bool("do_layer_norm_before", true)
        || text.bool("_remove_final_layer_norm", false)
        || !text.bool("enable_bias", true)
        || !text.bool("layer_norm_elementwise_affine", true)) {
      throw new WeightsException(
          "config.json: an OPT that normalises after its blocks, or without biases, cannot be exported");
    }
  }

  private static ConfigJson generation(Path folder) throws IOException {
    Path file = folder.resolve("generation_config.json");
    return Files.exists(file) ? ConfigJson.open(file) : ConfigJson.EMPTY;
  }

  private static int token(String name, ConfigJson generation, ConfigJson text, int otherwise)
      throws WeightsException {
    return generation.integer(name, text.integer(name, otherwise));
  }

  /** Whether a layer of the Q-Former looks at the picture. */
  boolean looks(int layer) {
    return layer % crossAttentionEvery == 0;
  }

  /**
   * What a page needs to know of it.
   *
   * @throws WeightsException when sizes or special tokens cannot be
   */
  Blip2Config config(List<Double> mean, List<Double> std) throws WeightsException {
    try {
      return new Blip2Config(
          vision.imageSize(),
          vision.patchSize(),
          vision.tower().layers(),
          vision.tower().heads(),
          vision.tower().width(),
          queries,
          qformer.layers(),
          qformer.heads(),
          qformer.width(),
          crossAttentionEvery,
          language.layers(),
          language.heads(),
          language.width(),
          vocabulary,
          maxPositions,
          bosTokenId,
          eosTokenId,
          padTokenId,
          mean,
          std);
    } catch (IllegalArgumentException failure) {
      throw new WeightsException("config.json: " + failure.getMessage(), failure);
    }
  }
}
