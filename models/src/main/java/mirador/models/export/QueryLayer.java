package mirador.models.export;

import java.io.IOException;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;

/**
 * A layer of the Q-Former (Li et al. 2023, section 3.1), a BERT layer that normalises after each
 * block: queries look at each other, then, in some layers, at the picture, then each one goes
 * through two linear layers of its own.
 *
 * @param name of the layer in the checkpoint
 * @param pictureWidth width of a visual token
 */
record QueryLayer(Layers layers, String name, Tower tower, int pictureWidth) {
  /**
   * What comes out.
   *
   * @param queries (batch, queries, width)
   * @param selfWeights (batch, heads, queries, queries)
   * @param crossWeights (batch, heads, queries, tokens); null where the layer does not look
   */
  record Result(Value queries, Value selfWeights, Value crossWeights) {}

  /**
   * Adds the layer to the graph.
   *
   * @param queries (batch, queries, width)
   * @param picture (batch, tokens, picture width); null where the layer does not look
   */
  Result apply(Value queries, Value picture) throws IOException {
    GraphBuilder graph = layers.graph();
    graph.scope(name + ".attention");
    MultiHead.Result self = attention(queries, queries, tower.width(), ".attention");
    Value state = self.tokens();
    Value crossWeights = null;
    if (picture != null) {
      graph.scope(name + ".crossattention");
      MultiHead.Result cross = attention(state, picture, pictureWidth, ".crossattention");
      state = cross.tokens();
      crossWeights = cross.weights();
    }
    graph.scope(name + ".mlp");
    Value wide =
        layers.linear(state, name + ".intermediate_query.dense", tower.width(), tower.mlpWidth());
    Value active = layers.activation(wide, tower.activation());
    Value thought =
        layers.linear(active, name + ".output_query.dense", tower.mlpWidth(), tower.width());
    return new Result(
        norm(graph.add(thought, state), ".output_query.LayerNorm"), self.weights(), crossWeights);
  }

  /** Attention from queries to others, what it gives added to the queries, normalised. */
  private MultiHead.Result attention(Value queries, Value others, int othersWidth, String block)
      throws IOException {
    int width = tower.width();
    String parts = name + block + ".attention";
    MultiHead heads = new MultiHead(layers, tower.heads(), tower.headWidth());
    MultiHead.Result mixed =
        heads.mix(
            heads.queries(layers.linear(queries, parts + ".query", width, width)),
            heads.turned(layers.linear(others, parts + ".key", othersWidth, width)),
            heads.split(layers.linear(others, parts + ".value", othersWidth, width)),
            null);
    Value out = layers.linear(mixed.tokens(), name + block + ".output.dense", width, width);
    Value added = layers.graph().add(out, queries);
    return new MultiHead.Result(norm(added, block + ".output.LayerNorm"), mixed.weights());
  }

  private Value norm(Value x, String norm) throws IOException {
    return layers.layerNorm(x, name + norm, tower.width(), tower.epsilon());
  }
}
