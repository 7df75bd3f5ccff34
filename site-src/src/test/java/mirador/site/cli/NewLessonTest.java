package mirador.site.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewLessonTest {
  @TempDir Path root;

  @Test
  void writesOnceUnderAGoodName() throws Exception {
    String[] command = {"new-lesson", "--root", root.toString(), "06-audio"};
    assertEquals(0, Mirador.run(command));
    String lesson = Files.readString(root.resolve("lessons/06-audio.md"));
    assertTrue(lesson.contains("```predict 06-audio-prediccion"), lesson);
    assertEquals(1, Mirador.run(command));
    assertEquals(1, Mirador.run("new-lesson", "--root", root.toString(), "Señal 1"));
  }
}
