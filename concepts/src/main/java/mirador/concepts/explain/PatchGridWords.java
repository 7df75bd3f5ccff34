package mirador.concepts.explain;

import mirador.concepts.text.Messages;
import mirador.concepts.vit.PatchGrid;

/** What the grid of patches says (notebook cell 1.1a). */
public final class PatchGridWords {
  private PatchGridWords() {}

  /** Sizes, count and what is cropped: «768 × 512 píxeles con patches de 64: 12 × 8 = 96 …». */
  public static String result(Messages messages, PatchGrid grid) {
    if (grid.count() == 0) {
      return none(messages, grid);
    }
    String counted =
        messages.get(
            "patch-grid.result",
            grid.width(),
            grid.height(),
            grid.patch(),
            grid.columns(),
            grid.rows(),
            grid.count());
    return counted + " " + rest(messages, grid);
  }

  /** Which patch is pointed at, as a token: index, row, column and first pixel. */
  public static String patch(Messages messages, PatchGrid grid, int index) {
    return messages.get(
        "patch-grid.pointed",
        index,
        index / grid.columns(),
        index % grid.columns(),
        grid.x(index),
        grid.y(index),
        grid.patch() * grid.patch() * 3);
  }

  /** Why there is no patch at all. */
  public static String none(Messages messages, PatchGrid grid) {
    return messages.get("patch-grid.none", grid.width(), grid.height(), grid.patch());
  }

  private static String rest(Messages messages, PatchGrid grid) {
    int right = grid.width() - grid.croppedWidth();
    int below = grid.height() - grid.croppedHeight();
    if (right == 0 && below == 0) {
      return messages.get("patch-grid.rest.none");
    }
    if (below == 0) {
      return messages.get("patch-grid.rest.right", right);
    }
    if (right == 0) {
      return messages.get("patch-grid.rest.below", below);
    }
    return messages.get("patch-grid.rest.both", right, below);
  }
}
