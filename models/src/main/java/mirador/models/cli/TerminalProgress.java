package mirador.models.cli;

import java.io.PrintStream;
import java.util.Locale;
import mirador.models.export.ExportProgress;

/** One line for each file: redrawn as it grows on a terminal, written once elsewhere. */
final class TerminalProgress implements ExportProgress {
  private static final int PERCENT = 100;

  private final PrintStream out;
  private final boolean redraws;
  private String file;
  private long bytes;
  private long written;
  private long shown;

  TerminalProgress(PrintStream out, boolean redraws) {
    this.out = out;
    this.redraws = redraws;
  }

  @Override
  public void file(String name, long size) {
    file = name;
    bytes = size;
    written = 0;
    shown = -1;
    wrote(0);
  }

  @Override
  public void wrote(long more) {
    written += more;
    long percent = bytes == 0 ? PERCENT : PERCENT * written / bytes;
    if (redraws && percent != shown) {
      out.printf("\r  %s  %3d %% of %s", file, percent, megabytes(bytes));
      out.flush();
      shown = percent;
    }
    if (written == bytes) {
      out.println(redraws ? "" : "  " + file + "  " + megabytes(bytes));
    }
  }

  @Override
  public void note(String line) {
    out.println(line);
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
