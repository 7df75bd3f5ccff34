package mirador.site.parse;

import java.util.List;
import java.util.stream.Stream;
import mirador.site.scan.Sources;

/**
 * The course as trees.
 *
 * @param lessons in the order of the course
 * @param pages outside the order
 */
public record Course(
    Sources sources, List<Page> lessons, List<Page> pages, List<GlossaryEntry> glossary) {
  /** Lessons, then the other pages. */
  public List<Page> all() {
    return Stream.concat(lessons.stream(), pages.stream()).toList();
  }
}
