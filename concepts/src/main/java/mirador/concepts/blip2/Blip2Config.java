package mirador.concepts.blip2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.image.Preprocessing;
import mirador.concepts.inference.ConfigNumbers;

/**
 * The numbers of a BLIP-2 model (Li et al., "BLIP-2: Bootstrapping Language-Image Pre-training with
 * Frozen Image Encoders and Large Language Models", 2023, section 3) whose language model is OPT.
 * The values named are those of {@code Salesforce/blip2-opt-2.7b}.
 *
 * @param imageSize side of the picture in pixels, 224
 * @param patchSize side of a patch in pixels, 14
 * @param visionLayers layers of the vision tower, 39
 * @param visionHeads attention heads of each, 16
 * @param visionWidth of a visual token, 1408
 * @param queries how many the Q-Former has, 32
 * @param queryLayers layers of the Q-Former, 12
 * @param queryHeads attention heads of each, 12
 * @param queryWidth of a query, 768
 * @param crossAttentionEvery of so many layers one looks at the picture, the first of them; 2
 * @param languageLayers layers of the language model, 32
 * @param languageHeads attention heads of each, 32
 * @param languageWidth of a token, 2560
 * @param vocabulary how many token ids there are, 50272 or 50304
 * @param maxPositions most tokens that the language model reads, queries included, 2048
 * @param bosTokenId the token that begins a prompt, 2
 * @param eosTokenId the token that ends an answer, 50118 (a line feed)
 * @param padTokenId the token that fills up shorter rows of a batch, 1
 * @param mean of the red, green and blue of a pixel
 * @param std of the red, green and blue of a pixel
 */
public record Blip2Config(
    int imageSize,
    int patchSize,
    int visionLayers,
    int visionHeads,
    int visionWidth,
    int queries,
    int queryLayers,
    int queryHeads,
    int queryWidth,
    int crossAttentionEvery,
    int languageLayers,
    int languageHeads,
    int languageWidth,
    int vocabulary,
    int maxPositions,
    int bosTokenId,
    int eosTokenId,
    int padTokenId,
    List<Double> mean,
    List<Double> std) {
  /** The published {@code Salesforce/blip2-opt-2.7b}. */
  public static final Blip2Config OPT_2_7B =
      new Blip2Config(
          224,
          14,
          39,
          16,
          1408,
          32,
          12,
          12,
          768,
          2,
          32,
          32,
          2560,
          50272,
          2048,
          2,
          50118,
          1,
          Preprocessing.CLIP_MEAN,
          Preprocessing.CLIP_STD);

  /**
   * A checked configuration.
   *
   * @throws IllegalArgumentException when a size is below 1, sizes do not fit each other, or a
   *     token is not in the vocabulary; says which
   */
  public Blip2Config {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    ConfigNumbers.positive("imageSize", imageSize);
    ConfigNumbers.positive("patchSize", patchSize);
    ConfigNumbers.positive("visionLayers", visionLayers);
    ConfigNumbers.positive("visionHeads", visionHeads);
    ConfigNumbers.positive("visionWidth", visionWidth);
    ConfigNumbers.positive("queries", queries);
    ConfigNumbers.positive("queryLayers", queryLayers);
    ConfigNumbers.positive("queryHeads", queryHeads);
    ConfigNumbers.positive("queryWidth", queryWidth);
    ConfigNumbers.positive("crossAttentionEvery", crossAttentionEvery);
    ConfigNumbers.positive("languageLayers", languageLayers);
    ConfigNumbers.positive("languageHeads", languageHeads);
    ConfigNumbers.positive("languageWidth", languageWidth);
    ConfigNumbers.positive("vocabulary", vocabulary);
    ConfigNumbers.positive("maxPositions", maxPositions);
    if (patchSize > imageSize) {
      throw new IllegalArgumentException(
          "a picture of " + imageSize + " pixels has no patch of " + patchSize);
    }
    if (languageWidth % languageHeads != 0) {
      throw new IllegalArgumentException(
          languageHeads + " heads do not divide the width " + languageWidth);
    }
    token("bosTokenId", bosTokenId, vocabulary);
    token("eosTokenId", eosTokenId, vocabulary);
    token("padTokenId", padTokenId, vocabulary);
    new Preprocessing(imageSize, Preprocessing.Fit.STRETCH, mean, std);
  }

  private static void token(String name, int id, int vocabulary) {
    if (id < 0 || id >= vocabulary) {
      throw new IllegalArgumentException(
          name + " must be one of the " + vocabulary + " token ids: " + id);
    }
  }

  /** Patches in a row of the picture, 16. */
  public int grid() {
    return imageSize / patchSize;
  }

  /** Tokens of a picture: its patches and [CLS], 257. */
  public int imageTokens() {
    return grid() * grid() + 1;
  }

  /** Width of one head of the language model, 80. */
  public int languageHeadWidth() {
    return languageWidth / languageHeads;
  }

  /** How pictures are prepared for it. */
  public Preprocessing preprocessing() {
    return Preprocessing.blip2(imageSize).normalising(mean, std);
  }

  /**
   * Out of a manifest's {@code config}.
   *
   * @throws IllegalArgumentException when a number is missing or not allowed; says which
   */
  public static Blip2Config of(Map<String, List<Double>> config) {
    ConfigNumbers numbers = new ConfigNumbers(config);
    return new Blip2Config(
        numbers.integer("imageSize"),
        numbers.integer("patchSize"),
        numbers.integer("visionLayers"),
        numbers.integer("visionHeads"),
        numbers.integer("visionWidth"),
        numbers.integer("queries"),
        numbers.integer("queryLayers"),
        numbers.integer("queryHeads"),
        numbers.integer("queryWidth"),
        numbers.integer("crossAttentionEvery"),
        numbers.integer("languageLayers"),
        numbers.integer("languageHeads"),
        numbers.integer("languageWidth"),
        numbers.integer("vocabulary"),
        numbers.integer("maxPositions"),
        numbers.integer("bosTokenId"),
        numbers.integer("eosTokenId"),
        numbers.integer("padTokenId"),
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
    map.put("visionWidth", List.of((double) visionWidth));
    map.put("queries", List.of((double) queries));
    map.put("queryLayers", List.of((double) queryLayers));
    map.put("queryHeads", List.of((double) queryHeads));
    map.put("queryWidth", List.of((double) queryWidth));
    map.put("crossAttentionEvery", List.of((double) crossAttentionEvery));
    map.put("languageLayers", List.of((double) languageLayers));
    map.put("languageHeads", List.of((double) languageHeads));
    map.put("languageWidth", List.of((double) languageWidth));
    map.put("vocabulary", List.of((double) vocabulary));
    map.put("maxPositions", List.of((double) maxPositions));
    map.put("bosTokenId", List.of((double) bosTokenId));
    map.put("eosTokenId", List.of((double) eosTokenId));
    map.put("padTokenId", List.of((double) padTokenId));
    map.put("mean", mean);
    map.put("std", std);
    return map;
  }
}
