package mirador.models.hub;

import java.util.List;
import java.util.Map;

/**
 * A model that the hub has in ONNX.
 *
 * @param repository its owner and name
 * @param small files that the variants have in common
 */
public record HubModel(String repository, List<String> small) {
  /** The public hub, in whose place a mirror may stand. */
  public static final String HUB = "https://huggingface.co";

  /** By the names of {@code ./mirador fetch-model}. */
  public static final Map<String, HubModel> KNOWN =
      Map.of(
          "clip",
          new HubModel(
              "Xenova/clip-vit-base-patch32",
              List.of("config.json", "preprocessor_config.json", "vocab.json", "merges.txt")));

  public HubModel {
    small = List.copyOf(small);
  }
}
