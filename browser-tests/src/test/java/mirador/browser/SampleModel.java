package mirador.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A model folder of random bytes under the name of the course's own model: the store need not know
 * what is in its files. Its architecture is one that no code of the page runs, so that it is kept
 * and not started.
 */
final class SampleModel {
  static final String NAME = "clip-vit-base-patch32";
  static final String TITLE = "CLIP ViT-B/32";
  static final ObjectMapper JSON = new ObjectMapper();

  private static final int SHARD = 50_000;

  /** Files by path, as a folder holds them: shards, no whole of what is split. */
  final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Whole files by path. */
  final Map<String, byte[]> whole = new LinkedHashMap<>();

  final ObjectNode manifest = JSON.createObjectNode();

  /** Five shards of {@code vision.onnx}, two of {@code text.onnx}, two small files. */
  static SampleModel split() {
    SampleModel model = new SampleModel("int8", "vision.onnx", "text.onnx");
    model.add("vision.onnx", random(1, 4 * SHARD + 1234), true);
    model.add("text.onnx", random(2, SHARD + 1), true);
    model.add("vocab.json", random(3, 9_000), false);
    model.add("merges.txt", random(4, 7_000), false);
    return model;
  }

  /**
   * As the hub has it: one file so large that it is fetched in three ranges.
   *
   * @param hashed whether the hub's hashes are known
   */
  static SampleModel hub(boolean hashed) {
    SampleModel model = new SampleModel("int8", "onnx/vision_model.onnx", "onnx/text_model.onnx");
    model.add("onnx/vision_model.onnx", random(5, (64 << 20) + 777), false);
    model.add("onnx/text_model.onnx", random(6, 30_000), false);
    model.add("vocab.json", random(3, 9_000), false);
    if (!hashed) {
      model.manifest.get("files").forEach(file -> ((ObjectNode) file).put("sha256", ""));
    }
    return model;
  }

  private SampleModel(String variant, String vision, String text) {
    manifest.put("format", 1);
    manifest.put("name", NAME);
    manifest.put("architecture", "sample");
    manifest.put("variant", variant);
    manifest.put("source", "random");
    manifest.put("licence", "MIT");
    manifest.putObject("graphs").put("vision", vision).put("text", text);
    manifest.putArray("files");
    manifest.putObject("config").put("imageSize", 224).putArray("mean").add(0.5);
  }

  private void add(String path, byte[] content, boolean split) {
    whole.put(path, content);
    ObjectNode file = entry(((ArrayNode) manifest.get("files")).addObject(), path, content);
    if (!split) {
      files.put(path, content);
      return;
    }
    ArrayNode shards = file.putArray("shards");
    for (int from = 0, i = 0; from < content.length; from += SHARD, i++) {
      byte[] shard = Arrays.copyOfRange(content, from, Math.min(content.length, from + SHARD));
      String name = path + ".00" + i;
      entry(shards.addObject(), name, shard);
      files.put(name, shard);
    }
  }

  private static ObjectNode entry(ObjectNode entry, String path, byte[] content) {
    return entry.put("path", path).put("bytes", content.length).put("sha256", sha256(content));
  }

  static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Bytes of all whole files. */
  long bytes() {
    return whole.values().stream().mapToLong(file -> file.length).sum();
  }

  List<String> paths() {
    return List.copyOf(files.keySet());
  }

  /** Puts the folder on a server. */
  void serve(ModelServer server, String folder) {
    files.forEach((path, content) -> server.put(folder + path, content));
    server.put(folder + "manifest.json", text());
  }

  String text() {
    return write(manifest);
  }

  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes the folder. */
  void write(Path folder, boolean withManifest) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.createDirectories(folder.resolve(file.getKey()).getParent());
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    if (withManifest) {
      Files.writeString(folder.resolve("manifest.json"), text());
    }
  }

  /** Writes the script packs, in the form of docs/model-folder.md. */
  void writePacks(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var file : manifest.get("files")) {
      String path = file.get("path").asText();
      if (file.has("shards")) {
        for (int i = 0; i < file.get("shards").size(); i++) {
          writePack(folder, path, i, file.get("shards").get(i).get("path").asText());
        }
      } else {
        writePack(folder, path, 0, path);
      }
    }
    Files.writeString(
        folder.resolve("manifest.js"),
        "miradorPack.manifest(" + write(NAME) + ", " + text() + ");\n");
  }

  private void writePack(Path folder, String path, int index, String shard) throws IOException {
    Files.writeString(
        folder.resolve(shard + ".js"),
        "miradorPack.shard("
            + write(path)
            + ", "
            + index
            + ", \""
            + Base64.getEncoder().encodeToString(files.get(shard))
            + "\");\n");
  }

  /** The line of the site's data script that makes this the one model of the course. */
  String offer(List<Map<String, String>> origins) {
    Map<String, Object> offer = new LinkedHashMap<>();
    offer.put("name", NAME);
    offer.put("title", TITLE);
    offer.put("origins", origins);
    offer.put("manifests", List.of(manifest));
    return "window.mirador.models = " + write(List.of(offer)) + ";\n";
  }

  static Map<String, String> origin(String kind, String address, String host) {
    return Map.of("kind", kind, "address", address, "host", host);
  }
}
