package mirador.concepts.vit;

import mirador.concepts.image.Picture;

/**
 * How alike two patches are in their mean colour. It stands in for attention where the reach is
 * shown, not the weights: a trained ViT learns what to attend to, this only compares colours.
 */
public final class ColourSimilarity {
  private static final double FARTHEST = 255 * Math.sqrt(Picture.CHANNELS);

  private ColourSimilarity() {}

  /** 1 for the same mean colour, 0 for black against white; both (3), 0 to 255. */
  public static double of(int[] a, int[] b) {
    double squares = 0;
    for (int c = 0; c < Picture.CHANNELS; c++) {
      squares += (double) (a[c] - b[c]) * (a[c] - b[c]);
    }
    return 1 - Math.sqrt(squares) / FARTHEST;
  }

  /** One patch against every one, itself too: (patches). */
  public static double[] row(Picture picture, PatchGrid grid, int index) {
    int[] chosen = Patches.meanColour(picture, grid, index);
    double[] row = new double[grid.count()];
    for (int i = 0; i < row.length; i++) {
      row[i] = of(chosen, Patches.meanColour(picture, grid, i));
    }
    return row;
  }
}
