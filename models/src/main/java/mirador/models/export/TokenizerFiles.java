package mirador.models.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import mirador.models.folder.StoredTokenizer;
import mirador.models.weights.WeightsException;

/** The two files of a byte pair encoding: {@code vocab.json} and {@code merges.txt}. */
public final class TokenizerFiles {
  public static final String VOCAB = StoredTokenizer.VOCAB;
  public static final String MERGES = StoredTokenizer.MERGES;

  private static final String TOKENIZER = "tokenizer.json";
  private static final long MAX_BYTES = 64L << 20;

  private TokenizerFiles() {}

  /** Whether a folder has a tokenizer, in either form. */
  public static boolean in(Path folder) {
    return (Files.isRegularFile(folder.resolve(VOCAB))
            && Files.isRegularFile(folder.resolve(MERGES)))
        || Files.isRegularFile(folder.resolve(TOKENIZER));
  }

  /**
   * Puts both files into a folder, copied or taken out of {@code tokenizer.json}.
   *
   * @return their names
   * @throws WeightsException when there is no tokenizer or it is of another kind
   */
  public static List<String> copy(Path from, Path to) throws IOException {
    if (Files.isRegularFile(from.resolve(VOCAB)) && Files.isRegularFile(from.resolve(MERGES))) {
      for (String name : List.of(VOCAB, MERGES)) {
        Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    } else {
      takeOut(from.resolve(TOKENIZER), to);
    }
    return List.of(VOCAB, MERGES);
  }

  private static void takeOut(Path tokenizer, Path to) throws IOException {
    if (!Files.isRegularFile(tokenizer)) {
      throw new WeightsException(
          tokenizer.getParent()
              + " has no tokenizer: neither vocab.json and merges.txt nor tokenizer.json");
    }
    if (Files.size(tokenizer) > MAX_BYTES) {
      throw new WeightsException(tokenizer + " is too large for a tokenizer");
    }
    JsonNode model;
    try {
      model = new JsonMapper().readTree(Files.readAllBytes(tokenizer)).path("model");
    } catch (JsonProcessingException failure) {
      throw new WeightsException(
          tokenizer + " is no JSON: " + failure.getOriginalMessage(), failure);
    }
    if (!model.path("vocab").isObject() || !model.path("merges").isArray()) {
      throw new WeightsException(tokenizer + " is not of byte pair encoding: no vocab and merges");
    }
    StringBuilder merges = new StringBuilder("#version: 0.2\n");
    for (JsonNode merge : model.path("merges")) {
      // "a b" in older files, ["a", "b"] in newer ones
      merges.append(
          merge.isArray() ? merge.path(0).asText() + " " + merge.path(1).asText() : merge.asText());
      merges.append('\n');
    }
    Files.write(to.resolve(VOCAB), new JsonMapper().writeValueAsBytes(model.path("vocab")));
    Files.writeString(to.resolve(MERGES), merges);
  }
}
