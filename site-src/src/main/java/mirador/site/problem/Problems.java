package mirador.site.problem;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import mirador.concepts.text.EditDistance;

/** Collects the mistakes of one build. */
public final class Problems {
  private final TreeSet<Problem> all = new TreeSet<>();

  public void add(Place place, String what) {
    all.add(new Problem(place, what));
  }

  /** Adds {@code unknown <kind> "<name>"} with the nearest known name, or all of them. */
  public void unknown(Place place, String kind, String name, Collection<String> known) {
    add(place, "unknown " + kind + " \"" + name + "\": " + meant(name, known));
  }

  /** {@code did you mean "x"?} where a known name is near, else the list of the known ones. */
  public static String meant(String name, Collection<String> known) {
    return EditDistance.nearest(name, known)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse(known.isEmpty() ? "none is known" : "known are " + String.join(", ", known));
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** All mistakes, by file and line. */
  public List<Problem> sorted() {
    return List.copyOf(all);
  }
}
