package mirador.site.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import mirador.site.problem.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ./mirador check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks the lessons and writes nothing.")
final class CheckCommand implements Callable<Integer> {
  @ParentCommand Mirador mirador;

  @Override
  public Integer call() throws IOException, ProblemsException {
    System.out.println(mirador.builder().render().pages().size() + " pages, no problems");
    return 0;
  }
}
