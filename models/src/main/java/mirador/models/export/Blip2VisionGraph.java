package mirador.models.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;
import mirador.models.weights.Weights;

/**
 * The vision tower of BLIP-2, a ViT without pooling: {@code last_hidden_state} is taken after the
 * last normalisation, and {@code pooler_output} normalises its [CLS] once more, as Hugging Face
 * does.
 */
final class Blip2VisionGraph {
  private Blip2VisionGraph() {}

  static GraphBuilder of(Blip2Architecture blip2, Weights weights, Variant variant)
      throws IOException {
    GraphBuilder graph = new GraphBuilder("blip2_vision");
    Layers layers = Layers.of(variant, graph, weights);
    PictureTower picture = blip2.vision();
    Tower tower = picture.tower();
    int width = tower.width();
    Value pixels =
        graph.input(
            "pixel_values",
            DataType.FLOAT,
            "batch",
            PictureTower.CHANNELS,
            picture.imageSize(),
            picture.imageSize());

    graph.scope("vision_model.embeddings");
    Value embeddings =
        new PatchEmbeddings(layers, "vision_model.embeddings", picture)
            .applyPlain(layers.own(pixels));
    Encoder.Kind kind = variant == Variant.FP32 ? Encoder.Kind.FUSED : Encoder.Kind.FUSED_CLOSED;
    Value encoded =
        new Encoder(layers, "vision_model.encoder", tower, kind)
            .apply(embeddings, null, picture.tokens());

    graph.scope("vision_model.pooling");
    String norm = "vision_model.post_layernorm";
    Value last = layers.layerNorm(encoded, norm, width, tower.epsilon());
    Value classToken = graph.gather(last, graph.integer(0), 1);
    Value pooled = layers.layerNorm(classToken, norm, width, tower.epsilon());
    layers.output("last_hidden_state", last, "batch", picture.tokens(), width);
    layers.output("pooler_output", pooled, "batch", width);
    return graph;
  }
}
