package mirador.site.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mirador.concepts.text.Messages;
import mirador.site.model.Miniature;

/**
 * All that the build reads.
 *
 * @param lessons in the order of the course; the first becomes {@code index.html}
 * @param pages outside the order
 * @param pictures by id, in the order of {@code figuras.yaml}
 * @param messages everything the static pages say: of {@code concepts} and of the site itself
 * @param pageMessages what the page script says: of {@code concepts} and of {@code webapp}
 * @param styles style sheets in the order they apply
 * @param scripts the hand-written scripts
 * @param pageScript compiled by TeaVM
 * @param fonts the typeface's files
 * @param miniatures the small models that are a part of the course, at most one of an architecture
 */
public record Sources(
    CourseFolder folder,
    CourseConfig config,
    List<SourceText> lessons,
    List<SourceText> pages,
    Map<String, CoursePicture> pictures,
    Messages messages,
    Messages pageMessages,
    List<Path> styles,
    List<Path> scripts,
    Path pageScript,
    List<Path> fonts,
    List<Miniature> miniatures) {}
