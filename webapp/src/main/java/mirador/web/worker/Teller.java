package mirador.web.worker;

import mirador.web.model.Message;
import mirador.web.model.Phase;

/** Tells the page how far its request has come. */
interface Teller {
  /**
   * Tells it.
   *
   * @param total 0 when it is not known
   * @throws CancelledException when the page no longer wants the answer
   */
  void progress(Phase phase, double done, double total);

  /** Tells a part of the answer. */
  void part(Message part);

  /**
   * Lets the page's messages in, which wait as long as this thread computes; answers whether the
   * page still wants the answer.
   */
  boolean wanted();
}
