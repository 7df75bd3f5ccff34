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
record PatchEmbeddings(Layers layers, String name, PictureTower picture) {
  /**
   * Adds the block to the graph, with the outputs {@code patch_embeddings}, (batch, patches,
   * width), before [CLS] and places, {@code position_embeddings}, (tokens, width), the places
   * themselves, and {@code embeddings}, (batch, tokens, width), the sum.
   *
   * @param pixels (batch, 3, size, size)
   */
  Value apply(Value pixels) throws IOException {
    GraphBuilder graph = layers.graph();
    int width = picture.tower().width();
    int tokens = picture.tokens();
    int flat = flat();
    Value patches =
        layers.projection(patches(pixels, flat), name + ".patch_embedding", flat, width);
    layers.output("patch_embeddings", patches, "batch", tokens - 1, width);
    Value classToken =
        layers.parameter(name + ".class_embedding", Shape.of(width), Shape.of(1, 1, width));
    Value places = layers.parameter(name + ".position_embedding.weight", tokens, width);
    layers.output("position_embeddings", places, tokens, width);
    Value embeddings = graph.add(sequence(pixels, classToken, patches), places);
    layers.output("embeddings", embeddings, "batch", tokens, width);
    return embeddings;
  }

  /**
   * The same of BLIP-2, whose projection has a bias and whose [CLS] and places are plain parameters
   * of a batch of one; without outputs of its own.
   */
  Value applyPlain(Value pixels) throws IOException {
    GraphBuilder graph = layers.graph();
    int width = picture.tower().width();
    int flat = flat();
    Value patches = layers.linear(patches(pixels, flat), name + ".patch_embedding", flat, width);
    Value classToken = layers.parameter(name + ".class_embedding", 1, 1, width);
    Value places = layers.parameter(name + ".position_embedding", 1, picture.tokens(), width);
    return graph.add(sequence(pixels, classToken, patches), places);
  }

  /** Numbers of a patch. */
  private int flat() {
    return PictureTower.CHANNELS * picture.patchSize() * picture.patchSize();
  }

  /** [CLS] before the patches of each picture, (batch, tokens, width). */
  private Value sequence(Value pixels, Value classToken, Value patches) {
    GraphBuilder graph = layers.graph();
    Value shape =
        graph.concat(0, graph.sizeOf(pixels, 0), graph.integers(1, picture.tower().width()));
    return graph.concat(1, graph.node("Expand", classToken, shape), patches);
  }

  /** (batch, 3, size, size) to (batch, patches, 3 patch patch), left to right, top to bottom. */
  private Value patches(Value pixels, int flat) {
    GraphBuilder graph = layers.graph();
    int grid = picture.grid();
    int patch = picture.patchSize();
    long used = (long) grid * patch; // what is left at the right and at the bottom is not seen
    Value whole =
        used == picture.imageSize()
            ? pixels
            : graph.node(
                "Slice",
                pixels,
                graph.integers(0, 0),
                graph.integers(used, used),
                graph.integers(2, 3));
    Value split = graph.reshape(whole, 0, PictureTower.CHANNELS, grid, patch, grid, patch);
    return graph.reshape(graph.transpose(split, 0, 2, 4, 1, 3, 5), 0, (long) grid * grid, flat);
  }
}
