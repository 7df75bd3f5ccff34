package mirador.models.onnx;

import static mirador.models.onnx.ExportStyle.linear;
import static mirador.models.onnx.GraphWriter.FLOAT;
import static mirador.models.onnx.GraphWriter.INT64;
import static mirador.models.onnx.GraphWriter.ZERO;
import static mirador.models.onnx.GraphWriter.integer;
import static mirador.models.onnx.GraphWriter.ints;
import static mirador.models.onnx.TinyWeights.CLASSES;
import static mirador.models.onnx.TinyWeights.PATCH;
import static mirador.models.onnx.TinyWeights.TOKENS;
import static mirador.models.onnx.TinyWeights.WIDTH;
import static mirador.models.onnx.TinyWeights.WORDS;

import java.util.Arrays;
import java.util.List;

/**
 * Graphs of both encoders of a small CLIP, and beside the embedding a classifier: its softmax, and
 * a product of that with a table, are no attention.
 */
final class TinyTransformer {
  /** How the embeddings of the places come to the tokens. */
  enum Places {
    /** A table of (1, tokens, width) is added, and the layers follow. */
    TABLE,
    /** Rows are taken out of a table of (tokens, width); a normalisation follows, as in CLIP. */
    GATHERED,
    /** The same with a table of octets, as {@code quantize_dynamic} leaves it. */
    GATHERED_OCTETS
  }

  private final TinyWeights weights;
  private final ExportStyle style;
  private final Places places;
  private final GraphWriter g;

  private TinyTransformer(TinyWeights weights, ExportStyle style, Places places) {
    this.weights = weights;
    this.style = style;
    this.places = places;
    this.g = new GraphWriter(style.opset);
  }

  static GraphWriter vision(TinyWeights weights, ExportStyle style) {
    return vision(weights, style, Places.TABLE);
  }

  static GraphWriter vision(TinyWeights weights, ExportStyle style, Places places) {
    return new TinyTransformer(weights, style, places).vision();
  }

  static GraphWriter text(TinyWeights weights, ExportStyle style) {
    return new TinyTransformer(weights, style, Places.TABLE).text();
  }

  private GraphWriter vision() {
    g.input("pixel_values", FLOAT, "batch", 3, 2 * PATCH, 2 * PATCH);
    String kernel = g.weights(weights.patchWeight, WIDTH, 3, PATCH, PATCH);
    String patches =
        g.node(
            "Conv",
            List.of("pixel_values", kernel),
            ints("strides", PATCH, PATCH),
            ints("kernel_shape", PATCH, PATCH));
    patches = g.node("Reshape", List.of(patches, g.longs(0, WIDTH, -1)));
    patches = g.node("Transpose", List.of(patches), ints("perm", 0, 2, 1));
    String batch =
        ExportStyle.unsqueeze(
            g,
            g.node(
                "Gather",
                List.of(g.node("Shape", List.of("pixel_values")), g.constant(0)),
                integer("axis", 0)),
            0);
    String shape = g.node("Concat", List.of(batch, g.longs(1), g.longs(WIDTH)), integer("axis", 0));
    String token = g.node("Expand", List.of(g.weights(weights.classToken, 1, 1, WIDTH), shape));
    String hidden = g.node("Concat", List.of(token, patches), integer("axis", 1));
    return finish(hidden, "", "image_embeds");
  }

  private GraphWriter text() {
    g.input("input_ids", INT64, "batch", TOKENS);
    String table = g.weights(weights.wordTable, WORDS, WIDTH);
    String hidden = g.node("Gather", List.of(table, "input_ids"), integer("axis", 0));
    float[] mask = new float[TOKENS * TOKENS];
    for (int i = 0; i < TOKENS; i++) {
      Arrays.fill(mask, i * TOKENS + i + 1, (i + 1) * TOKENS, -10_000);
    }
    return finish(hidden, g.weights(mask, 1, 1, TOKENS, TOKENS), "text_embeds");
  }

  private GraphWriter finish(String tokens, String mask, String embedding) {
    String hidden = g.node("Add", List.of(tokens, positions()));
    if (places != Places.TABLE) {
      hidden = normalise(hidden);
    }
    for (TinyWeights.Layer layer : weights.layers) {
      String context = style.attend(g, normalise(hidden), layer, mask);
      String out = linear(g, context, layer.outWeight(), layer.outBias());
      hidden = g.node("Add", List.of(hidden, out));
      String up = linear(g, normalise(hidden), layer.upWeight(), layer.upBias());
      String gate = g.node("Sigmoid", List.of(g.node("Mul", List.of(up, g.scalar(1.702)))));
      String middle = g.node("Mul", List.of(up, gate));
      hidden =
          g.node("Add", List.of(hidden, linear(g, middle, layer.downWeight(), layer.downBias())));
    }
    String pooled = g.node("Gather", List.of(hidden, g.constant(0)), integer("axis", 1));
    String embeds = g.node("MatMul", List.of(pooled, g.weights(weights.projection, WIDTH, WIDTH)));
    g.output(embeds, embedding, FLOAT, "batch", WIDTH);
    String logits = linear(g, pooled, weights.classifier, new float[CLASSES]);
    String probabilities = g.node("Softmax", List.of(logits), integer("axis", 1));
    String expected =
        g.node("MatMul", List.of(probabilities, g.weights(weights.classValues, CLASSES, 2)));
    g.output(expected, "expected_value", FLOAT, "batch", 2);
    return g;
  }

  private String positions() {
    if (places == Places.TABLE) {
      return g.weights(weights.positions, 1, TOKENS, WIDTH);
    }
    long[] order = new long[TOKENS];
    Arrays.setAll(order, i -> i);
    String ids = g.node("Unsqueeze", List.of(g.longs(order), g.longs(0)));
    if (places == Places.GATHERED) {
      return g.node("Gather", List.of(g.weights(weights.positions, TOKENS, WIDTH), ids));
    }
    String table = g.octets(weights.positions, weights.placesScale(), TOKENS, WIDTH);
    String rows = g.node("Gather", List.of(table, ids));
    return g.node(
        "DequantizeLinear", List.of(rows, g.scalar(weights.placesScale()), g.bytes(ZERO)));
  }

  /** (x - mean) / √(variance + ε), by one operator where there is one. */
  private String normalise(String hidden) {
    float[] ones = new float[WIDTH];
    Arrays.fill(ones, 1);
    if (g.opset() >= 17) {
      return g.node(
          "LayerNormalization",
          List.of(hidden, g.weights(ones, WIDTH), g.weights(new float[WIDTH], WIDTH)),
          integer("axis", -1));
    }
    String mean = g.node("ReduceMean", List.of(hidden), ints("axes", -1));
    String centred = g.node("Sub", List.of(hidden, mean));
    String square = g.node("Pow", List.of(centred, g.scalar(2)));
    String variance = g.node("ReduceMean", List.of(square), ints("axes", -1));
    String deviation = g.node("Sqrt", List.of(g.node("Add", List.of(variance, g.scalar(1e-5)))));
    String normed = g.node("Div", List.of(centred, deviation));
    return g.node("Mul", List.of(normed, g.weights(ones, WIDTH)));
  }
}
