package mirador.models.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.concepts.inference.ModelManifest.Shard;

/** {@code manifest.json} to a {@link ModelManifest} and back. Unknown members are passed over. */
public final class ManifestJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private ManifestJson() {}

  /**
   * Reads a manifest.
   *
   * @param where its file, for messages
   * @throws ModelFolderException when it is no JSON or no manifest; says what is wrong
   */
  public static ModelManifest read(byte[] json, String where) throws ModelFolderException {
    try {
      JsonNode node = JSON.readTree(json);
      return manifest(node);
    } catch (JsonProcessingException failure) {
      throw new ModelFolderException(
          where + " is no JSON: " + failure.getOriginalMessage(), failure);
    } catch (IOException | IllegalArgumentException failure) {
      throw new ModelFolderException(where + ": " + failure.getMessage(), failure);
    }
  }

  private static ModelManifest manifest(JsonNode node) {
    Map<String, String> graphs = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> graph : member(node, "graphs").properties()) {
      graphs.put(graph.getKey(), graph.getValue().asText());
    }
    List<ModelFile> files = new ArrayList<>();
    for (JsonNode file : member(node, "files")) {
      List<Shard> shards = new ArrayList<>();
      for (JsonNode shard : file.path("shards")) {
        shards.add(new Shard(text(shard, "path"), whole(shard, "bytes"), text(shard, "sha256")));
      }
      files.add(
          new ModelFile(text(file, "path"), whole(file, "bytes"), text(file, "sha256"), shards));
    }
    Map<String, List<Double>> config = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : member(node, "config").properties()) {
      if (entry.getValue().isNumber() || entry.getValue().isArray()) {
        config.put(entry.getKey(), numbers(entry.getValue()));
      }
    }
    return new ModelManifest(
        (int) whole(node, "format"),
        text(node, "name"),
        text(node, "architecture"),
        text(node, "variant"),
        text(node, "source"),
        text(node, "licence"),
        graphs,
        files,
        config,
        reference(node.path("reference")));
  }

  private static Reference reference(JsonNode node) {
    List<ReferenceCheck> checks = new ArrayList<>();
    for (JsonNode check : node.path("checks")) {
      List<Long> ids = new ArrayList<>();
      for (JsonNode id : check.path("ids")) {
        ids.add(id.asLong());
      }
      checks.add(
          new ReferenceCheck(
              text(check, "kind"),
              check.path("value").asDouble(0),
              ids,
              (int) whole(check, "from"),
              numbers(member(check, "expected"))));
    }
    return new Reference(node.path("tolerance").asDouble(0), checks);
  }

  private static JsonNode member(JsonNode node, String name) {
    if (!node.hasNonNull(name)) {
      throw new IllegalArgumentException("model manifest: " + name + " is missing");
    }
    return node.get(name);
  }

  private static String text(JsonNode node, String name) {
    if (!member(node, name).isTextual()) {
      throw new IllegalArgumentException("model manifest: " + name + " must be a text");
    }
    return node.get(name).textValue();
  }

  private static long whole(JsonNode node, String name) {
    JsonNode number = member(node, name);
    if (!number.isIntegralNumber() || !number.canConvertToLong()) {
      throw new IllegalArgumentException(
          "model manifest: " + name + " must be a whole number: " + number);
    }
    return number.longValue();
  }

  private static List<Double> numbers(JsonNode node) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode number : node.isArray() ? node : JSON.createArrayNode().add(node)) {
      if (!number.isNumber()) {
        throw new IllegalArgumentException("model manifest: a number expected: " + number);
      }
      numbers.add(number.doubleValue());
    }
    return numbers;
  }

  /** Writes a manifest, indented. */
  public static byte[] write(ModelManifest manifest) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", manifest.format());
    root.put("name", manifest.name());
    root.put("architecture", manifest.architecture());
    root.put("variant", manifest.variant());
    root.put("source", manifest.source());
    root.put("licence", manifest.licence());
    ObjectNode graphs = root.putObject("graphs");
    manifest.graphs().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(graph -> graphs.put(graph.getKey(), graph.getValue()));
    ArrayNode files = root.putArray("files");
    for (ModelFile file : manifest.files()) {
      ObjectNode entry = files.addObject();
      put(entry, file.path(), file.bytes(), file.sha256());
      if (file.isSplit()) {
        ArrayNode shards = entry.putArray("shards");
        for (Shard shard : file.shards()) {
          put(shards.addObject(), shard.path(), shard.bytes(), shard.sha256());
        }
      }
    }
    ObjectNode config = root.putObject("config");
    manifest.config().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> putConfig(config, entry.getKey(), entry.getValue()));
    putReference(root, manifest.reference());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private static void put(ObjectNode entry, String path, long bytes, String sha256) {
    entry.put("path", path).put("bytes", bytes).put("sha256", sha256);
  }

  private static void putConfig(ObjectNode config, String name, List<Double> numbers) {
    if (numbers.size() == 1) {
      double number = numbers.get(0);
      if (number == Math.rint(number) && Math.abs(number) < 1e15) {
        config.put(name, (long) number);
      } else {
        config.put(name, number);
      }
    } else {
      config.set(name, JSON.valueToTree(numbers));
    }
  }

  private static void putReference(ObjectNode root, Reference reference) {
    if (reference.checks().isEmpty()) {
      return;
    }
    ObjectNode node = root.putObject("reference").put("tolerance", reference.tolerance());
    ArrayNode checks = node.putArray("checks");
    for (ReferenceCheck check : reference.checks()) {
      ObjectNode entry = checks.addObject().put("kind", check.kind());
      if (check.ids().isEmpty()) {
        entry.put("value", check.value());
      } else {
        entry.set("ids", JSON.valueToTree(check.ids()));
      }
      entry.put("from", check.from());
      entry.set("expected", JSON.valueToTree(check.expected()));
    }
  }
}
