package mirador.web.widgets.vit;

import mirador.concepts.vit.PatchGrid;

/** The keys that walk over the patches of a grid, the same on a picture and on a strip. */
final class GridKeys {
  private GridKeys() {}

  /** The patch a key leads to; the present one when the key says nothing or leads outside. */
  static int target(String key, PatchGrid grid, int present) {
    int target =
        switch (key) {
          case "ArrowRight" -> present + 1;
          case "ArrowLeft" -> present - 1;
          case "ArrowDown" -> present + grid.columns();
          case "ArrowUp" -> present - grid.columns();
          case "Home" -> 0;
          case "End" -> grid.count() - 1;
          default -> present;
        };
    return target >= 0 && target < grid.count() ? target : present;
  }

  /** True for a key that would otherwise scroll the page. */
  static boolean moves(String key) {
    return key.startsWith("Arrow") || key.equals("Home") || key.equals("End");
  }
}
