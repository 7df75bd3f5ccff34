package mirador.models.export;

import java.util.List;
import mirador.concepts.clip.ClipConfig;
import mirador.models.checkpoint.ConfigJson;
import mirador.models.weights.WeightsException;

/**
 * The sizes of a CLIP model out of its {@code config.json}. Hugging Face writes only what differs
 * from the defaults of {@code CLIPConfig}, those of ViT-B/32; they are filled in here.
 *
 * @param vision sizes of the image encoder
 * @param imageSize side of the picture
 * @param patchSize side of a patch
 * @param text sizes of the text encoder
 * @param vocabulary how many token ids there are
 * @param context most tokens of a text
 * @param eosTokenId decides where a text is pooled
 * @param projection size of the embeddings
 */
public record ClipArchitecture(
    Tower vision,
    int imageSize,
    int patchSize,
    Tower text,
    int vocabulary,
    int context,
    int eosTokenId,
    int projection) {
  /**
   * Reads a configuration.
   *
   * @throws WeightsException when it is that of another architecture or its sizes do not fit
   */
  public static ClipArchitecture of(ConfigJson config) throws WeightsException {
    String type = config.text("model_type", "clip");
    if (!type.equals("clip")) {
      throw new WeightsException("config.json: model_type is \"" + type + "\", not \"clip\"");
    }
    // Early configurations have the towers under these names, and transformers prefers them.
    ConfigJson vision =
        config.object(config.has("vision_config_dict") ? "vision_config_dict" : "vision_config");
    ConfigJson text =
        config.object(config.has("text_config_dict") ? "text_config_dict" : "text_config");
    if (vision.integer("num_channels", PictureTower.CHANNELS) != PictureTower.CHANNELS) {
      throw new WeightsException("config.json: pictures of other than 3 channels");
    }
    ClipArchitecture clip =
        new ClipArchitecture(
            Tower.of(vision, 768, 12),
            vision.integer("image_size", 224),
            vision.integer("patch_size", 32),
            Tower.of(text, 512, 8),
            text.integer("vocab_size", 49408),
            text.integer("max_position_embeddings", 77),
            text.integer("eos_token_id", 49407),
            config.integer("projection_dim", 512));
    clip.picture().check();
    if (clip.vocabulary < 3 || clip.context < 1 || clip.projection < 1) {
      throw new WeightsException("config.json: a size that cannot be in " + clip);
    }
    return clip;
  }

  /** The vision tower and its pictures. */
  PictureTower picture() {
    return new PictureTower(vision, imageSize, patchSize);
  }

  /** The same with texts pooled by another rule. */
  ClipArchitecture withEosTokenId(int id) {
    return new ClipArchitecture(
        vision, imageSize, patchSize, text, vocabulary, context, id, projection);
  }

  /** What a page needs to know of it. */
  public ClipConfig config(double logitScale, List<Double> mean, List<Double> std) {
    return new ClipConfig(
        imageSize,
        patchSize,
        vision.layers(),
        vision.heads(),
        text.layers(),
        text.heads(),
        context,
        projection,
        eosTokenId,
        logitScale,
        mean,
        std);
  }
}
