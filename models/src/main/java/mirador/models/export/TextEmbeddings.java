package mirador.models.export;

import java.io.IOException;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;

/** Token ids as tokens: the embedding of each id, and that of its place added to it. */
record TextEmbeddings(Layers layers, String name, ClipArchitecture clip) {
  /**
   * Adds the block to the graph.
   *
   * @param ids (batch, tokens)
   * @param length how many tokens, (1)
   */
  Value apply(Value ids, Value length) throws IOException {
    GraphBuilder graph = layers.graph();
    int width = clip.text().width();
    Value tokens =
        layers.embedding(ids, name + ".token_embedding.weight", clip.vocabulary(), width);
    Value table = layers.parameter(name + ".position_embedding.weight", clip.context(), width);
    Value places = graph.node("Slice", table, graph.integers(0), length, graph.integers(0));
    return graph.add(tokens, places);
  }
}
