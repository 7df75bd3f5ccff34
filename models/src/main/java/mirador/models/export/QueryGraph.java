package mirador.models.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import mirador.concepts.tensor.Shape;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;
import mirador.models.weights.Weights;

/**
 * The Q-Former (Li et al. 2023, section 3.1) and the projection of its queries into the language
 * model's space (section 3.3); all attention maps are outputs.
 */
final class QueryGraph {
  private QueryGraph() {}

  static GraphBuilder of(Blip2Architecture blip2, Weights weights, Variant variant)
      throws IOException {
    GraphBuilder graph = new GraphBuilder("blip2_qformer");
    Layers layers = Layers.of(variant, graph, weights);
    Tower tower = blip2.qformer();
    int width = tower.width();
    int queries = blip2.queries();
    int tokens = blip2.vision().tokens();
    int pictureWidth = blip2.vision().tower().width();
    Value picture = graph.input("image_embeds", DataType.FLOAT, "batch", tokens, pictureWidth);
    Value seen = layers.own(picture);

    graph.scope("qformer.embeddings");
    Value learnt =
        layers.parameter("query_tokens", Shape.of(1, queries, width), Shape.of(1, queries, width));
    Value shape = graph.concat(0, graph.sizeOf(picture, 0), graph.integers(queries, width));
    Value state =
        graph.node(
            "Expand", layers.layerNorm(learnt, "qformer.layernorm", width, tower.epsilon()), shape);
    for (int i = 0; i < tower.layers(); i++) {
      QueryLayer.Result result =
          new QueryLayer(layers, "qformer.encoder.layer." + i, tower, pictureWidth)
              .apply(state, blip2.looks(i) ? seen : null);
      state = result.queries();
      layers.output(
          "attentions." + i, result.selfWeights(), "batch", tower.heads(), queries, queries);
      if (result.crossWeights() != null) {
        layers.output(
            "cross_attentions." + i,
            result.crossWeights(),
            "batch",
            tower.heads(),
            queries,
            tokens);
      }
    }

    graph.scope("language_projection");
    int languageWidth = blip2.language().width();
    Value projected = layers.linear(state, "language_projection", width, languageWidth);
    layers.output("last_hidden_state", state, "batch", queries, width);
    layers.output("language_projection", projected, "batch", queries, languageWidth);
    return graph;
  }
}
