package mirador.models.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;
import mirador.models.weights.Weights;

/**
 * The image encoder of CLIP: a Vision Transformer whose [CLS] is normalised and projected. Names
 * follow Hugging Face, where {@code last_hidden_state} is taken before the last normalisation.
 */
final class VisionGraph {
  private VisionGraph() {}

  static GraphBuilder of(ClipArchitecture clip, Weights weights, Variant variant)
      throws IOException {
    GraphBuilder graph = new GraphBuilder("clip_vision");
    Layers layers = Layers.of(variant, graph, weights);
    Tower tower = clip.vision();
    int width = tower.width();
    int tokens = clip.picture().tokens();
    Value pixels =
        graph.input(
            "pixel_values",
            DataType.FLOAT,
            "batch",
            PictureTower.CHANNELS,
            clip.imageSize(),
            clip.imageSize());

    graph.scope("vision_model.embeddings");
    Value embeddings =
        new PatchEmbeddings(layers, "vision_model.embeddings", clip.picture())
            .apply(layers.own(pixels));
    // The checkpoint's own spelling.
    Value normed =
        layers.layerNorm(embeddings, "vision_model.pre_layrnorm", width, tower.epsilon());
    Value last =
        new Encoder(layers, "vision_model.encoder", tower, Encoder.Kind.CLIP)
            .apply(normed, null, tokens);

    graph.scope("vision_model.pooling");
    Value classToken = graph.gather(last, graph.integer(0), 1);
    Value pooled =
        layers.layerNorm(classToken, "vision_model.post_layernorm", width, tower.epsilon());
    Value projected = layers.projection(pooled, "visual_projection", width, clip.projection());
    layers.output("last_hidden_state", last, "batch", tokens, width);
    layers.output("pooler_output", pooled, "batch", width);
    layers.output("image_embeds", projected, "batch", clip.projection());
    return graph;
  }
}
