package mirador.concepts.vit;

/** How far a stack of 3 x 3 convolutions of step 1 sees. */
public final class ReceptiveField {
  private ReceptiveField() {}

  /** Side of the square of input pixels that one output pixel depends on: 2n + 1. */
  public static int side(int layers) {
    if (layers < 0) {
      throw new IllegalArgumentException("layers must be 0 or more: " + layers);
    }
    return 2 * layers + 1;
  }

  /** Layers needed until the square reaches {@code pixels} from its centre pixel. */
  public static int layersToReach(int pixels) {
    return Math.max(0, pixels);
  }
}
