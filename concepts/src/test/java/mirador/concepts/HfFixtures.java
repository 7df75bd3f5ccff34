package mirador.concepts;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Where the recorded answers of Hugging Face transformers lie: in the test resources, or under the
 * folder that {@code -Dfixtures.dir=} names. The published vocabularies are not kept here; they lie
 * under the folder that {@code -Dtokenizer.dir=} names, or in a folder beside the repository.
 */
public final class HfFixtures {
  private static final ObjectMapper JSON = new ObjectMapper();

  private HfFixtures() {}

  /** A folder of {@code hf}, such as {@code preprocess}. */
  public static Path folder(String name) {
    String fixtures = property("fixtures.dir");
    if (!fixtures.isEmpty()) {
      return Path.of(fixtures, "hf", name);
    }
    try {
      return Path.of(HfFixtures.class.getResource("/hf/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode json(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The folder with {@code vocab.json} and {@code merges.txt} of a published tokenizer, {@code
   * clip} or {@code opt}; the test is skipped, and says so, when there is none.
   */
  public static Path tokenizerFolder(String name) {
    String named = property("tokenizer.dir");
    Path root = Path.of(System.getProperty("root.dir", ".."));
    Path all = named.isEmpty() ? root.resolve("../shared/fixtures/tokenizer") : Path.of(named);
    Path folder = all.resolve(name);
    boolean there =
        Files.exists(folder.resolve("vocab.json")) && Files.exists(folder.resolve("merges.txt"));
    String message =
        "SKIPPED: no vocab.json and merges.txt in "
            + folder.normalize()
            + "; name the folder that holds "
            + name
            + "/ by -Dtokenizer.dir=";
    if (!there) {
      System.err.println(message);
    }
    Assumptions.assumeTrue(there, message);
    return folder;
  }

  public static Map<String, Integer> vocabulary(Path folder) throws IOException {
    return JSON.readValue(folder.resolve("vocab.json").toFile(), new TypeReference<>() {});
  }

  public static List<String> merges(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("merges.txt"), StandardCharsets.UTF_8);
  }

  /** A property of the build; surefire passes the literal "${name}" when nobody set it. */
  private static String property(String name) {
    String value = System.getProperty(name, "");
    return value.startsWith("${") ? "" : value;
  }
}
