package mirador.training.tokenizer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trained vocabulary.
 *
 * @param vocab the tokens in the order of their ids, which are 0 and up without a gap
 * @param merges the pairs that were merged, {@code "left right"}, the first merged first
 * @param settings the {@code tokenizer_config.json} of Hugging Face's libraries
 * @param specials their {@code special_tokens_map.json}
 */
public record TrainedTokenizer(
    Map<String, Integer> vocab,
    List<String> merges,
    Map<String, Object> settings,
    Map<String, String> specials) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public TrainedTokenizer {
    vocab = Collections.unmodifiableMap(new LinkedHashMap<>(vocab));
    merges = List.copyOf(merges);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    specials = Collections.unmodifiableMap(new LinkedHashMap<>(specials));
  }

  /** How many tokens: the model's {@code vocab_size}. */
  public int size() {
    return vocab.size();
  }

  /** Writes the four files, from which {@code transformers} loads the tokenizer as it is. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("vocab.json"), new JsonMapper().writeValueAsBytes(vocab));
    Files.writeString(
        folder.resolve("merges.txt"), "#version: 0.2\n" + String.join("\n", merges) + "\n");
    Files.write(folder.resolve("tokenizer_config.json"), JSON.writeValueAsBytes(settings));
    Files.write(folder.resolve("special_tokens_map.json"), JSON.writeValueAsBytes(specials));
  }
}
