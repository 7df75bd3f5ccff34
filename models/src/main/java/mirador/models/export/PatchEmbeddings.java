package mirador.models.export;

import java.io.IOException;
import mirador.concepts.tensor.Shape;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;

/**
 * A picture as tokens (Dosovitskiy et al. 2020, equation 1): its patches, each one flattened and
 * projected, [CLS] before them, and the embedding of its place added to each. The checkpoint has
 * the projection as a convolution whose step is its width, which is the same.
 */
record PatchEmbeddings(Layers layers, String name, ClipArchitecture clip) {
  /**
   * Adds the block to the graph, with the outputs {@code patch_embeddings}, (batch, patches,
   * width), before [CLS] and places, {@code position_embeddings}, (tokens, width), the places
   * themselves, and {@code embeddings}, (batch, tokens, width), the sum.
   *
   * @param pixels (batch, 3, size, size)
   */
  Value apply(Value pixels) throws IOException {
    GraphBuilder graph = layers.graph();
    int width = clip.vision().width();
    int tokens = clip.imageTokens();
    int flat = ClipArchitecture.CHANNELS * clip.patchSize() * clip.patchSize();
    Value patches =
        layers.projection(patches(pixels, flat), name + ".patch_embedding", flat, width);
    layers.output("patch_embeddings", patches, "batch", tokens - 1, width);

    Value classToken =
        layers.parameter(name + ".class_embedding", Shape.of(width), Shape.of(1, 1, width));
    Value shape = graph.concat(0, graph.sizeOf(pixels, 0), graph.integers(1, width));
    Value sequence = graph.concat(1, graph.node("Expand", classToken, shape), patches);
    Value places = layers.parameter(name + ".position_embedding.weight", tokens, width);
    layers.output("position_embeddings", places, tokens, width);
    Value embeddings = graph.add(sequence, places);
    layers.output("embeddings", embeddings, "batch", tokens, width);
    return embeddings;
  }

  /** (batch, 3, size, size) to (batch, patches, 3 patch patch), left to right, top to bottom. */
  private Value patches(Value pixels, int flat) {
    GraphBuilder graph = layers.graph();
    int grid = clip.grid();
    int patch = clip.patchSize();
    long used = (long) grid * patch; // what is left at the right and at the bottom is not seen
    Value whole =
        used == clip.imageSize()
            ? pixels
            : graph.node(
                "Slice",
                pixels,
                graph.integers(0, 0),
                graph.integers(used, used),
                graph.integers(2, 3));
    Value split = graph.reshape(whole, 0, ClipArchitecture.CHANNELS, grid, patch, grid, patch);
    return graph.reshape(graph.transpose(split, 0, 2, 4, 1, 3, 5), 0, (long) grid * grid, flat);
  }
}
