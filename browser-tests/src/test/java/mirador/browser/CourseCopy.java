package mirador.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import mirador.site.SiteBuilder;
import mirador.site.problem.ProblemsException;
import mirador.site.publish.ScormPackage;
import mirador.site.render.RenderedSite;

/** The course of the repository with other small models, in a folder of its own. */
final class CourseCopy {
  private static final Path REPOSITORY =
      Path.of(System.getProperty("root.dir", "..")).toAbsolutePath().normalize();

  private static final List<String> SAME = List.of("lessons", "figuras", "webapp", "site-src");

  private final Path root;

  /**
   * A copy without small models.
   *
   * @param more lines for {@code curso.yaml}
   */
  CourseCopy(Path root, String more) throws IOException {
    this.root = Files.createDirectories(root);
    for (String folder : SAME) {
      Files.createSymbolicLink(root.resolve(folder), REPOSITORY.resolve(folder));
    }
    String course = Files.readString(REPOSITORY.resolve("curso.yaml"));
    Files.writeString(root.resolve("curso.yaml"), course + more);
  }

  /** Puts a model folder among the small models. */
  void addMiniature(String name, Path model) throws IOException {
    copy(model, root.resolve("miniatures").resolve(name).resolve("onnx"));
  }

  /** Builds the site and gives its folder. */
  Path build() throws IOException {
    Path site = root.resolve("site");
    try {
      new SiteBuilder(root, Optional.empty(), false).build(site);
    } catch (ProblemsException e) {
      throw new IllegalStateException("the course does not build: " + e.getMessage(), e);
    }
    return site;
  }

  /** Writes the package for learning platforms. */
  void writeScorm(Path zip) throws IOException {
    try {
      RenderedSite site = new SiteBuilder(root, Optional.empty(), false).render();
      ScormPackage.write(site, OptionalInt.empty(), zip);
    } catch (ProblemsException e) {
      throw new IllegalStateException("the course does not build: " + e.getMessage(), e);
    }
  }

  /** Copies the files of a model folder. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /** Whether the course comes with small models. */
  static boolean hasMiniatures() {
    return Files.isDirectory(REPOSITORY.resolve("miniatures"));
  }

  /** A temporary folder that goes with this process. */
  static Path temporary(String name) throws IOException {
    Path folder = Files.createTempDirectory(name);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
    return folder;
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
