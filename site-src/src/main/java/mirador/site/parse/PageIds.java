package mirador.site.parse;

import java.util.HashMap;
import java.util.Map;
import mirador.site.problem.Place;
import mirador.site.problem.Problems;

/**
 * The ids of one page. Those an author wrote must differ; those made from words get a number where
 * they would clash.
 */
final class PageIds {
  /** Taken by the furniture of every page. */
  private static final String[] FURNITURE = {
    "contenido", "course-nav", "page-toc", "search", "search-results"
  };

  private final Map<String, Place> taken = new HashMap<>();
  private final Map<String, Place> answers;
  private final Problems problems;

  /**
   * @param answers the ids answers are kept under, over the whole course
   */
  PageIds(Map<String, Place> answers, Problems problems) {
    this.answers = answers;
    this.problems = problems;
    for (String id : FURNITURE) {
      taken.put(id, Place.of("the page's own furniture"));
    }
  }

  /** An id an author wrote. */
  String explicit(String id, Place place) {
    if (!id.equals(Slugs.of(id))) {
      problems.add(
          place,
          "id \"" + id + "\" has letters that no address should have: write " + Slugs.of(id));
    }
    Place other = taken.putIfAbsent(id, place);
    if (other != null) {
      problems.add(place, duplicate(id, other));
    }
    return id;
  }

  /** An id that a learner's answer is kept under: no other page may have it either. */
  String answer(String id, Place place) {
    Place other = answers.putIfAbsent(id, place);
    if (other != null && !other.file().equals(place.file())) {
      problems.add(place, duplicate(id, other));
    }
    return explicit(id, place);
  }

  private static String duplicate(String id, Place other) {
    return "id \"" + id + "\" is already taken by " + other + ": give one of the two another id";
  }

  /** An id made from words: with a number when it is taken. */
  String automatic(String wanted) {
    String base = wanted.isEmpty() ? "seccion" : wanted;
    String id = base;
    for (int i = 2; taken.containsKey(id); i++) {
      id = base + "-" + i;
    }
    taken.put(id, Place.of("words"));
    return id;
  }
}
