package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Models of Hugging Face's layout with what the reference implementation gave for them. {@code
 * -Dfixtures.dir=DIR} adds every such folder under DIR.
 */
final class HfFixtures {
  static final String FILE = "fixtures.safetensors";

  private HfFixtures() {}

  /**
   * Folders of models of a type.
   *
   * @param own that of the project
   * @param type as config.json has it, such as {@code blip-2}
   */
  static List<Path> folders(Path own, String type) throws IOException {
    Set<Path> folders = new LinkedHashSet<>(List.of(own));
    String more = System.getProperty("fixtures.dir", "");
    // Surefire passes the literal "${fixtures.dir}" when nobody set it.
    if (!more.isEmpty() && !more.startsWith("${")) {
      int before = folders.size();
      try (Stream<Path> all = Files.walk(Path.of(more))) {
        for (Path folder : all.filter(one -> Files.exists(one.resolve(FILE))).toList()) {
          if (isOf(type, folder)) {
            folders.add(folder);
          }
        }
      }
      assertTrue(folders.size() > before, "no " + type + " model with fixtures under " + more);
    }
    return List.copyOf(folders);
  }

  private static boolean isOf(String type, Path folder) throws IOException {
    return new JsonMapper()
        .readTree(folder.resolve("config.json").toFile())
        .path("model_type")
        .asText()
        .equals(type);
  }
}
