package mirador.web.page;

import java.util.ArrayDeque;
import java.util.Deque;
import org.teavm.jso.browser.Window;

/**
 * Work of the page in small turns: each piece is a task of its own, so that a slow phone paints and
 * answers a touch between two of them.
 */
public final class Turns {
  private static final Deque<Runnable> WAITING = new ArrayDeque<>();
  private static boolean running;

  private Turns() {}

  /** Runs the action in a turn of its own, after those that wait already. */
  public static void add(Runnable action) {
    WAITING.add(action);
    if (!running) {
      running = true;
      schedule();
    }
  }

  private static void schedule() {
    Window.setTimeout(Turns::next, 0);
  }

  private static void next() {
    Runnable action = WAITING.poll();
    if (WAITING.isEmpty()) {
      running = false;
    } else {
      schedule();
    }
    action.run();
  }
}
