package mirador.trainer.blip2;

import mirador.trainer.clip.ClipSizes;
import mirador.trainer.opt.OptSizes;

/**
 * The sizes of a BLIP-2 model. Its pictures and its vision tower are as large as those of the CLIP
 * that the tower learns from.
 *
 * @param clip sizes of that CLIP
 * @param queries how many
 * @param width of a query
 * @param layers of the Q-Former
 * @param heads of each of them
 * @param crossEvery of so many of them one looks at the picture, the first of them
 * @param language sizes of the language model
 */
public record Blip2Sizes(
    ClipSizes clip,
    int queries,
    int width,
    int layers,
    int heads,
    int crossEvery,
    OptSizes language) {
  /** Those of BLIP-2 mini. */
  public static Blip2Sizes mini(ClipSizes clip, OptSizes language) {
    return new Blip2Sizes(clip, 16, 96, 4, 4, 2, language);
  }

  /** Whether a layer of the Q-Former looks at the picture. */
  boolean looks(int layer) {
    return layer % crossEvery == 0;
  }
}
