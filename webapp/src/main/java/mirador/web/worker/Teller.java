package mirador.web.worker;

import mirador.web.model.Phase;

/** Tells the page how far its request has come. */
interface Teller {
  /**
   * Tells it.
   *
   * @param total 0 when it is not known
   * @throws CancelledException when the page no longer wants the answer
   */
  void progress(Phase phase, int done, int total);
}
