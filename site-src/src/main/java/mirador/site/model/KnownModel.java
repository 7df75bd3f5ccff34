package mirador.site.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelOffer;

/**
 * A published model, as {@code models/NAME.json} among the resources describes it. The public hub
 * holds the files of some without a manifest; of others it holds only weights that have to be
 * exported first, and the sizes told here are those of an export.
 */
public final class KnownModel {
  /** The name of the CLIP of lessons 1 and 2. */
  public static final String CLIP = "clip-vit-base-patch32";

  /** The name of the BLIP-2 of lessons 3 and 4. */
  public static final String BLIP2 = "blip2-opt-2.7b";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<KnownModel> ALL = List.of(read(CLIP), read(BLIP2));

  private final JsonNode description;

  private KnownModel(JsonNode description) {
    this.description = description;
  }

  /** All of them, in the order in which the course offers them. */
  public static List<KnownModel> all() {
    return ALL;
  }

  /** The one of this name. */
  public static Optional<KnownModel> find(String name) {
    return ALL.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  private static KnownModel read(String name) {
    String path = "/mirador/site/models/" + name + ".json";
    try (InputStream in = KnownModel.class.getResourceAsStream(path)) {
      return new KnownModel(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  public String name() {
    return description.get("name").asText();
  }

  public String title() {
    return description.get("title").asText();
  }

  /** {@code clip} or {@code blip2}. */
  String architecture() {
    return description.get("architecture").asText();
  }

  /** Whether the public hub has files that a page can use. */
  boolean isOnHub() {
    return description.has("repository");
  }

  /** The folder on the hub, at the one revision whose files are listed. */
  String address(String hub) {
    return hub
        + description.get("repository").asText()
        + "/resolve/"
        + description.get("revision").asText()
        + "/";
  }

  /** What each variant weighs. */
  List<ModelOffer.Variant> variants() {
    List<ModelOffer.Variant> variants = new ArrayList<>();
    for (JsonNode variant : description.get("variants")) {
      long bytes =
          StreamSupport.stream(files(variant).spliterator(), false)
              .mapToLong(file -> file.get("bytes").asLong())
              .sum();
      variants.add(new ModelOffer.Variant(variant.get("variant").asText(), bytes));
    }
    return variants;
  }

  /**
   * A manifest for each variant, in the form of a model folder's but for one thing: {@code sha256}
   * is empty where the hub's own is not known, which a page fills at the first download.
   */
  public List<JsonNode> manifests() {
    List<JsonNode> manifests = new ArrayList<>();
    for (JsonNode variant : description.get("variants")) {
      ObjectNode manifest = JSON.createObjectNode();
      manifest.put("format", ModelManifest.FORMAT);
      for (String same : List.of("name", "architecture")) {
        manifest.set(same, description.get(same));
      }
      manifest.set("variant", variant.get("variant"));
      for (String same : List.of("source", "licence")) {
        manifest.set(same, description.get(same));
      }
      manifest.set("graphs", variant.get("graphs"));
      manifest.set("files", files(variant));
      manifest.set("config", description.get("config"));
      manifest
          .putObject("reference")
          .<ObjectNode>set("tolerance", variant.get("tolerance"))
          .set("checks", description.get("checks"));
      manifests.add(manifest);
    }
    return manifests;
  }

  private ArrayNode files(JsonNode variant) {
    ArrayNode files = JSON.createArrayNode();
    variant.get("files").forEach(files::add);
    description.get("common").forEach(files::add);
    return files;
  }
}
