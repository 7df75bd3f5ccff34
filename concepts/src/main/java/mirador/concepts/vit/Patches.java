package mirador.concepts.vit;

import mirador.concepts.image.Picture;

/** What a patch holds. */
public final class Patches {
  private Patches() {}

  /** The grid over a picture. */
  public static PatchGrid grid(Picture picture, int patch) {
    return new PatchGrid(picture.height(), picture.width(), patch);
  }

  /** Patch {@code index} as one vector, (patch, patch, 3) row by row, values 0 to 255. */
  public static int[] flatten(Picture picture, PatchGrid grid, int index) {
    int[] values = new int[grid.valuesPerPatch()];
    int left = grid.x(index);
    int top = grid.y(index);
    int next = 0;
    for (int y = top; y < top + grid.patch(); y++) {
      for (int x = left; x < left + grid.patch(); x++) {
        for (int c = 0; c < Picture.CHANNELS; c++) {
          values[next++] = picture.channel(x, y, c);
        }
      }
    }
    return values;
  }

  /** Mean red, green and blue of patch {@code index}, each 0 to 255, rounded. */
  public static int[] meanColour(Picture picture, PatchGrid grid, int index) {
    long[] sums = new long[Picture.CHANNELS];
    int[] values = flatten(picture, grid, index);
    for (int i = 0; i < values.length; i++) {
      sums[i % Picture.CHANNELS] += values[i];
    }
    int pixels = grid.patch() * grid.patch();
    int[] mean = new int[Picture.CHANNELS];
    for (int c = 0; c < mean.length; c++) {
      mean[c] = (int) ((sums[c] + pixels / 2) / pixels);
    }
    return mean;
  }
}
