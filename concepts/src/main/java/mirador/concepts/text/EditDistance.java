package mirador.concepts.text;

import java.util.Collection;
import java.util.Optional;

/**
 * How many letters must change to make one name of another; used to suggest the name that was
 * meant.
 */
public final class EditDistance {
  private EditDistance() {}

  /**
   * Insertions, deletions, replacements and swaps of neighbours that turn {@code a} into {@code b}
   * (optimal string alignment: no letter is changed twice).
   */
  public static int between(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        cost[i][j] = swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
      }
    }
    return cost[a.length()][b.length()];
  }

  /** The name nearest to {@code wanted}, when at most a third of its letters (and two) differ. */
  public static Optional<String> nearest(String wanted, Collection<String> names) {
    String nearest = null;
    int least = Math.max(2, wanted.length() / 3) + 1;
    for (String name : names) {
      int distance = between(wanted, name);
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return Optional.ofNullable(nearest);
  }
}
