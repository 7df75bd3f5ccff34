package mirador.models.export;

import static mirador.models.onnx.GraphBuilder.attributes;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Value;
import mirador.models.weights.Weights;

/**
 * OPT without its table of tokens: from embeddings to logits, with the memory of the tokens before
 * as inputs and outputs. All of it is in operators that every backend has, so that the attention
 * can be shown; {@code docs/model-folder.md} has the inputs and outputs.
 */
final class DecoderGraph {
  private static final String DECODER = "language_model.model.decoder.";

  /** The table of tokens, which the logits are made with too. */
  static final String TOKEN_TABLE = DECODER + "embed_tokens.weight";

  private static final String PLACES = DECODER + "embed_positions.weight";
  static final String HEAD = "language_model.lm_head.weight";

  /** Rows of the table of places before the first place; padding, at -1, takes the second. */
  private static final int PLACES_BEFORE = 2;

  private DecoderGraph() {}

  static GraphBuilder of(Blip2Architecture blip2, Weights weights, Variant variant)
      throws IOException {
    GraphBuilder graph = new GraphBuilder("blip2_decoder");
    Layers layers = Layers.of(variant, graph, weights);
    Tower tower = blip2.language();
    int width = tower.width();
    boolean open = variant == Variant.FP32;
    Value embeds = graph.input("inputs_embeds", DataType.FLOAT, "batch", "new", width);
    Value mask = graph.input("attention_mask", DataType.INT64, "batch", "total");
    Value positions = graph.input("position_ids", DataType.INT64, "batch", "new");
    Value rows = graph.input("cache_rows", DataType.INT64, "batch");
    Value wanted = graph.input("logit_positions", DataType.INT64, "positions");

    graph.scope(DECODER + "embed_positions");
    Value table = layers.parameter(PLACES, blip2.maxPositions() + PLACES_BEFORE, width);
    Value places = graph.gather(table, graph.add(positions, graph.integer(PLACES_BEFORE)), 0);
    Value state = graph.add(layers.own(embeds), places);
    Value unseen = new DecoderMask(layers).apply(mask, graph.sizeOf(embeds, 1));
    List<Value> attention = new ArrayList<>();
    for (int i = 0; i < tower.layers(); i++) {
      if (open) {
        layers.output("hidden_states." + i, state, "batch", "new", width);
      }
      graph.scope(DECODER + "layers." + i + ".past");
      DecoderLayer.Result result =
          new DecoderLayer(layers, DECODER + "layers." + i, tower)
              .apply(
                  state,
                  graph.gather(past(graph, tower, i, "key"), rows, 0),
                  graph.gather(past(graph, tower, i, "value"), rows, 0),
                  unseen);
      state = result.tokens();
      present(graph, tower, i, "key", result.keys());
      present(graph, tower, i, "value", result.values());
      if (open) {
        layers.output("attentions." + i, result.weights(), "batch", tower.heads(), "new", "total");
      }
      attention.add(graph.node("ReduceMean", List.of(attributes("axes", 1)), result.weights()));
    }

    graph.scope("language_model.lm_head");
    Value last = layers.layerNorm(state, DECODER + "final_layer_norm", width, tower.epsilon());
    if (open) {
      layers.output("hidden_states." + tower.layers(), last, "batch", "new", width);
    }
    Value logits =
        layers.product(
            graph.gather(last, wanted, 1),
            blip2.tiedHead() ? TOKEN_TABLE : HEAD,
            width,
            blip2.vocabulary());
    layers.output("logits", logits, "batch", "positions", blip2.vocabulary());
    Value all = graph.concat(1, attention.toArray(new Value[0]));
    layers.output("attention", all, "batch", tower.layers(), "new", "total");
    return graph;
  }

  private static Value past(GraphBuilder graph, Tower tower, int layer, String part) {
    return graph.input(
        "past_key_values." + layer + "." + part,
        DataType.FLOAT,
        "rows",
        tower.heads(),
        "past",
        tower.headWidth());
  }

  private static void present(
      GraphBuilder graph, Tower tower, int layer, String part, Value value) {
    graph.output(
        "present." + layer + "." + part,
        value,
        DataType.FLOAT,
        "batch",
        tower.heads(),
        "total",
        tower.headWidth());
  }
}
