package mirador.web.model;

/**
 * How many seconds a worker took until it could be asked.
 *
 * @param load reading the weights into the runtime's memory
 * @param compile all else of preparing the graphs
 * @param warmUp the first runs and the check
 */
public record OpenTimes(double load, double compile, double warmUp) {
  static OpenTimes of(WireSeconds seconds) {
    return new OpenTimes(seconds.getLoad(), seconds.getCompile(), seconds.getWarmUp());
  }
}
