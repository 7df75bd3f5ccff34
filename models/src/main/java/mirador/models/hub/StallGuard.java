package mirador.models.hub;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Closes a stream that nothing comes out of: the HTTP client has a time limit for the head of an
 * answer and none for its body.
 */
final class StallGuard implements Closeable {
  private final InputStream stream;
  private final Duration patience;
  private final AtomicLong last = new AtomicLong(System.nanoTime());
  private final AtomicBoolean stalled = new AtomicBoolean();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "stall-guard");
            thread.setDaemon(true);
            return thread;
          });

  StallGuard(InputStream stream, Duration patience) {
    this.stream = stream;
    this.patience = patience;
    long step = Math.max(1, patience.toMillis() / 4);
    var unused = clock.scheduleAtFixedRate(this::look, step, step, TimeUnit.MILLISECONDS);
  }

  /** Something came. */
  void moved() {
    last.set(System.nanoTime());
  }

  /**
   * Ends the reading.
   *
   * @throws IOException when it was the guard that ended it
   */
  void check() throws IOException {
    if (stalled.get()) {
      throw new IOException("nothing came for " + patience.toSeconds() + " s");
    }
  }

  private void look() {
    if (System.nanoTime() - last.get() > patience.toNanos()) {
      stalled.set(true);
      try {
        stream.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
