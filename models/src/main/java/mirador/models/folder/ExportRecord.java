package mirador.models.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.inference.ModelManifest.Shard;

/**
 * {@code export.json} of a folder that is being made: out of what, and which shards are whole. It
 * lets an export that was stopped go on; no reader of the model needs it.
 */
final class ExportRecord {
  static final String FILE = "export.json";

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final String madeFrom;
  private final Map<String, List<Shard>> shards = new LinkedHashMap<>();

  private ExportRecord(Path file, String madeFrom) {
    this.file = file;
    this.madeFrom = madeFrom;
  }

  /** The record of the folder; an empty one when it has none, or one of another making. */
  static ExportRecord of(Path folder, String madeFrom) throws IOException {
    ExportRecord record = new ExportRecord(folder.resolve(FILE), madeFrom);
    if (Files.isRegularFile(record.file)) {
      record.read();
    }
    return record;
  }

  private void read() throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException damaged) {
      return;
    }
    if (!root.path("made_from").asText().equals(madeFrom)) {
      return;
    }
    for (Map.Entry<String, JsonNode> entry : root.path("files").properties()) {
      List<Shard> list = new ArrayList<>();
      try {
        for (JsonNode shard : entry.getValue()) {
          list.add(
              new Shard(
                  shard.path("path").asText(),
                  shard.path("bytes").asLong(),
                  shard.path("sha256").asText()));
        }
      } catch (IllegalArgumentException damaged) {
        continue;
      }
      shards.put(entry.getKey(), list);
    }
  }

  /** Whether something has been made from the same before. */
  boolean isKnown() {
    return !shards.isEmpty();
  }

  /** The shards of a file that were whole when they were last told of. */
  List<Shard> shards(String path) {
    return shards.getOrDefault(path, List.of());
  }

  /** Takes down which shards of a file are whole by now. */
  void put(String path, List<Shard> whole) throws IOException {
    shards.put(path, List.copyOf(whole));
    ObjectNode root = JSON.createObjectNode().put("made_from", madeFrom);
    ObjectNode files = root.putObject("files");
    shards.forEach(
        (name, list) -> {
          ArrayNode array = files.putArray(name);
          for (Shard shard : list) {
            array
                .addObject()
                .put("path", shard.path())
                .put("bytes", shard.bytes())
                .put("sha256", shard.sha256());
          }
        });
    Path unfinished = file.resolveSibling(FILE + ".part");
    Files.write(unfinished, JSON.writeValueAsBytes(root));
    Files.move(
        unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
