package mirador.models.export;

import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;

/**
 * What a new token does not see: tokens after it, and padding. Added to the scores of the
 * attention.
 */
record DecoderMask(Layers layers) {
  /**
   * Adds the mask to the graph.
   *
   * @param attentionMask 1 for tokens, 0 for padding, (batch, total)
   * @param newTokens how many tokens are new, (1)
   * @return (batch, 1, new, total)
   */
  Value apply(Value attentionMask, Value newTokens) {
    GraphBuilder graph = layers.graph();
    Value zero = graph.integer(0);
    Value one = graph.integer(1);
    Value total = number(graph.sizeOf(attentionMask, 1));
    Value past = graph.node("Sub", total, number(newTokens));
    Value columns = graph.node("Range", zero, total, one); // (total)
    Value rows =
        graph.node(
            "Unsqueeze", graph.node("Range", past, total, one), graph.integers(1)); // (new, 1)
    Value later = graph.cast(graph.node("Greater", columns, rows), layers.floats());
    Value isPadding =
        graph.node("Sub", layers.number(1), graph.cast(attentionMask, layers.floats()));
    Value padding =
        graph.node("Unsqueeze", isPadding, graph.integers(1, 2)); // (batch, 1, 1, total)
    return graph.multiply(graph.add(later, padding), layers.number(TextMask.UNSEEN));
  }

  /** (1) as a number without axes. */
  private Value number(Value one) {
    return layers.graph().node("Squeeze", one, layers.graph().integers(0));
  }
}
