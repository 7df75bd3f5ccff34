package mirador.concepts.contrastive;

import java.util.List;

/** One step of a tower: vectors of a batch in, vectors out, and the way back. */
interface Layer {
  /** Takes (batch, inputs), gives (batch, outputs), and remembers what the way back needs. */
  double[][] forward(double[][] inputs);

  /**
   * The way back of the last {@link #forward}: adds to the gradients of the parameters.
   *
   * @param gradients of the loss by the outputs, (batch, outputs)
   * @return gradients of the loss by the inputs, (batch, inputs)
   */
  double[][] backward(double[][] gradients);

  /** What the layer learns; none for most. */
  default List<Parameter> parameters() {
    return List.of();
  }
}
