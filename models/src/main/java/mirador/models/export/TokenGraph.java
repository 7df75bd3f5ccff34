package mirador.models.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;
import mirador.models.weights.Weights;

/**
 * The language model's table of tokens, a graph of its own: the projected queries go into the
 * decoder in its place.
 */
final class TokenGraph {
  private TokenGraph() {}

  static GraphBuilder of(Blip2Architecture blip2, Weights weights, Variant variant)
      throws IOException {
    GraphBuilder graph = new GraphBuilder("blip2_embedding");
    Layers layers = Layers.of(variant, graph, weights);
    int width = blip2.language().width();
    Value ids = graph.input("input_ids", DataType.INT64, "batch", "tokens");
    graph.scope("language_model.embed_tokens");
    Value tokens = layers.embedding(ids, DecoderGraph.TOKEN_TABLE, blip2.vocabulary(), width);
    layers.output("inputs_embeds", tokens, "batch", "tokens", width);
    return graph;
  }
}
