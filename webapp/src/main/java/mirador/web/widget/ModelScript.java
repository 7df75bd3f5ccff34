package mirador.web.widget;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * The page's second script, of the widgets of real models. It comes when it is first wanted: most
 * readers of a page want to read, and a script that nobody waits for holds up a slow phone.
 */
public final class ModelScript {
  private static final List<Runnable> WAITING = new ArrayList<>();
  private static boolean asked;
  private static boolean lost;

  private ModelScript() {}

  /**
   * Brings the script, unless it was brought before; it then mounts its widgets itself.
   *
   * @param failed runs when it cannot be had
   */
  public static void bring(Runnable failed) {
    if (lost) {
      failed.run();
      return;
    }
    WAITING.add(failed);
    if (!asked) {
      asked = true;
      load(
          () -> {
            lost = true;
            WAITING.forEach(Runnable::run);
          });
    }
  }

  /** See boot.js. */
  @JSBody(
      params = {"failed"},
      script = "window.miradorModels(failed);")
  private static native void load(Action failed);

  @JSFunctor
  private interface Action extends JSObject {
    void run();
  }
}
