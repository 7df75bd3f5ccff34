package mirador.models.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.ClipEncoders;
import mirador.concepts.clip.ClipSelfCheck;
import mirador.concepts.clip.TextPooling;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.concepts.tensor.FloatTensor;

/**
 * What a manifest lets a loaded model be checked by. For the published ViT-B/32 these are values
 * that others published; for any other model, what its own graph in 32-bit floats gives.
 */
public final class ReferenceValues {
  /** The model whose values are published. */
  static final String PUBLISHED = "openai/clip-vit-base-patch32";

  private static final String RESOURCE = "clip-vit-base-patch32.json";
  private static final double CONSTANT = 0.5;
  private static final int ELEMENTS = 8;

  private ReferenceValues() {}

  /**
   * Whether a model claims to be the published one: by its source, and by all its sizes. The end of
   * a text is told by its id or as the greatest of all ids, which is the same token.
   */
  public static boolean isPublished(String source, ClipArchitecture clip) {
    ClipConfig published = ClipConfig.VIT_B_32;
    return source.equals(PUBLISHED)
        && clip.vision().width() == 768
        && clip.text().width() == 512
        && clip.vocabulary() == 49408
        && (clip.eosTokenId() == TextPooling.GREATEST || clip.eosTokenId() == clip.vocabulary() - 1)
        && clip.withEosTokenId((int) TextPooling.GREATEST)
            .config(100, published.mean(), published.std())
            .equals(published);
  }

  /** The published values. */
  public static List<ReferenceCheck> published() throws IOException {
    try (InputStream in = ReferenceValues.class.getResourceAsStream(RESOURCE)) {
      List<ReferenceCheck> checks = new ArrayList<>();
      for (JsonNode check : new JsonMapper().readTree(in).path("checks")) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode id : check.path("input").path("input_ids")) {
          ids.add(id.asLong());
        }
        List<Double> expected = new ArrayList<>();
        for (JsonNode number : check.path("expected")) {
          expected.add(number.asDouble());
        }
        // Both tell elements 1 to 3.
        String output = check.path("output").asText();
        if (output.equals("image_features")) {
          checks.add(
              new ReferenceCheck(
                  ReferenceCheck.IMAGE_FEATURES_CONSTANT, CONSTANT, List.of(), 1, expected));
        } else if (output.equals("text_features")) {
          checks.add(new ReferenceCheck(ReferenceCheck.TEXT_FEATURES, 0, ids, 1, expected));
        }
      }
      return checks;
    }
  }

  /** The first elements of what a graph in 32-bit floats gives. */
  static List<ReferenceCheck> computed(ClipEncoders encoders, ClipArchitecture clip) {
    List<Long> ids = sampleText(clip);
    FloatTensor image = ClipSelfCheck.constantPicture(encoders, CONSTANT);
    FloatTensor text = ClipSelfCheck.text(encoders, ids);
    return List.of(
        new ReferenceCheck(
            ReferenceCheck.IMAGE_FEATURES_CONSTANT, CONSTANT, List.of(), 0, first(image)),
        new ReferenceCheck(ReferenceCheck.TEXT_FEATURES, 0, ids, 0, first(text)));
  }

  /** The checks with the tolerance of a variant, wider where the features themselves are larger. */
  public static Reference withTolerance(List<ReferenceCheck> checks, Variant variant) {
    double greatest = 1;
    for (ReferenceCheck check : checks) {
      for (double value : check.expected()) {
        greatest = Math.max(greatest, Math.abs(value));
      }
    }
    return new Reference(variant.tolerance() * greatest, checks);
  }

  /** Start, some tokens and the end, of ids that any vocabulary has. */
  static List<Long> sampleText(ClipArchitecture clip) {
    long end =
        clip.eosTokenId() == TextPooling.GREATEST ? clip.vocabulary() - 1 : clip.eosTokenId();
    List<Long> ids = new ArrayList<>();
    ids.add((long) clip.vocabulary() - 2);
    for (int i = 1; ids.size() < Math.min(clip.context(), 7) - 1; i++) {
      ids.add((long) i * clip.vocabulary() / 11);
    }
    ids.add(end);
    return ids;
  }

  private static List<Double> first(FloatTensor features) {
    List<Double> elements = new ArrayList<>();
    for (int i = 0; i < Math.min(ELEMENTS, features.values().length); i++) {
      elements.add((double) features.values()[i]);
    }
    return elements;
  }
}
