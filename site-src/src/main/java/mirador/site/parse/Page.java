package mirador.site.parse;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mirador.site.problem.Place;

/**
 * One page of the course.
 *
 * @param id as in {@code data-page}: the name of its file
 * @param file path of its source, for problems
 * @param output name of its file in the site
 * @param lesson whether it stands in the order of the course
 * @param directives by the offset of their fence in the body
 * @param headings of the body, in their order
 * @param notebookRows the notebook's cells it says it covers, with their places
 */
public record Page(
    String id,
    String file,
    String output,
    boolean lesson,
    FrontMatter front,
    Fragment body,
    Map<Integer, Directive> directives,
    List<Heading> headings,
    Map<String, Place> notebookRows) {

  /** All Markdown of the page. */
  public Stream<Fragment> fragments() {
    return Stream.of(
            front.aims().stream(),
            Stream.of(body),
            directives.values().stream().flatMap(Directive::fragments))
        .flatMap(fragments -> fragments);
  }

  /** Whether this is the page of terms. */
  public boolean isGlossary() {
    return id.equals("glosario");
  }
}
