package mirador.web.media;

import java.util.function.DoublePredicate;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Work done once for each picture the screen shows, as long as it is wanted. */
public final class Frames {
  private Frames() {}

  /**
   * Calls back before each picture of the screen until the callback answers false.
   *
   * @param goOn gets the seconds since the first call
   */
  public static void each(DoublePredicate goOn) {
    run(goOn::test);
  }

  @JSBody(
      params = {"step"},
      script =
          "var first = -1; function next(now) { if (first < 0) first = now;"
              + " if (step((now - first) / 1000)) requestAnimationFrame(next); }"
              + "requestAnimationFrame(next);")
  private static native void run(Step step);

  @JSFunctor
  private interface Step extends JSObject {
    boolean go(double seconds);
  }
}
