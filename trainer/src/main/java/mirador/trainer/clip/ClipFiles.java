package mirador.trainer.clip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mirador.models.weights.Dtype;
import mirador.trainer.run.HfJson;
import mirador.training.tokenizer.TrainedTokenizer;

/** A trained CLIP in the layout from which Hugging Face's {@code transformers} loads it. */
public record ClipFiles(ClipNetwork network, TrainedTokenizer tokenizer) {

  /** Writes configuration, weights in half precision, preprocessing and tokenizer. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    tokenizer.write(folder);
    HfJson.write(folder.resolve("config.json"), config());
    HfJson.write(folder.resolve("preprocessor_config.json"), preprocessing());
    network.parameters().save(folder.resolve("model.safetensors"), Dtype.F16, name -> true);
  }

  private ObjectNode config() {
    ClipSizes sizes = network.sizes();
    int end = tokenizer.size() - 1;
    ObjectNode config = HfJson.object();
    config.putArray("architectures").add("CLIPModel");
    config
        .put("model_type", "clip")
        .put("projection_dim", sizes.projection())
        .put("logit_scale_init_value", 2.6592)
        .put("initializer_factor", 1.0)
        .put("torch_dtype", "float16");
    config
        .putObject("text_config")
        .put("model_type", "clip_text_model")
        .put("hidden_size", sizes.textWidth())
        .put("intermediate_size", 4 * sizes.textWidth())
        .put("num_hidden_layers", sizes.textLayers())
        .put("num_attention_heads", sizes.heads())
        .put("max_position_embeddings", sizes.context())
        .put("vocab_size", sizes.vocabulary())
        .put("projection_dim", sizes.projection())
        .put("hidden_act", "gelu")
        .put("layer_norm_eps", 1e-5)
        .put("bos_token_id", end - 1)
        .put("eos_token_id", end)
        .put("pad_token_id", end);
    config
        .putObject("vision_config")
        .put("model_type", "clip_vision_model")
        .put("hidden_size", sizes.visionWidth())
        .put("intermediate_size", 4 * sizes.visionWidth())
        .put("num_hidden_layers", sizes.visionLayers())
        .put("num_attention_heads", sizes.heads())
        .put("num_channels", 3)
        .put("image_size", sizes.image())
        .put("patch_size", sizes.patch())
        .put("projection_dim", sizes.projection())
        .put("hidden_act", "gelu")
        .put("layer_norm_eps", 1e-5);
    return config;
  }

  private ObjectNode preprocessing() {
    int side = network.sizes().image();
    ObjectNode steps = HfJson.preprocessing("CLIPImageProcessor");
    steps.put("feature_extractor_type", "CLIPFeatureExtractor").put("do_center_crop", true);
    steps.putObject("size").put("shortest_edge", side);
    steps.putObject("crop_size").put("height", side).put("width", side);
    return steps;
  }
}
