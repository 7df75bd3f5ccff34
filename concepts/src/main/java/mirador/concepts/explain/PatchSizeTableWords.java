package mirador.concepts.explain;

import java.util.List;
import mirador.concepts.text.Messages;
import mirador.concepts.vit.Attention;
import mirador.concepts.vit.PatchGrid;

/** What the experiment with patch sizes says (notebook cell 1.2-T1). */
public final class PatchSizeTableWords {
  private PatchSizeTableWords() {}

  /** From the largest patch tried to the smallest, how the sequence and its cost grow. */
  public static String result(Messages messages, List<PatchGrid> tried) {
    if (tried.isEmpty()) {
      return messages.get("patch-size-table.result.none");
    }
    PatchGrid large = tried.get(0);
    PatchGrid small = tried.get(0);
    for (PatchGrid grid : tried) {
      large = grid.patch() > large.patch() ? grid : large;
      small = grid.patch() < small.patch() ? grid : small;
    }
    if (small.patch() == large.patch() || large.count() == 0) {
      return messages.get(
          "patch-size-table.result.one",
          small.patch(),
          small.count(),
          Attention.pairs(small.count()));
    }
    return messages.get(
        "patch-size-table.result",
        large.patch(),
        small.patch(),
        large.count(),
        small.count(),
        Attention.pairs(large.count()),
        Attention.pairs(small.count()));
  }

  /** How the tokens are counted: «24 × 16 = 384», columns by rows. */
  public static String count(Messages messages, PatchGrid grid) {
    return messages.get("patch-size-table.count", grid.rows(), grid.columns(), grid.count());
  }

  /** What is cropped: pixels at the right and below. */
  public static String crop(Messages messages, PatchGrid grid) {
    if (grid.restRight() == 0 && grid.restBelow() == 0) {
      return messages.get("patch-size-table.crop.none");
    }
    return messages.get("patch-size-table.crop", grid.restRight(), grid.restBelow());
  }

  /** How good the guess was. */
  public static String verdict(Messages messages, int guess, PatchGrid grid) {
    int difference = guess - grid.count();
    if (difference == 0) {
      return messages.get("patch-size-table.verdict.right", guess);
    }
    return messages.get(
        difference > 0 ? "patch-size-table.verdict.more" : "patch-size-table.verdict.fewer",
        guess,
        Math.abs(difference));
  }
}
