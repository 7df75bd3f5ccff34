package mirador.training.scenes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws the course's figures, any other scene, or a sheet of many. */
@Command(
    name = "figures",
    mixinStandardHelpOptions = true,
    description =
        "Draws the course's three figures, one scene of your choice, or a sheet of random scenes.")
public final class DrawFigures implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

  @Spec private CommandSpec command;

  @ArgGroup(multiplicity = "1")
  private Target target;

  /** What to draw; exactly one of these is given. */
  static final class Target {
    @Option(
        names = "--out",
        paramLabel = "DIR",
        description = "Folder for car.png, cat.png and puppy.png.")
    private Path out;

    @Option(
        names = "--file",
        paramLabel = "FILE",
        description = "PNG file for the one scene that the other options describe.")
    private Path file;

    @Option(
        names = "--sheet",
        paramLabel = "FILE",
        description = "PNG file for a sheet of random scenes.")
    private Path sheet;
  }

  @Option(
      names = "--subject",
      defaultValue = "car",
      description = "car, cat, puppy ... (default: ${DEFAULT-VALUE})")
  private String subject;

  @Option(
      names = "--colour",
      defaultValue = "red",
      description = "red, orange, blue ... (default: ${DEFAULT-VALUE})")
  private String colour;

  @Option(
      names = "--place",
      defaultValue = "road",
      description = "road, park, plain ... (default: ${DEFAULT-VALUE})")
  private String place;

  @Option(
      names = "--sky",
      defaultValue = "day",
      description = "day, sunset, night, snow ... (default: ${DEFAULT-VALUE})")
  private String sky;

  @Option(
      names = "--style",
      defaultValue = "flat",
      description = "flat, pixelated ... (default: ${DEFAULT-VALUE})")
  private String style;

  @Option(
      names = "--facing",
      defaultValue = "RIGHT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Pose.Facing facing;

  @Option(
      names = "--scale",
      defaultValue = "1",
      description = "Size of the subject (default: ${DEFAULT-VALUE})")
  private double scale;

  @Option(
      names = "--shift",
      defaultValue = "0",
      description =
          "Steps to the right of the centre; the picture is 512 high (default: ${DEFAULT-VALUE})")
  private double shift;

  @Option(
      names = "--size",
      defaultValue = "768x512",
      description = "WIDTHxHEIGHT in pixels (default: ${DEFAULT-VALUE})")
  private String size;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Whole number that decides the small things (default: ${DEFAULT-VALUE})")
  private long seed;

  private DrawFigures() {}

  /** Runs the command and ends the process with its status. */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    System.exit(execute(args));
  }

  /** Runs the command and returns its status: 0 done, 1 not written, 2 wrong option. */
  static int execute(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new DrawFigures()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() throws IOException {
    if (target.out != null) {
      for (Map.Entry<String, SceneSpec> figure : Figures.all().entrySet()) {
        write(target.out.resolve(figure.getKey()), PngFile.encode(Scene.draw(figure.getValue())));
      }
    } else if (target.file != null) {
      write(target.file, PngFile.encode(Scene.draw(scene())));
    } else {
      write(target.sheet, PngFile.encode(ContactSheet.draw(seed)));
    }
    return 0;
  }

  private SceneSpec scene() {
    try {
      return new SceneSpec(
          Catalogue.subject(subject),
          Catalogue.colour(colour),
          new Pose(facing, scale, shift),
          Catalogue.place(place),
          Catalogue.sky(sky),
          Catalogue.style(style),
          size(),
          seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private Size size() {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + size + "' is not a size: write WIDTHxHEIGHT in pixels, for example 768x512.");
    }
    return new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  private void write(Path file, byte[] png) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(file, png);
    command.commandLine().getOut().printf("%s: %d bytes%n", file, png.length);
  }
}
