package mirador.models.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import mirador.concepts.tensor.Shape;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Initializer;
import mirador.models.onnx.Value;

/**
 * Which tokens a token of a text does not see: later ones, and padding. Added to the scores of the
 * attention.
 */
record TextMask(Layers layers, int context) {
  /**
   * The score of what is not seen: after the softmax exactly 0, in 16-bit floats too, where twice
   * of it is still finite.
   */
  static final float UNSEEN = -30_000;

  /**
   * Adds the mask to the graph.
   *
   * @param attentionMask 1 for tokens, 0 for padding, (batch, tokens)
   * @param length how many tokens, (1)
   * @return (batch, 1, tokens, tokens)
   */
  Value apply(Value attentionMask, Value length) {
    GraphBuilder graph = layers.graph();
    DataType floats = layers.floats();
    Value later =
        graph.node(
            "Slice",
            graph.initializer(
                new Initializer(
                    "causal_mask",
                    floats,
                    Shape.of(context, context),
                    WeightData.floats("causal_mask", later(), floats))),
            graph.integers(0, 0),
            graph.concat(0, length, length),
            graph.integers(0, 1));
    Value isPadding =
        graph.node("Sub", layers.number(1), graph.cast(attentionMask, floats)); // (batch, tokens)
    Value padding =
        graph.node(
            "Unsqueeze", graph.multiply(isPadding, layers.number(UNSEEN)), graph.integers(1, 2));
    return graph.add(later, padding);
  }

  private float[] later() {
    float[] mask = new float[context * context];
    for (int from = 0; from < context; from++) {
      for (int to = from + 1; to < context; to++) {
        mask[from * context + to] = UNSEEN;
      }
    }
    return mask;
  }
}
