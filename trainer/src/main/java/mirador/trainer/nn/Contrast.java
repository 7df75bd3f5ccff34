package mirador.trainer.nn;

import ai.djl.ndarray.NDArray;
import mirador.trainer.nn.Parameters.Parameter;

/** The symmetric InfoNCE loss (Radford et al. 2021, figure 3) and what belongs to it. */
public final class Contrast {
  /** The logarithm of 1 / 0.07, where the temperature begins (section 2.5). */
  public static final double FIRST_SCALE = Math.log(1 / 0.07);

  private static final float GREATEST_SCALE = (float) Math.log(100);

  private Contrast() {}

  /** Vectors along the last axis, brought to length 1. */
  public static NDArray unit(NDArray x) {
    return x.div(x.square().sum(new int[] {-1}, true).sqrt());
  }

  /**
   * The loss: every picture has to find its text among those of the batch, and every text its
   * picture.
   *
   * @param logits (batch, batch), scaled similarities, pairs on the diagonal
   * @return one number
   */
  public static NDArray loss(NDArray logits) {
    long batch = logits.getShape().get(0);
    NDArray pairs = logits.getManager().eye((int) batch);
    NDArray rows = logits.logSoftmax(1).mul(pairs).sum();
    NDArray columns = logits.logSoftmax(0).mul(pairs).sum();
    return Layers.times(rows.add(columns), -0.5 / batch);
  }

  /** Keeps the scale at 100 or below (section 2.5), of which the parameter is the logarithm. */
  public static void bound(Parameter scale) {
    if (scale.values()[0] > GREATEST_SCALE) {
      scale.values()[0] = GREATEST_SCALE;
      scale.push();
    }
  }
}
