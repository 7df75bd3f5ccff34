package mirador.models.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The byte pair encoding in a model folder: {@code vocab.json} and {@code merges.txt}. */
public final class StoredTokenizer {
  public static final String VOCAB = "vocab.json";
  public static final String MERGES = "merges.txt";

  private StoredTokenizer() {}

  /** Makes a tokenizer of the two files: the ids of all tokens, and the lines of merges. */
  @FunctionalInterface
  public interface Maker<T> {
    T make(Map<String, Integer> vocab, List<String> merges);
  }

  /** Whether the folder has one. */
  public static boolean in(ModelFolder folder) {
    return folder.manifest().hasFile(VOCAB) && folder.manifest().hasFile(MERGES);
  }

  /**
   * The folder's tokenizer.
   *
   * @throws ModelFolderException when it has none or a damaged one
   */
  public static <T> T open(ModelFolder folder, Maker<T> maker) throws IOException {
    for (String file : List.of(VOCAB, MERGES)) {
      if (!folder.manifest().hasFile(file)) {
        throw new ModelFolderException(
            folder.path()
                + " has no "
                + file
                + ": export the model from a folder with its tokenizer");
      }
    }
    try {
      return maker.make(
          new JsonMapper().readValue(folder.bytes(VOCAB), new TypeReference<>() {}),
          new String(folder.bytes(MERGES), StandardCharsets.UTF_8).lines().toList());
    } catch (JsonProcessingException | IllegalArgumentException failure) {
      throw new ModelFolderException(
          folder.path() + " has a damaged tokenizer: " + failure.getMessage(), failure);
    }
  }
}
