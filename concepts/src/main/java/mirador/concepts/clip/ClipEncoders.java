package mirador.concepts.clip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.inference.Graphs;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.inference.Session;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Tensor;
import mirador.concepts.vit.AttentionMaps;
import mirador.concepts.vit.TokenVectors;

/**
 * The two encoders of a CLIP model, from tensors to tensors. Works with graphs of this project and
 * with the public ones, which give less: what a graph cannot give is refused by name.
 */
public final class ClipEncoders {
  private static final String PIXELS = "pixel_values";
  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String IMAGE_FEATURES = "image_embeds";
  private static final String TEXT_FEATURES = "text_embeds";
  private static final String LAST_STATE = "last_hidden_state";
  private static final String POOLED = "pooler_output";
  private static final String ATTENTION = "attentions.";
  private static final String STATE = "hidden_states.";
  private static final String PATCHES = "patch_embeddings";
  private static final String POSITIONS = "position_embeddings";

  private final Session vision;
  private final Session text;
  private final ClipConfig config;

  public ClipEncoders(Session vision, Session text, ClipConfig config) {
    this.vision = vision;
    this.text = text;
    this.config = config;
  }

  public ClipConfig config() {
    return config;
  }

  /**
   * Projected features of pictures, not normalised.
   *
   * @param pixels (pictures, 3, size, size)
   * @return (pictures, projection)
   */
  public FloatTensor imageFeatures(FloatTensor pixels) {
    return image(pixels, List.of(IMAGE_FEATURES)).get(IMAGE_FEATURES).floats();
  }

  /**
   * Projected features of texts, not normalised.
   *
   * @param ids (texts, tokens)
   * @param mask 1 for tokens, 0 for padding, (texts, tokens); left out where the graph has none
   * @return (texts, projection)
   */
  public FloatTensor textFeatures(LongTensor ids, LongTensor mask) {
    return text(ids, mask, List.of(TEXT_FEATURES)).get(TEXT_FEATURES).floats();
  }

  /**
   * What the text encoder pools, before its projection: as the graph says, or, where it does not,
   * by {@link TextPooling} out of its last states.
   *
   * @return (texts, width)
   */
  public FloatTensor pooledTexts(LongTensor ids, LongTensor mask) {
    if (text.outputs().contains(POOLED)) {
      return text(ids, mask, List.of(POOLED)).get(POOLED).floats();
    }
    // (texts, tokens, width)
    FloatTensor states = text(ids, mask, List.of(LAST_STATE)).get(LAST_STATE).floats();
    int texts = states.shape().size(0);
    int tokens = states.shape().size(1);
    int width = states.shape().size(2);
    float[] pooled = new float[texts * width];
    for (int i = 0; i < texts; i++) {
      long[] row = new long[tokens];
      System.arraycopy(ids.values(), i * tokens, row, 0, tokens);
      int position = TextPooling.position(row, config.eosTokenId());
      System.arraycopy(states.values(), (i * tokens + position) * width, pooled, i * width, width);
    }
    return FloatTensor.of(pooled, texts, width);
  }

  /** Whether the image encoder's graph gives its attention. */
  public boolean hasImageAttention() {
    return hasAttention(vision, config.visionLayers());
  }

  /** Whether the text encoder's graph gives its attention. */
  public boolean hasTextAttention() {
    return hasAttention(text, config.textLayers());
  }

  /**
   * What each token of one picture looks at; token 0 is [CLS], the others are the patches, left to
   * right and top to bottom.
   *
   * @param pixels (1, 3, size, size)
   */
  public AttentionMaps imageAttention(FloatTensor pixels) {
    List<String> layers = Graphs.names(ATTENTION, config.visionLayers());
    return AttentionMaps.of(Graphs.slices(image(pixels, layers), layers, 0));
  }

  /**
   * What each token of one text looks at.
   *
   * @param ids (1, tokens)
   */
  public AttentionMaps textAttention(LongTensor ids, LongTensor mask) {
    List<String> layers = Graphs.names(ATTENTION, config.textLayers());
    return AttentionMaps.of(Graphs.slices(text(ids, mask, layers), layers, 0));
  }

