package mirador.concepts.blip2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.image.Picture;
import mirador.concepts.inference.Graphs;
import mirador.concepts.inference.Session;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.Tensor;
import mirador.concepts.vit.AttentionMaps;

/**
 * The seeing half of BLIP-2: a frozen vision tower, and the Q-Former that asks it a fixed number of
 * questions (Li et al. 2023, section 3.1).
 *
 * <p>All methods throw {@link mirador.concepts.inference.InferenceException} when the runtime fails
 * or a graph does not give what is asked for.
 */
public final class Blip2Vision {
  private static final String PIXELS = "pixel_values";
  private static final String IMAGE = "image_embeds";
  private static final String LAST_STATE = "last_hidden_state";
  private static final String PROJECTED = "language_projection";
  private static final String ATTENTION = "attentions.";
  private static final String CROSS_ATTENTION = "cross_attentions.";

  private final Session vision;
  private final Session qformer;
  private final Blip2Config config;

  /**
   * @param vision input {@code pixel_values}, output {@code last_hidden_state}; others as they come
   * @param qformer input {@code image_embeds}, the outputs of the model folder's contract
   */
  public Blip2Vision(Session vision, Session qformer, Blip2Config config) {
    this.vision = vision;
    this.qformer = qformer;
    this.config = config;
  }

  public Blip2Config config() {
    return config;
  }

  /** What the queries find in a picture of any size. */
  public VisualQueries look(Picture picture) {
    return look(config.preprocessing().pixelValues(List.of(picture)));
  }

  /**
   * What the queries find in one prepared picture.
   *
   * @param pixels (1, 3, size, size)
   * @throws IllegalArgumentException when the pixels are of another size
   */
  public VisualQueries look(FloatTensor pixels) {
    return ask(states(pixels)).get(0);
  }

  /**
   * The tokens of pictures after the last normalisation of the vision tower, [CLS] first.
   *
   * @param pixels (pictures, 3, size, size)
   * @return (pictures, tokens, vision width)
   * @throws IllegalArgumentException when the pixels are of another size
   */
  public FloatTensor states(FloatTensor pixels) {
    return image(pixels, List.of(LAST_STATE)).get(LAST_STATE).floats();
  }

  /**
   * What the queries find in pictures that the vision tower has seen.
   *
   * @param states (pictures, tokens, vision width)
   * @return one for each picture
   */
  public List<VisualQueries> ask(FloatTensor states) {
    List<String> self = Graphs.names(ATTENTION, config.queryLayers());
    List<String> cross = new ArrayList<>();
    for (int layer = 0; layer < config.queryLayers(); layer += config.crossAttentionEvery()) {
      cross.add(CROSS_ATTENTION + layer);
    }
    List<String> wanted = new ArrayList<>(List.of(LAST_STATE, PROJECTED));
    wanted.addAll(self);
    wanted.addAll(cross);
    Map<String, Tensor> given = Graphs.run(qformer, "Q-Former", Map.of(IMAGE, states), wanted);
    List<VisualQueries> pictures = new ArrayList<>();
    for (int i = 0; i < states.shape().size(0); i++) {
      pictures.add(
          new VisualQueries(
              given.get(PROJECTED).floats().slice(i),
              given.get(LAST_STATE).floats().slice(i),
              AttentionMaps.of(Graphs.slices(given, self, i)),
              FloatTensor.stacked(Graphs.slices(given, cross, i))));
    }
    return pictures;
  }

  /**
   * Any outputs of the vision tower.
   *
   * @param pixels (pictures, 3, size, size)
   * @throws IllegalArgumentException when the pixels are of another size
   */
  public Map<String, Tensor> image(FloatTensor pixels, List<String> wanted) {
    Graphs.checkPixels(pixels, config.imageSize());
    return Graphs.run(vision, "vision tower", Map.of(PIXELS, pixels), wanted);
  }
}
