package mirador.site.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import mirador.site.problem.ProblemsException;
import mirador.site.scan.CourseFolder;
import mirador.site.serve.SiteServer;
import mirador.site.serve.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./mirador run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Builds the site, serves it, and builds again when a lesson changes.")
final class RunCommand implements Callable<Integer> {
  @ParentCommand Mirador mirador;

  @Option(names = "--port", description = "Port of the server (default: ${DEFAULT-VALUE}).")
  int port = 8080;

  @Option(names = "--no-open", description = "Do not open the browser.")
  boolean noOpen;

  @Override
  public Integer call() throws IOException, ProblemsException {
    mirador.builder().build(mirador.site());
    Path home = mirador.site().resolve("index.html").toAbsolutePath().normalize();
    try (SiteServer server = SiteServer.start(mirador.site().toAbsolutePath(), port)) {
      System.out.println("The course:  " + server.address());
      System.out.println("By file:     " + home.toUri());
      System.out.println("Lessons are watched. Stop with Ctrl+C.");
      if (!noOpen) {
        open(server.address());
      }
      CourseFolder folder = new CourseFolder(mirador.root.toAbsolutePath().normalize());
      new Watch(
              List.of(
                  folder.lessons(),
                  folder.pictures(),
                  folder.miniatures(),
                  folder.config(),
                  folder.styles(),
                  folder.scripts(),
                  folder.python(),
                  folder.pageScript(),
                  folder.modelsScript(),
                  folder.workerScript()))
          .run(this::rebuild);
    }
    return 0;
  }

  private void rebuild() {
    try {
      mirador.builder().build(mirador.site());
      System.out.println("Built again: reload the page.");
    } catch (IOException | ProblemsException e) {
      Mirador.report(e);
    }
  }

  /** Opens the browser where the machine has a way to; the address is on the terminal anyway. */
  private static void open(String address) throws IOException {
    Optional<String> opener =
        Stream.of("xdg-open", "open", "wslview").filter(RunCommand::isCommand).findFirst();
    if (opener.isPresent()) {
      new ProcessBuilder(opener.get(), URI.create(address).toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    }
  }

  private static boolean isCommand(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
