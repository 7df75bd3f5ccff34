package mirador.concepts.onnx;

/**
 * One layer's attention among a graph's outputs, always float32.
 *
 * @param name {@code attentions.0} for the first layer
 * @param tensor the graph's own tensor that holds it
 * @param layout its axes
 * @param heads how many heads each token attends with; 0 where neither the graph nor the caller
 *     tells, and then the length of the first axis over the batch's size
 */
public record AttentionOutput(String name, String tensor, Layout layout, int heads) {
  /** The axes of an attention tensor; rows are queries and sum to 1. */
  public enum Layout {
    /** (batch, heads, tokens, tokens) */
    BATCH_AND_HEADS,
    /** (batch · heads, tokens, tokens), the heads of one picture or text side by side */
    MERGED,
    /** The graph does not tell; look at the shape of the result. */
    UNKNOWN
  }
}
