package mirador.concepts.clip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.image.Preprocessing;
import mirador.concepts.inference.ConfigNumbers;

/**
 * The numbers of a CLIP model (Radford et al., "Learning Transferable Visual Models From Natural
 * Language Supervision", 2021, tables 19 and 20). The values named are those of ViT-B/32.
 *
 * @param imageSize side of the picture in pixels, 224
 * @param patchSize side of a patch in pixels, 32
 * @param visionLayers layers of the image encoder, 12
 * @param visionHeads attention heads of each, 12
 * @param textLayers layers of the text encoder, 12
 * @param textHeads attention heads of each, 8
 * @param contextLength tokens of a text, 77
 * @param projection size of an embedding, 512
 * @param eosTokenId where a text is pooled, see {@link TextPooling}; 2 in the published models
 * @param logitScale what cosines are multiplied by, {@code exp(logit_scale)}; 100
 * @param mean of the red, green and blue of a pixel
 * @param std of the red, green and blue of a pixel
 */
public record ClipConfig(
    int imageSize,
    int patchSize,
    int visionLayers,
    int visionHeads,
    int textLayers,
    int textHeads,
    int contextLength,
    int projection,
    long eosTokenId,
    double logitScale,
    List<Double> mean,
    List<Double> std) {
  /** {@code openai/clip-vit-base-patch32}. */
  public static final ClipConfig VIT_B_32 =
      new ClipConfig(
          224, 32, 12, 12, 12, 8, 77, 512, 2, 100, Preprocessing.CLIP_MEAN, Preprocessing.CLIP_STD);

  private static final int CHANNELS = 3;

  /**
   * A checked configuration.
   *
   * @throws IllegalArgumentException when a size is below 1, the patches do not fill the picture or
   *     a channel is missing
   */
  public ClipConfig {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    ConfigNumbers.positive("imageSize", imageSize);
    ConfigNumbers.positive("patchSize", patchSize);
    ConfigNumbers.positive("visionLayers", visionLayers);
    ConfigNumbers.positive("visionHeads", visionHeads);
    ConfigNumbers.positive("textLayers", textLayers);
    ConfigNumbers.positive("textHeads", textHeads);
    ConfigNumbers.positive("contextLength", contextLength);
    ConfigNumbers.positive("projection", projection);
    if (patchSize > imageSize) {
      throw new IllegalArgumentException(
          "a picture of " + imageSize + " pixels has no patch of " + patchSize);
    }
    if (!(logitScale > 0) || logitScale == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("logitScale must be above 0: " + logitScale);
    }
    if (mean.size() != CHANNELS || std.size() != CHANNELS) {
      throw new IllegalArgumentException(
          "mean and std have one number for each of red, green and blue: " + mean + ", " + std);
    }
    for (double deviation : std) {
      if (!(deviation > 0)) {
        throw new IllegalArgumentException("std must be above 0: " + std);
      }
    }
  }

  /** Patches in a row of the picture, 7. */
  public int grid() {
    return imageSize / patchSize;
  }

  /** How pictures are prepared for it. */
  public Preprocessing preprocessing() {
    return Preprocessing.clip(imageSize).normalising(mean, std);
  }

  /** Tokens of a picture: its patches and [CLS], 50. */
  public int imageTokens() {
    return grid() * grid() + 1;
  }

  /**
   * Out of a manifest's {@code config}.
   *
   * @throws IllegalArgumentException when a number is missing or not allowed; says which
   */
  public static ClipConfig of(Map<String, List<Double>> config) {
    ConfigNumbers numbers = new ConfigNumbers(config);
    return new ClipConfig(
        numbers.integer("imageSize"),
        numbers.integer("patchSize"),
        numbers.integer("visionLayers"),
        numbers.integer("visionHeads"),
        numbers.integer("textLayers"),
        numbers.integer("textHeads"),
        numbers.integer("contextLength"),
        numbers.integer("projection"),
        numbers.integer("eosTokenId"),
        numbers.number("logitScale"),
        numbers.numbers("mean"),
        numbers.numbers("std"));
  }

  /** The same as a manifest's {@code config}; a single number is a list of one. */
  public Map<String, List<Double>> toMap() {
    Map<String, List<Double>> map = new LinkedHashMap<>();
    map.put("imageSize", List.of((double) imageSize));
    map.put("patchSize", List.of((double) patchSize));
    map.put("visionLayers", List.of((double) visionLayers));
    map.put("visionHeads", List.of((double) visionHeads));
    map.put("textLayers", List.of((double) textLayers));
    map.put("textHeads", List.of((double) textHeads));
    map.put("contextLength", List.of((double) contextLength));
    map.put("projection", List.of((double) projection));
    map.put("eosTokenId", List.of((double) eosTokenId));
    map.put("logitScale", List.of(logitScale));
    map.put("mean", mean);
    map.put("std", std);
    return map;
  }
}
