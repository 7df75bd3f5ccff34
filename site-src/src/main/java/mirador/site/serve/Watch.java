package mirador.site.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks at files once in a while and says when one changed. Asking is enough for a few dozen files,
 * and works alike on every file system.
 */
public final class Watch {
  private static final long PAUSE_MILLIS = 400;
  private final List<Path> places;

  /**
   * @param places files and folders
   */
  public Watch(List<Path> places) {
    this.places = List.copyOf(places);
  }

  /**
   * Runs {@code changed} after every change, until the thread is interrupted.
   *
   * @throws IOException when the files cannot be listed
   */
  public void run(Runnable changed) throws IOException {
    Map<Path, Long> before = times();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      Map<Path, Long> now = times();
      if (!now.equals(before)) {
        before = now;
        changed.run();
      }
    }
  }

  private Map<Path, Long> times() throws IOException {
    Map<Path, Long> times = new TreeMap<>();
    for (Path place : places) {
      if (Files.exists(place)) {
        try (Stream<Path> files = Files.walk(place)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            // An editor may take a file away between listing and looking.
            times.put(file, file.toFile().lastModified());
          }
        }
      }
    }
    return times;
  }
}
