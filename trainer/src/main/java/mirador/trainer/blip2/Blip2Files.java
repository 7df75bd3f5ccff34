package mirador.trainer.blip2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mirador.models.weights.Dtype;
import mirador.trainer.clip.ClipSizes;
import mirador.trainer.nn.Parameters;
import mirador.trainer.opt.OptFiles;
import mirador.trainer.run.HfJson;

/**
 * A trained BLIP-2 in the layout from which Hugging Face's {@code transformers} loads it.
 *
 * @param sizes of the model
 * @param parameters all its weights
 * @param tokenizer a folder with the files of the language model's tokenizer
 * @param lineFeed the token that ends an answer
 */
public record Blip2Files(Blip2Sizes sizes, Parameters parameters, Path tokenizer, int lineFeed) {
  /** Writes configuration, weights in half precision, preprocessing and tokenizer. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String file :
        List.of("vocab.json", "merges.txt", "tokenizer_config.json", "special_tokens_map.json")) {
      Files.copy(tokenizer.resolve(file), folder.resolve(file));
    }
    HfJson.write(folder.resolve("config.json"), config());
    HfJson.write(
        folder.resolve("generation_config.json"),
        HfJson.object()
            .put("bos_token_id", 2)
            .put("eos_token_id", lineFeed)
            .put("pad_token_id", 1));
    HfJson.write(folder.resolve("preprocessor_config.json"), preprocessing());
    parameters.save(
        folder.resolve("model.safetensors"), Dtype.F16, name -> !Blip2Training.ofTraining(name));
  }

  private ObjectNode config() {
    ClipSizes clip = sizes.clip();
    ObjectNode config = HfJson.object();
    config.putArray("architectures").add("Blip2ForConditionalGeneration");
    config
        .put("model_type", "blip-2")
        .put("num_query_tokens", sizes.queries())
        .put("use_decoder_only_language_model", true)
        .put("torch_dtype", "float16");
    config
        .putObject("vision_config")
        .put("model_type", "blip_2_vision_model")
        .put("hidden_size", clip.visionWidth())
        .put("intermediate_size", 4 * clip.visionWidth())
        .put("num_hidden_layers", clip.visionLayers())
        .put("num_attention_heads", clip.heads())
        .put("image_size", clip.image())
        .put("patch_size", clip.patch())
        .put("hidden_act", "gelu")
        .put("layer_norm_eps", 1e-6)
        .put("qkv_bias", true);
    config
        .putObject("qformer_config")
        .put("model_type", "blip_2_qformer")
        .put("hidden_size", sizes.width())
        .put("encoder_hidden_size", clip.visionWidth())
        .put("intermediate_size", 4 * sizes.width())
        .put("num_hidden_layers", sizes.layers())
        .put("num_attention_heads", sizes.heads())
        .put("cross_attention_frequency", sizes.crossEvery())
        .put("hidden_act", "gelu")
        .put("layer_norm_eps", 1e-12)
        .put("vocab_size", sizes.language().vocabulary());
    config.set("text_config", OptFiles.config(sizes.language()));
    return config;
  }

  private ObjectNode preprocessing() {
    int side = sizes.clip().image();
    ObjectNode steps = HfJson.preprocessing("BlipImageProcessor");
    steps.putObject("size").put("height", side).put("width", side);
    return steps;
  }
}
