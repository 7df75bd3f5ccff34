package mirador.trainer.opt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mirador.models.weights.Dtype;
import mirador.trainer.run.HfJson;
import mirador.training.tokenizer.TrainedTokenizer;

/** A trained OPT in the layout from which Hugging Face's {@code transformers} loads it. */
public record OptFiles(OptNetwork network, TrainedTokenizer tokenizer) {

  /** Writes configuration, weights in half precision, and tokenizer. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    tokenizer.write(folder);
    ObjectNode config = config(network.sizes());
    config.putArray("architectures").add("OPTForCausalLM");
    config.put("torch_dtype", "float16");
    HfJson.write(folder.resolve("config.json"), config);
    network.parameters().save(folder.resolve("model.safetensors"), Dtype.F16, name -> true);
  }

  /** What {@code OPTConfig} has to know. */
  public static ObjectNode config(OptSizes sizes) {
    return HfJson.object()
        .put("model_type", "opt")
        .put("hidden_size", sizes.width())
        .put("word_embed_proj_dim", sizes.width())
        .put("ffn_dim", 4 * sizes.width())
        .put("num_hidden_layers", sizes.layers())
        .put("num_attention_heads", sizes.heads())
        .put("max_position_embeddings", sizes.positions())
        .put("vocab_size", sizes.vocabulary())
        .put("activation_function", "relu")
        .put("do_layer_norm_before", true)
        .put("tie_word_embeddings", true)
        .put("bos_token_id", 2)
        .put("eos_token_id", 2)
        .put("pad_token_id", 1);
  }
}
