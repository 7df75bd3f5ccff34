package mirador.site.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mirador.site.parse.Slugs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./mirador new-lesson ID}. */
@Command(
    name = "new-lesson",
    mixinStandardHelpOptions = true,
    description = "Writes a lesson to start from.")
final class NewLessonCommand implements Callable<Integer> {
  @ParentCommand Mirador mirador;

  @Parameters(paramLabel = "ID", description = "Name of the page, such as 06-audio.")
  String id;

  @Override
  public Integer call() throws IOException {
    if (!id.equals(Slugs.of(id))) {
      throw new IOException(
          "\""
              + id
              + "\" is no name for a page: use lower case, digits and hyphens, such as "
              + Slugs.of(id));
    }
    Path file = mirador.root.resolve("lessons").resolve(id + ".md");
    if (Files.exists(file)) {
      throw new IOException(file + " is already there: choose another name");
    }
    try (var in = NewLessonCommand.class.getResourceAsStream("/mirador/site/new-lesson.md")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.replace("ID", id));
    }
    System.out.println(file + " written. Add this line under \"lessons:\" in curso.yaml:");
    System.out.println("  - " + id + ".md");
    return 0;
  }
}
