package mirador.site.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirador.site.SiteBuilder;
import mirador.site.problem.Problem;
import mirador.site.problem.ProblemsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./mirador}: builds, checks and serves the course. */
@Command(
    name = "mirador",
    mixinStandardHelpOptions = true,
    description = "Builds, checks and serves the course.",
    subcommands = {
      BuildCommand.class,
      ScormCommand.class,
      RunCommand.class,
      CheckCommand.class,
      NewLessonCommand.class
    })
public final class Mirador implements Callable<Integer> {
  @Option(
      names = "--root",
      description = "Folder with curso.yaml (default: the present one).",
      scope = CommandLine.ScopeType.INHERIT)
  Path root = Path.of("");

  @Option(
      names = "--url",
      description = "Address the site will be published at; replaces the one in curso.yaml.",
      scope = CommandLine.ScopeType.INHERIT)
  String url;

  @Option(
      names = "--draft",
      description = "Build although a widget has no static result yet, for who is writing one.",
      scope = CommandLine.ScopeType.INHERIT)
  boolean draft;

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command; 0 when all went well, 1 for mistakes in the course, 2 for wrong arguments. */
  static int run(String... args) {
    return new CommandLine(new Mirador())
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              report(failure);
              return 1;
            })
        .execute(args);
  }

  @Override
  public Integer call() {
    CommandLine.usage(this, System.out);
    return 2;
  }

  SiteBuilder builder() {
    return new SiteBuilder(root, Optional.ofNullable(url), draft);
  }

  Path site() {
    return root.resolve("target/site");
  }

  static void report(Throwable failure) {
    if (failure instanceof ProblemsException mistakes) {
      for (Problem problem : mistakes.problems()) {
        System.err.println(problem);
      }
      int count = mistakes.problems().size();
      System.err.println(count == 1 ? "1 problem" : count + " problems");
    } else if (failure instanceof IOException) {
      System.err.println("mirador: " + failure.getMessage());
    } else {
      failure.printStackTrace();
    }
  }
}
