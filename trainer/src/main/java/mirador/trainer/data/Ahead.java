package mirador.trainer.data;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.IntFunction;

/**
 * Makes what the next steps need while the engine computes. What a step gets depends on its number
 * alone, so that a training that goes on gets what it would have got.
 */
public final class Ahead<T> implements AutoCloseable {
  private static final int DEPTH = 4;

  private final BlockingQueue<T> ready = new ArrayBlockingQueue<>(DEPTH);
  private final Thread maker;
  private volatile RuntimeException failure;

  /**
   * Starts making.
   *
   * @param make what belongs to a step
   * @param first step
   */
  public Ahead(IntFunction<T> make, int first) {
    maker =
        new Thread(
            () -> {
              try {
                for (int step = first; ; step++) {
                  ready.put(make.apply(step));
                }
              } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
              } catch (RuntimeException broken) {
                failure = broken;
              }
            },
            "batches");
    maker.setDaemon(true);
    maker.start();
  }

  /** What belongs to the next step. */
  public T next() throws InterruptedException {
    T next = null;
    while (next == null) {
      next = ready.poll(1, java.util.concurrent.TimeUnit.SECONDS);
      if (next == null && failure != null) {
        throw failure;
      }
    }
    return next;
  }

  @Override
  public void close() {
    maker.interrupt();
  }
}
