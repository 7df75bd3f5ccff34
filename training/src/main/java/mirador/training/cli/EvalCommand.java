package mirador.training.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mirador.training.evaluation.Blip2Report;
import mirador.training.evaluation.ClipReport;
import mirador.training.evaluation.ModelCard;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./mirador eval miniatures}. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = "Judges the miniature models as they are shipped, on scenes kept from training.")
public final class EvalCommand implements Callable<Integer> {
  private static final int HUNDRED = 100;

  @Spec private CommandSpec spec;

  @Parameters(description = "What to judge: miniatures.")
  private String what;

  @Option(
      names = "--from",
      defaultValue = "miniatures",
      description = "Folder of the miniatures (${DEFAULT-VALUE}).")
  private Path from;

  @Option(
      names = "--figures",
      defaultValue = "figuras",
      description = "Folder of the figures (${DEFAULT-VALUE}).")
  private Path figures;

  @Option(
      names = "--scenes",
      defaultValue = "1000",
      description = "How many test scenes, in whole hundreds (${DEFAULT-VALUE}).")
  private int scenes;

  @Option(names = "--write", description = "Write the tables into the model cards, too.")
  private boolean write;

  /** Judges, and says so. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new EvalCommand())
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> {
                  if (failure instanceof IOException) {
                    System.err.println("mirador: " + failure.getMessage());
                  } else {
                    failure.printStackTrace();
                  }
                  return 1;
                })
            .execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (!what.equals("miniatures")) {
      throw new ParameterException(
          spec.commandLine(), "only \"miniatures\" can be judged, not \"" + what + "\"");
    }
    if (scenes < HUNDRED || scenes % HUNDRED != 0) {
      throw new ParameterException(
          spec.commandLine(), "--scenes is a whole number of hundreds: " + scenes);
    }
    Path clip = from.resolve("clip-mini");
    Path blip2 = from.resolve("blip2-mini");
    if (!Files.isDirectory(clip) && !Files.isDirectory(blip2)) {
      throw new IOException(
          "there is no " + clip + " and no " + blip2 + ": train them with ./mirador train");
    }
    if (Files.isDirectory(clip)) {
      tell("CLIP mini", clip, ClipReport.of(clip, figures, scenes).markdown());
    }
    if (Files.isDirectory(blip2)) {
      tell("BLIP-2 mini", blip2, Blip2Report.of(blip2, figures, scenes).markdown());
    }
    return 0;
  }

  private void tell(String name, Path folder, String measured) throws IOException {
    spec.commandLine().getOut().println("# " + name + "\n\n" + measured);
    spec.commandLine().getOut().flush();
    if (write) {
      new ModelCard(folder.resolve("README.md")).write(measured);
    }
  }
}
