package mirador.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import mirador.site.problem.Problem;
import mirador.site.problem.ProblemsException;

/** A small course in a folder of its own, with the real styles, scripts and npm packages. */
final class SampleCourse {
  /** The repository. */
  static final Path REPOSITORY = Path.of(System.getProperty("root.dir", "..")).toAbsolutePath();

  private static final List<String> FILES =
      List.of("curso.yaml", "lessons/00-inicio.md", "lessons/01-vit.md", "lessons/glosario.md");

  final Path root;

  private SampleCourse(Path root) {
    this.root = root;
  }

  static SampleCourse in(Path root) throws IOException {
    SampleCourse course = new SampleCourse(root);
    for (String file : FILES) {
      course.write(file, course.original(file));
    }
    course.write(
        "figuras/figuras.yaml",
        "- id: cat\n  file: cat.png\n  name: Gato\n  alt: Un gato naranja sentado\n");
    BufferedImage picture = new BufferedImage(768, 512, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "png", root.resolve("figuras/cat.png").toFile());
    for (String script : List.of("mirador.js", "models.js")) {
      course.write(
          "webapp/target/js/" + script,
          "var main;(function(){function fill(){}\nlet run=fill;\nfill();\nfill();\nmain=run;})();\n");
    }
    course.write("webapp/target/js/worker.js", "var main=function(){};\n");
    Files.createSymbolicLink(root.resolve("webapp/src"), REPOSITORY.resolve("webapp/src"));
    Files.createSymbolicLink(root.resolve("site-src"), REPOSITORY.resolve("site-src"));
    return course;
  }

  private String original(String file) throws IOException {
    try (InputStream in = SampleCourse.class.getResourceAsStream("/sample/" + file)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Replaces a text of a file; it must be there. */
  void replace(String file, String old, String text) throws IOException {
    String before = Files.readString(root.resolve(file));
    if (!before.contains(old)) {
      throw new IllegalArgumentException(file + " does not contain " + old);
    }
    write(file, before.replace(old, text));
  }

  /** The line of a file that holds this text, counted from 1. */
  int line(String file, String text) throws IOException {
    List<String> lines = Files.readAllLines(root.resolve(file));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(file + " does not contain " + text);
  }

  SiteBuilder builder(String url) {
    return new SiteBuilder(root, Optional.ofNullable(url), false);
  }

  /** What the build complains about. */
  List<String> problems() throws IOException {
    try {
      builder(null).render();
      return List.of();
    } catch (ProblemsException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }
}
