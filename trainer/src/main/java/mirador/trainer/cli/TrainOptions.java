package mirador.trainer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import mirador.models.export.Variant;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all trainings can be told; what they are not told, each decides itself. */
final class TrainOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--work",
      description = "Folder of checkpoint, log and result; target/training/NAME if none is given.")
  private Path work;

  @Option(
      names = "--to",
      description = "Folder that gets the trained model; miniatures/NAME if none is given.")
  private Path to;

  @Option(
      names = "--variant",
      defaultValue = "int8",
      description = "Number format of the exported graphs: ${COMPLETION-CANDIDATES} (int8).")
  private Variant variant;

  @Option(names = "--steps", description = "How many steps.")
  private Integer steps;

  @Option(names = "--batch", description = "Examples of a step.")
  private Integer batch;

  @Option(names = "--rate", description = "The highest learning rate.")
  private Double rate;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides first weights and data (${DEFAULT-VALUE}).")
  private long seed;

  Path work(String name) {
    return work == null ? Path.of("target", "training", name) : work;
  }

  Path to(String name) {
    return to == null ? Path.of("miniatures", name) : to;
  }

  Variant variant() {
    return variant;
  }

  int steps(int otherwise) {
    return atLeast("--steps", 1, steps == null ? otherwise : steps);
  }

  int batch(int otherwise) {
    return atLeast("--batch", 2, batch == null ? otherwise : batch);
  }

  double rate(double otherwise) {
    if (rate != null && !(rate > 0)) {
      throw new ParameterException(spec.commandLine(), "--rate is above 0: " + rate);
    }
    return rate == null ? otherwise : rate;
  }

  long seed() {
    return seed;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private int atLeast(String option, int least, int value) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(), option + " is at least " + least + ": " + value);
    }
    return value;
  }
}
