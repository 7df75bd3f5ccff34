package mirador.models.export;

import static mirador.models.onnx.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.util.List;
import mirador.concepts.clip.TextPooling;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;
import mirador.models.weights.Weights;

/**
 * The text encoder of CLIP: a Transformer in which no token sees a later one, whose end-of-text
 * token is projected. {@code last_hidden_state} is taken after the last normalisation.
 */
final class TextGraph {
  private TextGraph() {}

  static GraphBuilder of(ClipArchitecture clip, Weights weights, Variant variant)
      throws IOException {
    GraphBuilder graph = new GraphBuilder("clip_text");
    Layers layers = Layers.of(variant, graph, weights);
    Tower tower = clip.text();
    int width = tower.width();
    Value ids = graph.input("input_ids", DataType.INT64, "batch", "tokens");
    Value attentionMask = graph.input("attention_mask", DataType.INT64, "batch", "tokens");

    graph.scope("text_model.embeddings");
    Value length = graph.sizeOf(ids, 1);
    Value embeddings = new TextEmbeddings(layers, "text_model.embeddings", clip).apply(ids, length);
    layers.output("embeddings", embeddings, "batch", "tokens", width);
    Value mask = new TextMask(layers, clip.context()).apply(attentionMask, length);
    Value encoded =
        new Encoder(layers, "text_model.encoder", tower, Encoder.Kind.CLIP)
            .apply(embeddings, mask, "tokens");

    graph.scope("text_model.pooling");
    Value last = layers.layerNorm(encoded, "text_model.final_layer_norm", width, tower.epsilon());
    // (batch, tokens, width) at (batch, 1) gives (batch, width)
    Value pooled =
        graph.node(
            "GatherND", List.of(attribute("batch_dims", 1)), last, endOfText(graph, ids, clip));
    Value projected = layers.projection(pooled, "text_projection", width, clip.projection());
    layers.output("last_hidden_state", last, "batch", "tokens", width);
    layers.output("pooler_output", pooled, "batch", width);
    layers.output("text_embeds", projected, "batch", clip.projection());
    return graph;
  }

  /** Where each text is pooled, by the rule of {@link TextPooling}, (batch, 1). */
  private static Value endOfText(GraphBuilder graph, Value ids, ClipArchitecture clip) {
    Value wanted =
        clip.eosTokenId() == TextPooling.GREATEST
            ? ids
            : graph.cast(
                graph.node("Equal", ids, graph.integer(clip.eosTokenId())), DataType.INT32);
    return graph.node("ArgMax", List.of(attribute("axis", 1), attribute("keepdims", 1)), wanted);
  }
}
