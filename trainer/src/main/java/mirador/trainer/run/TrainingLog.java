package mirador.trainer.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured at which step, as lines of a file: {@code step,name,value}. A training that
 * goes on from a checkpoint forgets what came after it.
 */
public final class TrainingLog {
  private final Path file;
  private final List<Entry> entries = new ArrayList<>();

  /** One number. */
  public record Entry(int step, String name, double value) {
    private String line() {
      return String.format(Locale.ROOT, "%d,%s,%.6g", step, name, value);
    }

    private static Entry of(String line) {
      String[] parts = line.split(",", -1);
      return new Entry(Integer.parseInt(parts[0]), parts[1], Double.parseDouble(parts[2]));
    }
  }

  private TrainingLog(Path file) {
    this.file = file;
  }

  /** Opens the log, up to a step. */
  public static TrainingLog open(Path file, int step) throws IOException {
    TrainingLog log = new TrainingLog(file);
    if (Files.exists(file)) {
      Files.readAllLines(file).stream()
          .map(Entry::of)
          .filter(entry -> entry.step() <= step)
          .forEach(log.entries::add);
    }
    Files.write(file, log.entries.stream().map(Entry::line).toList());
    return log;
  }

  /** Adds a number to the file. */
  public void add(int step, String name, double value) throws IOException {
    Entry entry = new Entry(step, name, value);
    entries.add(entry);
    Files.writeString(
        file, entry.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** The numbers of each name, in the order of their steps. */
  public Map<String, List<Entry>> curves() {
    Map<String, List<Entry>> curves = new LinkedHashMap<>();
    for (Entry entry : entries) {
      curves.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(entry);
    }
    return curves;
  }
}
