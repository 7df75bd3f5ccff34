package mirador.web.worker;

import mirador.web.model.Message;

/** A model in the worker, opened when it is made. */
interface Desk {
  /** Runs every graph once and compares with the reference values; gives {@link Message#OPEN}. */
  Message check(Message request, Teller teller);

  /**
   * Answers a request.
   *
   * @throws mirador.concepts.inference.InferenceException when the model knows no such request, or
   *     fails
   */
  Message answer(Message request, Teller teller);
}
