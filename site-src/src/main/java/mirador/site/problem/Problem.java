package mirador.site.problem;

import java.util.Comparator;

/**
 * One mistake.
 *
 * @param place where it stands
 * @param what what is wrong, with which value, and what to do; in English, for the terminal
 */
public record Problem(Place place, String what) implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing((Problem problem) -> problem.place().file())
          .thenComparingInt(problem -> problem.place().line())
          .thenComparing(Problem::what);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return place + ": " + what;
  }
}
