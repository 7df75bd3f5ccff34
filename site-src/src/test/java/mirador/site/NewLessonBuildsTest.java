package mirador.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewLessonBuildsTest {
  @Test
  void theTemplateIsALessonWithoutMistakes(@TempDir Path root) throws Exception {
    SampleCourse course = SampleCourse.in(root);
    try (InputStream in = getClass().getResourceAsStream("/mirador/site/new-lesson.md")) {
      String template = new String(in.readAllBytes(), UTF_8);
      course.write("lessons/02-nueva.md", template.replace("ID", "02-nueva"));
    }
    course.replace("curso.yaml", "  - 01-vit.md\n", "  - 01-vit.md\n  - 02-nueva.md\n");
    assertEquals(List.of(), course.problems());
  }
}
