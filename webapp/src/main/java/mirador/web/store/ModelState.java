package mirador.web.store;

/**
 * How a model is getting on, for all who show it.
 *
 * @param done bytes that are here, or of 1000 parts of a phase how many are done; -1 when that is
 *     not known
 * @param total bytes of all files, or 1000
 * @param text where it runs when {@link Phase#READY}, what went wrong when {@link Phase#FAILED}
 * @param note something to know besides, or ""
 */
public record ModelState(
    Phase phase, ModelKey key, long done, long total, String text, String note) {
  /** What can be said of a model. */
  public enum Phase {
    /** The browser has not yet told what it keeps. */
    UNKNOWN,
    /** Nothing of it is here. */
    ABSENT,
    /** Some pieces are here. */
    PARTIAL,
    /** Pieces are being fetched. */
    DOWNLOADING,
    /** All its files are here. */
    KEPT,
    /** The hashes of its files are made once more. */
    CHECKING,
    /** The weights are read into memory. */
    LOADING,
    COMPILING,
    WARMING_UP,
    RUNNING,
    /** Loaded and checked. */
    READY,
    /** Something went wrong; what is here stays. */
    FAILED
  }

  /** Whether something is under way that can be cancelled. */
  public boolean busy() {
    return phase == Phase.DOWNLOADING
        || phase == Phase.CHECKING
        || phase == Phase.LOADING
        || phase == Phase.COMPILING
        || phase == Phase.WARMING_UP
        || phase == Phase.RUNNING;
  }
}
