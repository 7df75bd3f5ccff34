package mirador.models.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A folder as the hub has it, with bytes in the place of weights. */
public final class HubFiles {
  public static final int VISION_BYTES = 300_000;
  public static final int TEXT_BYTES = 200_000;

  private HubFiles() {}

  /** The files by their paths. */
  public static Map<String, byte[]> all(String... suffixes) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "config.json",
        text(
            """
            {"_name_or_path": "openai/clip-vit-base-patch32", "model_type": "clip",
             "projection_dim": 512, "text_config": {"eos_token_id": 2}, "vision_config": {}}
            """));
    files.put(
        "preprocessor_config.json",
        text(
            """
            {"image_mean": [0.48145466, 0.4578275, 0.40821073],
             "image_std": [0.26862954, 0.26130258, 0.27577711]}
            """));
    files.put("vocab.json", text("{\"a\": 0, \"ñ</w>\": 1, \"añ</w>\": 2}"));
    files.put("merges.txt", text("#version: 0.2\na ñ</w>\n"));
    Random random = new Random(11);
    for (String suffix : suffixes) {
      files.put("onnx/vision_model" + suffix + ".onnx", bytes(random, VISION_BYTES));
      files.put("onnx/text_model" + suffix + ".onnx", bytes(random, TEXT_BYTES));
    }
    return files;
  }

  private static byte[] bytes(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Writes files into a folder. */
  public static Path write(Map<String, byte[]> files, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }
}
