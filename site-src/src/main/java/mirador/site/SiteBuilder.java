package mirador.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.site.cells.CellRuns;
import mirador.site.check.Stage3Check;
import mirador.site.parse.Course;
import mirador.site.parse.Stage2Parse;
import mirador.site.problem.Problems;
import mirador.site.problem.ProblemsException;
import mirador.site.publish.Stage5Publish;
import mirador.site.render.RenderedSite;
import mirador.site.render.Stage4Render;
import mirador.site.scan.CourseFolder;
import mirador.site.scan.Sources;
import mirador.site.scan.Stage1Scan;

/** Runs the stages one after the other, as far as the author's mistakes allow. */
public final class SiteBuilder {
  private final CourseFolder folder;
  private final Optional<String> url;
  private final boolean draft;

  /**
   * A builder for one course.
   *
   * @param root folder with {@code curso.yaml}
   * @param url address it will be published at, instead of the one in {@code curso.yaml}
   * @param draft whether a widget may lack its static result, while someone writes it
   */
  public SiteBuilder(Path root, Optional<String> url, boolean draft) {
    this.folder = new CourseFolder(root.toAbsolutePath().normalize());
    this.url = url;
    this.draft = draft;
  }

  /**
   * Scans, parses and checks.
   *
   * @throws ProblemsException with every mistake that was found
   * @throws IOException when a file that is there cannot be read
   */
  public Course check() throws IOException, ProblemsException {
    return checked().course();
  }

  private record Checked(Course course, Map<String, List<String>> mistakes) {}

  private Checked checked() throws IOException, ProblemsException {
    Problems problems = new Problems();
    Sources sources = Stage1Scan.run(folder, url, problems);
    Course course = Stage2Parse.run(sources, problems);
    if (problems.isEmpty() || !course.lessons().isEmpty()) {
      Stage3Check.run(course, draft, problems);
    }
    Map<String, List<String>> mistakes = CellRuns.run(course, problems);
    stopAt(problems);
    return new Checked(course, mistakes);
  }

  /**
   * All but the writing.
   *
   * @throws ProblemsException with every mistake that was found
   * @throws IOException when a file cannot be read or Node cannot be run
   */
  public RenderedSite render() throws IOException, ProblemsException {
    Checked checked = checked();
    Problems problems = new Problems();
    RenderedSite site = Stage4Render.run(checked.course(), checked.mistakes(), version(), problems);
    stopAt(problems);
    return site;
  }

  /**
   * Builds the site.
   *
   * @param out folder that then holds the site and nothing else but its models
   * @throws ProblemsException with every mistake that was found; then nothing is written
   * @throws IOException when a file cannot be read or written
   */
  public RenderedSite build(Path out) throws IOException, ProblemsException {
    RenderedSite site = render();
    Stage5Publish.run(site, out);
    return site;
  }

  /** The project's version. */
  public static String version() {
    try (InputStream in = SiteBuilder.class.getResourceAsStream("/mirador/site/version.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot read the version", e);
    }
  }

  private static void stopAt(Problems problems) throws ProblemsException {
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems.sorted());
    }
  }
}
