package mirador.trainer.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import mirador.trainer.nn.Parameters;

/**
 * What is learnt.
 *
 * @param <B> what a step learns from
 */
public interface Task<B> {
  /** The weights that learn. */
  Parameters parameters();

  /** What a step learns from; its number alone decides. Asked for by another thread. */
  B batch(int step);

  /**
   * The loss of a batch.
   *
   * @param own takes all arrays of this step
   * @return one number
   */
  NDArray loss(B batch, NDManager own);

  /** Called after each step, to keep weights within bounds. */
  default void settle() {}

  /** What is tried out from time to time on scenes that are not learnt from, by name. */
  Map<String, Double> tryOut();
}
