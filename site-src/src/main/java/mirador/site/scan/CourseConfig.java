package mirador.site.scan;

import java.util.List;
import java.util.Optional;
import mirador.site.model.CourseModels;

/**
 * What {@code curso.yaml} says.
 *
 * @param language of the interface
 * @param lessonLanguage of the lessons, the same unless the course says otherwise
 * @param url address the site will be published at, ending in a slash; what needs absolute
 *     addresses (canonical links, the site map, the preview picture) is left out without it
 * @param models the real models that are offered, and from where
 * @param lessons files of {@code lessons/} in the order of the course; the first is the home page
 * @param pages files of {@code lessons/} outside the order
 */
public record CourseConfig(
    String title,
    String subtitle,
    String description,
    String language,
    String lessonLanguage,
    Optional<String> url,
    Optional<String> repository,
    CourseModels models,
    String author,
    List<Listed> lessons,
    List<Listed> pages) {

  /** A file as listed, with the line it stands in. */
  public record Listed(String file, mirador.site.problem.Place place) {}
}
