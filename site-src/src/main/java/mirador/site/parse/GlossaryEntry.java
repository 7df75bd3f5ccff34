package mirador.site.parse;

import java.util.List;
import mirador.site.problem.Place;

/**
 * A term.
 *
 * @param id its anchor on the glossary page
 * @param forms all that a lesson may call it, the term itself first
 * @param definition its first paragraph
 */
public record GlossaryEntry(
    String term, String id, List<String> forms, Fragment definition, Place place) {
  /** How a line that lists other forms starts. */
  public static final String OTHER_FORMS = "También:";
}