  /**
   * The tokens of one picture as they enter the first layer and after each one.
   *
   * @param pixels (1, 3, size, size)
   * @return layers + 1 times (tokens, width)
   */
  public List<FloatTensor> imageStates(FloatTensor pixels) {
    List<String> states = Graphs.names(STATE, config.visionLayers() + 1);
    return Graphs.slices(image(pixels, states), states, 0);
  }

  /** Whether the image encoder's graph shows everything between a picture and its features. */
  public boolean hasImageSteps() {
    return vision.outputs().containsAll(Graphs.names(STATE, config.visionLayers() + 1))
        && vision.outputs().containsAll(List.of(PATCHES, POSITIONS));
  }

  /**
   * What one picture becomes on its way, as far as the graph shows it.
   *
   * @param pixels (1, 3, size, size)
   */
  public ImageSteps imageSteps(FloatTensor pixels) {
    List<String> states = Graphs.names(STATE, config.visionLayers() + 1);
    if (!vision.outputs().containsAll(states)) {
      states = List.of();
    }
    List<String> wanted = new ArrayList<>(states);
    wanted.add(IMAGE_FEATURES);
    for (String name : List.of(PATCHES, POSITIONS)) {
      if (vision.outputs().contains(name)) {
        wanted.add(name);
      }
    }
    Map<String, Tensor> given = image(pixels, wanted);
    List<TokenVectors> flow = new ArrayList<>();
    for (String state : states) {
      flow.add(rows(given.get(state)));
    }
    return new ImageSteps(
        Optional.ofNullable(given.get(PATCHES)).map(ClipEncoders::rows),
        Optional.ofNullable(given.get(POSITIONS)).map(ClipEncoders::rows),
        flow,
        rows(given.get(IMAGE_FEATURES)));
  }

  /** Of a batch of one: (1, tokens, width), (tokens, 1, width) or (tokens, width). */
  private static TokenVectors rows(Tensor tensor) {
    int width = tensor.shape().size(tensor.shape().rank() - 1);
    float[] values = tensor.floats().values();
    return new TokenVectors(FloatTensor.of(values, values.length / width, width));
  }

  /**
   * The tokens of one text as they enter the first layer and after each one.
   *
   * @param ids (1, tokens)
   * @return layers + 1 times (tokens, width)
   */
  public List<FloatTensor> textStates(LongTensor ids, LongTensor mask) {
    List<String> states = Graphs.names(STATE, config.textLayers() + 1);
    return Graphs.slices(text(ids, mask, states), states, 0);
  }

  /**
   * Any outputs of the image encoder.
   *
   * @param pixels (pictures, 3, size, size)
   * @throws InferenceException when the graph has no such output
   * @throws IllegalArgumentException when the pixels are of another size
   */
  public Map<String, Tensor> image(FloatTensor pixels, List<String> wanted) {
    Graphs.checkPixels(pixels, config.imageSize());
    return Graphs.run(vision, "image encoder", Map.of(PIXELS, pixels), wanted);
  }

  /**
   * Any outputs of the text encoder.
   *
   * @param ids (texts, tokens)
   * @param mask (texts, tokens)
   * @throws InferenceException when the graph has no such output
   * @throws IllegalArgumentException when there are more tokens than the model reads
   */
  public Map<String, Tensor> text(LongTensor ids, LongTensor mask, List<String> wanted) {
    if (ids.shape().rank() != 2 || ids.shape().size(1) > config.contextLength()) {
      throw new IllegalArgumentException(
          "the model reads ids of (texts, tokens), at most "
              + config.contextLength()
              + " tokens, not "
              + ids.shape());
    }
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put(IDS, ids);
    if (text.inputs().contains(MASK)) {
      inputs.put(MASK, mask);
    }
    return Graphs.run(text, "text encoder", inputs, wanted);
  }

  private static boolean hasAttention(Session session, int layers) {
    return session.outputs().containsAll(Graphs.names(ATTENTION, layers));
  }
}
