package mirador.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mirador.site.parse.Course;
import org.junit.jupiter.api.Test;

/** Every cell of the notebook has its place in the lessons. */
class NotebookCoverageTest {
  private static final List<String> ROWS =
      List.of(
          ("0.1 0.2 1.0 1.1a 1.1b 1.1c 1.2 1.2-T1 1.2-T2 1.3 2.1 2.2a 2.2b 2.2c 2.2d 2.3 2.4 2.5 2.6"
                  + " 3.1 3.2 3.3 3.3-T 3.4 4.1 4.2 4.2-r 4.3 4.3-T 4.4 4.5 5")
              .split(" "));

  @Test
  void everyRowStandsInALesson() throws Exception {
    Course course = new SiteBuilder(SampleCourse.REPOSITORY, Optional.empty(), true).check();
    Set<String> covered = new TreeSet<>();
    course.all().forEach(page -> covered.addAll(page.notebookRows().keySet()));
    assertEquals(new TreeSet<>(ROWS), covered);
  }
}
