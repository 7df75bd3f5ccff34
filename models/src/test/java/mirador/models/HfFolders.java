package mirador.models;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mirador.models.checkpoint.Checkpoint;
import mirador.models.safetensors.SafetensorsFile;

/**
 * Models of Hugging Face's layout with what the reference implementation gave for them. The test
 * resources hold one of each architecture; {@code -Dfixtures.dir=DIR} adds every folder of the
 * layout of {@code hf/clip} and {@code hf/blip2} under DIR.
 */
public final class HfFolders {
  private static final String FIXTURES = "fixtures.safetensors";

  private HfFolders() {}

  /** Folders with config.json of a CLIP model, model.safetensors and fixtures.safetensors. */
  public static List<Path> clip() {
    return folders("clip", resource());
  }

  /** The same of BLIP-2 models. */
  public static List<Path> blip2() {
    return folders("blip-2", blip2Resource());
  }

  private static List<Path> folders(String modelType, Path resource) {
    String more = System.getProperty("fixtures.dir", "");
    // Surefire passes the literal "${fixtures.dir}" when nobody set it.
    if (more.isEmpty() || more.startsWith("${")) {
      return List.of(resource);
    }
    try (Stream<Path> all = Files.walk(Path.of(more))) {
      List<Path> found =
          all.filter(folder -> Files.exists(folder.resolve(FIXTURES)))
              .filter(folder -> isOf(modelType, folder))
              .toList();
      if (found.isEmpty()) {
        throw new IllegalStateException(
            "no folder of a model of type " + modelType + " with fixtures under " + more);
      }
      return Stream.concat(Stream.of(resource), found.stream()).toList();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The CLIP folder of the test resources. */
  public static Path resource() {
    return resource("/hf/clip");
  }

  /** The BLIP-2 folder of the test resources. */
  public static Path blip2Resource() {
    return resource("/hf/blip2");
  }

  private static Path resource(String path) {
    try {
      return Path.of(HfFolders.class.getResource(path).toURI());
    } catch (URISyntaxException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public static SafetensorsFile fixtures(Path folder) throws IOException {
    return SafetensorsFile.open(folder.resolve(FIXTURES));
  }

  private static boolean isOf(String modelType, Path folder) {
    try (Checkpoint checkpoint = Checkpoint.open(folder)) {
      return checkpoint.config().text("model_type", "").equals(modelType);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
