package mirador.models.export;

import mirador.models.checkpoint.ConfigJson;
import mirador.models.weights.WeightsException;

/**
 * The sizes of one encoder.
 *
 * @param width of a token, {@code hidden_size}
 * @param mlpWidth inside the MLP, {@code intermediate_size}
 * @param layers how many
 * @param heads of the attention of each
 * @param epsilon of the layer normalisations
 * @param activation of the MLP: {@code quick_gelu}, {@code gelu} or {@code relu}
 */
record Tower(int width, int mlpWidth, int layers, int heads, double epsilon, String activation) {
  /** Out of {@code vision_config} or {@code text_config}; what is missing has CLIP's defaults. */
  static Tower of(ConfigJson config, int width, int heads) throws WeightsException {
    return new Tower(
            config.integer("hidden_size", width),
            config.integer("intermediate_size", 4 * width),
            config.integer("num_hidden_layers", 12),
            config.integer("num_attention_heads", heads),
            config.number("layer_norm_eps", 1e-5),
            config.text("hidden_act", "quick_gelu"))
        .check();
  }

  /**
   * Checked sizes.
   *
   * @throws WeightsException when one is below 1 or the heads do not divide the width
   */
  Tower check() throws WeightsException {
    if (width < 1 || mlpWidth < 1 || layers < 1 || heads < 1) {
      throw new WeightsException("config.json: a size below 1 in " + this);
    }
    if (width % heads != 0) {
      throw new WeightsException(
          "config.json: " + heads + " heads do not divide the width " + width);
    }
    return this;
  }

  int headWidth() {
    return width / heads;
  }
}
