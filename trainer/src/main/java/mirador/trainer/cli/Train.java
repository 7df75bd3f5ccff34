package mirador.trainer.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Trains the miniature models. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains the miniature models of the course on scenes that it draws.",
    subcommands = {TrainClipCommand.class, TrainOptCommand.class, TrainBlip2Command.class})
public final class Train implements Callable<Integer> {
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Train())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> {
                  if (failure instanceof IOException || failure instanceof IllegalStateException) {
                    System.err.println("mirador: " + failure.getMessage());
                  } else {
                    failure.printStackTrace();
                  }
                  return 1;
                })
            .execute(args));
  }

  @Override
  public Integer call() {
    CommandLine.usage(this, System.out);
    return 2;
  }
}
