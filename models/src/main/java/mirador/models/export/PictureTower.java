package mirador.models.export;

import mirador.models.weights.WeightsException;

/**
 * A vision tower and the pictures that it reads.
 *
 * @param tower sizes of its encoder
 * @param imageSize side of the picture in pixels
 * @param patchSize side of a patch in pixels
 */
record PictureTower(Tower tower, int imageSize, int patchSize) {
  static final int CHANNELS = 3;

  /**
   * Checked sizes.
   *
   * @throws WeightsException when a picture has not one patch
   */
  PictureTower check() throws WeightsException {
    if (patchSize < 1 || imageSize < patchSize) {
      throw new WeightsException(
          "config.json: pictures of " + imageSize + " pixels in patches of " + patchSize);
    }
    return this;
  }

  /** Patches in a row of the picture. */
  int grid() {
    return imageSize / patchSize;
  }

  /** Tokens of a picture: its patches and [CLS]. */
  int tokens() {
    return grid() * grid() + 1;
  }
}
