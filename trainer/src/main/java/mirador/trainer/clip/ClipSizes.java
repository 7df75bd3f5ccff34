package mirador.trainer.clip;

/**
 * The sizes of a CLIP model.
 *
 * @param image side of a picture in pixels
 * @param patch side of a patch
 * @param visionWidth of the tokens of a picture
 * @param visionLayers of the vision tower
 * @param textWidth of the tokens of a text
 * @param textLayers of the text tower
 * @param heads of every layer of both
 * @param context most tokens of a text
 * @param vocabulary how many token ids
 * @param projection width of the embeddings
 */
public record ClipSizes(
    int image,
    int patch,
    int visionWidth,
    int visionLayers,
    int textWidth,
    int textLayers,
    int heads,
    int context,
    int vocabulary,
    int projection) {
  /** Side of CLIP mini's pictures. */
  public static final int MINI_IMAGE = 96;

  /** Those of CLIP mini. */
  public static ClipSizes mini(int vocabulary) {
    return mini(MINI_IMAGE, vocabulary);
  }

  /** The same for pictures of another side, a multiple of 12. */
  public static ClipSizes mini(int image, int vocabulary) {
    return new ClipSizes(image, 12, 96, 4, 96, 3, 4, 48, vocabulary, 96);
  }

  /** Patches of a picture. */
  public int patches() {
    return image / patch * (image / patch);
  }

  /** Numbers of a patch. */
  public int patchNumbers() {
    return 3 * patch * patch;
  }
}
