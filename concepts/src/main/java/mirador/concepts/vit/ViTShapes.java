package mirador.concepts.vit;

import java.util.List;

/**
 * The shape of the tensor after each step of a ViT (notebook cell 1.3).
 *
 * @param height of the picture, in pixels
 * @param width of the picture, in pixels
 * @param patch side of a patch, in pixels
 * @param dim width of the token vectors
 */
public record ViTShapes(int height, int width, int patch, int dim) {

  /** The steps, in order. */
  public enum Stage {
    IMAGE,
    PATCHIFY,
    PROJECTION,
    CLS_TOKEN,
    POSITIONS,
    ENCODER,
    READOUT
  }

  /**
   * One step.
   *
   * @param stage which
   * @param shape of the tensor that leaves it
   * @param parameters weights it learns; for the encoder 0, as its depth is not fixed here
   */
  public record Step(Stage stage, List<Integer> shape, long parameters) {
    /** The shape as a tuple: «(49, 768)»; with one dimension «(768,)», as Python writes it. */
    public String shapeText() {
      StringBuilder out = new StringBuilder("(");
      for (int i = 0; i < shape.size(); i++) {
        out.append(i == 0 ? "" : ", ").append(shape.get(i));
      }
      return out.append(shape.size() == 1 ? ",)" : ")").toString();
    }

    /** Numbers in the tensor. */
    public long size() {
      long size = 1;
      for (int side : shape) {
        size *= side;
      }
      return size;
    }
  }

  public PatchGrid grid() {
    return new PatchGrid(height, width, patch);
  }

  /** Tokens that enter the encoder: one per patch, and [CLS]. */
  public int tokens() {
    return grid().count() + 1;
  }

  /** Every step with its shape, from the picture to the vector that stands for it. */
  public List<Step> steps() {
    int patches = grid().count();
    int values = grid().valuesPerPatch();
    return List.of(
        new Step(Stage.IMAGE, List.of(height, width, 3), 0),
        new Step(Stage.PATCHIFY, List.of(patches, values), 0),
        new Step(Stage.PROJECTION, List.of(patches, dim), (values + 1L) * dim), // weights, bias
        new Step(Stage.CLS_TOKEN, List.of(tokens(), dim), dim),
        new Step(Stage.POSITIONS, List.of(tokens(), dim), (long) tokens() * dim),
        new Step(Stage.ENCODER, List.of(tokens(), dim), 0),
        new Step(Stage.READOUT, List.of(dim), 0));
  }
}
