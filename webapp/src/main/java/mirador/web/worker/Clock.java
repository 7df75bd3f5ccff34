package mirador.web.worker;

import org.teavm.jso.JSBody;

/** How long something takes. */
final class Clock {
  private static final double MILLISECONDS = 1000;

  private double before = now();

  /** Seconds since the last call, or since this was made. */
  double lap() {
    double moment = now();
    double seconds = (moment - before) / MILLISECONDS;
    before = moment;
    return seconds;
  }

  @JSBody(script = "return performance.now();")
  private static native double now();
}
