package mirador.models.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./mirador export}: from weights to model folders. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Turns weights of Hugging Face's layout into model folders for browsers.",
    subcommands = {ExportClipCommand.class, ExportBlip2Command.class})
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Which architecture? Known are clip and blip2.");
  }
}
