package mirador.site.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import mirador.site.problem.ProblemsException;
import mirador.site.publish.ScormPackage;
import mirador.site.render.RenderedSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./mirador scorm}. */
@Command(
    name = "scorm",
    mixinStandardHelpOptions = true,
    description = "Builds the site and packs it for a learning platform, as SCORM 1.2.")
final class ScormCommand implements Callable<Integer> {
  private static final int MOST = 100;
  private static final double MEGABYTE = 1e6;

  @ParentCommand Mirador mirador;
  @Spec CommandSpec spec;

  @Option(names = "--out", description = "The package (default: target/mirador-scorm.zip).")
  Path out;

  @Option(
      names = "--mastery",
      paramLabel = "N",
      description = "Percent of the exercises, 0 to 100, from which the course is passed.")
  Integer mastery;

  @Override
  public Integer call() throws IOException, ProblemsException {
    if (mastery != null && (mastery < 0 || mastery > MOST)) {
      throw new ParameterException(
          spec.commandLine(),
          "--mastery is " + mastery + ": give a whole number from 0 to " + MOST);
    }
    Path file = out == null ? mirador.root.resolve("target/mirador-scorm.zip") : out;
    RenderedSite site = mirador.builder().build(mirador.site());
    ScormPackage.write(site, mastery == null ? OptionalInt.empty() : OptionalInt.of(mastery), file);
    System.out.printf("SCORM 1.2 package: %s (%.1f MB)%n", file, Files.size(file) / MEGABYTE);
    return 0;
  }
}
