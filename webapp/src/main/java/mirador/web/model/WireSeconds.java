package mirador.web.model;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** How many seconds the parts of opening a model took. */
public abstract class WireSeconds implements JSObject {
  protected WireSeconds() {}

  /**
   * Seconds of each part.
   *
   * @param load reading the weights
   * @param compile all else of preparing the graphs
   * @param warmUp their first run
   */
  @JSBody(
      params = {"load", "compile", "warmUp"},
      script = "return {load: load, compile: compile, warmUp: warmUp};")
  public static native WireSeconds of(double load, double compile, double warmUp);

  @JSProperty
  public abstract double getLoad();

  @JSProperty
  public abstract double getCompile();

  @JSProperty
  public abstract double getWarmUp();
}
