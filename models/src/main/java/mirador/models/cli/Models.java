package mirador.models.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import mirador.concepts.inference.InferenceException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code ./mirador} for models: making, fetching, packing and running them. */
@Command(
    name = "mirador",
    mixinStandardHelpOptions = true,
    description = "Exports, fetches, packs and runs models.",
    subcommands = {
      ExportCommand.class,
      FetchModelCommand.class,
      PackModelCommand.class,
      ClipCommand.class,
      Blip2Command.class,
      RandomClipCommand.class,
      RandomBlip2Command.class
    })
public final class Models implements Callable<Integer> {
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command; 0 when all went well, 1 when it failed, 2 for wrong arguments. */
  static int run(String... args) {
    return new CommandLine(new Models())
        .setCaseInsensitiveEnumValuesAllowed(true)
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

  private static void report(Throwable failure) {
    if (failure instanceof IOException
        || failure instanceof InferenceException
        || failure instanceof IllegalArgumentException) {
      System.err.println("mirador: " + failure.getMessage());
    } else {
      failure.printStackTrace();
    }
  }
}
