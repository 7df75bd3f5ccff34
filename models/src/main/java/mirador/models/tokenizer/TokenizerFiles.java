package mirador.models.tokenizer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import mirador.concepts.tokenizer.ClipTokenizer;
import mirador.concepts.tokenizer.OptTokenizer;

/** Reads the tokenizer of a model folder. */
public final class TokenizerFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TokenizerFiles() {}

  /**
   * The CLIP tokenizer of a folder.
   *
   * @param contextLength how many tokens the model reads, start and end included
   * @throws IOException when a file is missing or {@code vocab.json} is not tokens with numbers
   * @throws IllegalArgumentException when the two files do not belong together
   */
  public static ClipTokenizer clip(Path folder, int contextLength) throws IOException {
    return new ClipTokenizer(
        vocabulary(folder), merges(folder), contextLength, TokenizerFiles::nfc);
  }

  /**
   * The OPT tokenizer of a folder.
   *
   * @throws IOException when a file is missing or {@code vocab.json} is not tokens with numbers
   * @throws IllegalArgumentException when the two files do not belong together
   */
  public static OptTokenizer opt(Path folder) throws IOException {
    return new OptTokenizer(vocabulary(folder), merges(folder));
  }

  private static Map<String, Integer> vocabulary(Path folder) throws IOException {
    Path file = folder.resolve("vocab.json");
    try {
      return JSON.readValue(Files.readAllBytes(file), new TypeReference<Map<String, Integer>>() {});
    } catch (JacksonException e) {
      throw new IOException(
          file + " is not an object of tokens with their numbers: " + e.getOriginalMessage(), e);
    }
  }

  private static List<String> merges(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("merges.txt"), StandardCharsets.UTF_8);
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
