package mirador.models.onnx;

import static mirador.models.onnx.GraphWriter.integer;
import static mirador.models.onnx.GraphWriter.ints;
import static mirador.models.onnx.GraphWriter.text;
import static mirador.models.onnx.TinyWeights.HEADS;
import static mirador.models.onnx.TinyWeights.SIZE;
import static mirador.models.onnx.TinyWeights.TOKENS;
import static mirador.models.onnx.TinyWeights.WIDTH;

import java.util.List;
import mirador.concepts.onnx.AttentionOutput.Layout;
import mirador.models.onnx.TinyWeights.Layer;

/** How exporters write an attention. */
enum ExportStyle {
  /**
   * torch.onnx of Hugging Face's {@code CLIPAttention} until 4.45: heads merged into the batch by
   * views, {@code bmm}, the mask added in four axes. The public CLIP files are of this style.
   */
  TORCH_BMM(14, Layout.BATCH_AND_HEADS, HEADS) {
    @Override
    String attend(GraphWriter g, String hidden, Layer layer, String mask) {
      return mergedHeads(g, hidden, layer, mask);
    }
  },
  /** The same under an operator set in which Softmax works on two axes. */
  TORCH_BMM_OPSET_11(11, Layout.BATCH_AND_HEADS, HEADS) {
    @Override
    String attend(GraphWriter g, String hidden, Layer layer, String mask) {
      return mergedHeads(g, hidden, layer, mask);
    }
  },
  /** Merged heads and sizes that only the graph's run tells. */
  OPAQUE_VIEWS(14, Layout.MERGED, 0) {
    @Override
    String attend(GraphWriter g, String hidden, Layer layer, String mask) {
      String[] qkv = projections(g, hidden, layer);
      String count = g.node("Size", List.of(hidden));
      String zero = g.node("Sub", List.of(count, count));
      String heads = unsqueeze(g, g.node("Add", List.of(zero, g.constant(HEADS))), 0);
      String[] split = new String[3];
      for (int i = 0; i < 3; i++) {
        String target =
            g.node(
                "Concat",
                List.of(batch(g, hidden), tokens(g, hidden), heads, g.longs(-1)),
                integer("axis", 0));
        String four = g.node("Reshape", List.of(qkv[i], target));
        String swapped = g.node("Transpose", List.of(four), ints("perm", 0, 2, 1, 3));
        String merged = g.longs(-1, TOKENS, SIZE);
        split[i] = g.node("Reshape", List.of(swapped, merged));
      }
      String query = g.node("Mul", List.of(split[0], g.scalar(1 / Math.sqrt(SIZE))));
      String keys = g.node("Transpose", List.of(split[1]), ints("perm", 0, 2, 1));
      String scores = g.node("MatMul", List.of(query, keys));
      if (!mask.isEmpty()) {
        scores = g.node("Add", List.of(scores, squeeze(g, mask)));
      }
      String map = g.node("Softmax", List.of(g.score(scores)), integer("axis", -1));
      String context = g.node("MatMul", List.of(map, split[2]));
      String four = g.node("Reshape", List.of(context, g.longs(-1, HEADS, TOKENS, SIZE)));
      return joined(g, four);
    }
  },
  /** torch.onnx of {@code scaled_dot_product_attention}, with its guard against empty rows. */
  TORCH_SDPA(14, Layout.BATCH_AND_HEADS, HEADS) {
    @Override
    String attend(GraphWriter g, String hidden, Layer layer, String mask) {
      String[] qkv = projections(g, hidden, layer);
      String query = split(g, hidden, qkv[0], 0, 2, 1, 3);
      String keys = split(g, hidden, qkv[1], 0, 2, 3, 1);
      String value = split(g, hidden, qkv[2], 0, 2, 1, 3);
      String root = g.scalar(Math.sqrt(1 / Math.sqrt(SIZE)));
      String scores =
          g.node(
              "MatMul",
              List.of(g.node("Mul", List.of(query, root)), g.node("Mul", List.of(keys, root))));
      scores = masked(g, scores, mask);
      String map = g.node("Softmax", List.of(g.score(scores)), integer("axis", -1));
      String guarded = g.node("Where", List.of(g.node("IsNaN", List.of(map)), g.scalar(0), map));
      return joined(g, g.node("MatMul", List.of(guarded, value)));
    }
  },
  /** torch.onnx with dynamo, of a vision transformer as in timm: one layer for Q, K and V. */
  DYNAMO_FUSED_QKV(18, Layout.BATCH_AND_HEADS, 0) {
    @Override
    String attend(GraphWriter g, String hidden, Layer layer, String mask) {
      float[] weight = new float[WIDTH * 3 * WIDTH];
      float[] bias = new float[3 * WIDTH];
      float[][] weights = {layer.queryWeight(), layer.keyWeight(), layer.valueWeight()};
      float[][] biases = {layer.queryBias(), layer.keyBias(), layer.valueBias()};
      for (int part = 0; part < 3; part++) {
        System.arraycopy(biases[part], 0, bias, part * WIDTH, WIDTH);
        for (int row = 0; row < WIDTH; row++) {
          System.arraycopy(
              weights[part], row * WIDTH, weight, row * 3 * WIDTH + part * WIDTH, WIDTH);
        }
      }
      String all = linear(g, hidden, weight, bias);
      String five = g.node("Reshape", List.of(all, g.longs(-1, TOKENS, 3, HEADS, SIZE)));
      String turned = g.node("Transpose", List.of(five), ints("perm", 2, 0, 3, 1, 4));
      List<String> parts =
          g.nodes("", "Split", List.of(turned), 3, integer("axis", 0), integer("num_outputs", 3));
      String query = g.node("Squeeze", List.of(parts.get(0), g.longs(0)));
      String key = g.node("Squeeze", List.of(parts.get(1), g.longs(0)));
      String value = g.node("Squeeze", List.of(parts.get(2), g.longs(0)));
      String keys = g.node("Transpose", List.of(key), ints("perm", 0, 1, 3, 2));
      String scores = g.node("MatMul", List.of(query, keys));
      scores = g.node("Mul", List.of(scores, g.scalar(1 / Math.sqrt(SIZE))));
      scores = masked(g, scores, mask);
      String map = g.node("Softmax", List.of(g.score(scores)));
      g.valueInfo(map, GraphWriter.FLOAT, "batch", HEADS, TOKENS, TOKENS);
      return joined(g, g.node("MatMul", List.of(map, value)));
    }
  },
  /** tf2onnx: sizes folded, a division by the root, dropout left in place. */
  TENSORFLOW(13, Layout.BATCH_AND_HEADS, HEADS) {
    @Override
    String attend(GraphWriter g, String hidden, Layer layer, String mask) {
      String[] qkv = projections(g, hidden, layer);
      String sizes = g.longs(-1, TOKENS, HEADS, SIZE);
      String query =
          g.node(
              "Transpose",
              List.of(g.node("Reshape", List.of(qkv[0], sizes))),
              ints("perm", 0, 2, 1, 3));
      String keys =
          g.node(
              "Transpose",
              List.of(g.node("Reshape", List.of(qkv[1], sizes))),
              ints("perm", 0, 2, 3, 1));
      String value =
          g.node(
              "Transpose",
              List.of(g.node("Reshape", List.of(qkv[2], sizes))),
              ints("perm", 0, 2, 1, 3));
      String scores = g.node("MatMul", List.of(query, keys));
      scores = g.node("Div", List.of(scores, g.scalar(Math.sqrt(SIZE))));
      scores = g.node("Identity", List.of(masked(g, scores, mask)));
      String map = g.node("Softmax", List.of(g.score(scores)), integer("axis", 3));
      String dropped = g.nodes("", "Dropout", List.of(map), 2).get(0);
      String context = g.node("Identity", List.of(g.node("MatMul", List.of(dropped, value))));
      return joined(g, context);
    }
  },
  /** Keras and JAX write both products as sums over named axes and turn nothing. */
  EINSUM(13, Layout.UNKNOWN, 0) {
    @Override
    String attend(GraphWriter g, String hidden, Layer layer, String mask) {
      String[] qkv = projections(g, hidden, layer);
      String sizes = g.longs(-1, TOKENS, HEADS, SIZE);
      String query = g.node("Reshape", List.of(qkv[0], sizes));
      String key = g.node("Reshape", List.of(qkv[1], sizes));
      String value = g.node("Reshape", List.of(qkv[2], sizes));
      String scores = g.node("Einsum", List.of(query, key), text("equation", "bqhd,bkhd->bhqk"));
      scores = g.node("Mul", List.of(scores, g.scalar(1 / Math.sqrt(SIZE))));
      if (!mask.isEmpty()) {
        scores = g.node("Add", List.of(scores, squeeze(g, mask)));
      }
      String map = g.node("Softmax", List.of(g.score(scores)), integer("axis", -1));
      String context = g.node("Einsum", List.of(map, value), text("equation", "bhqk,bkhd->bqhd"));
      return g.node("Reshape", List.of(context, g.longs(-1, TOKENS, WIDTH)));
    }
  },
  /** An old operator set, whose Softmax is given two axes and gives them back. */
  FLATTENED_SOFTMAX(11, Layout.BATCH_AND_HEADS, HEADS) {
    @Override
    String attend(GraphWriter g, String hidden, Layer layer, String mask) {
      return fourAxes(
          g,
          hidden,
          layer,
          mask,
          scores -> {
            String flat = g.node("Flatten", List.of(scores), integer("axis", 3));
            String map = g.node("Softmax", List.of(flat), integer("axis", 1));
            return g.node("Reshape", List.of(map, g.longs(-1, HEADS, TOKENS, TOKENS)));
          });
    }
  },
  /** A softmax taken apart, as by exporters for accelerators. */
  DECOMPOSED_SOFTMAX(14, Layout.BATCH_AND_HEADS, HEADS) {
    @Override
    String attend(GraphWriter g, String hidden, Layer layer, String mask) {
      return fourAxes(
          g,
          hidden,
          layer,
          mask,
          scores -> {
            String greatest = g.node("ReduceMax", List.of(scores), ints("axes", -1));
            String powers = g.node("Exp", List.of(g.node("Sub", List.of(scores, greatest))));
            String sum = g.node("ReduceSum", List.of(powers, g.longs(-1)));
            return g.node("Div", List.of(powers, sum));
          });
    }
  },
  /** The same with a reciprocal in place of the division. */
  RECIPROCAL_SOFTMAX(12, Layout.BATCH_AND_HEADS, HEADS) {
    @Override
    String attend(GraphWriter g, String hidden, Layer layer, String mask) {
      return fourAxes(
          g,
          hidden,
          layer,
          mask,
          scores -> {
            String powers = g.node("Exp", List.of(scores));
            String sum = g.node("ReduceSum", List.of(powers), ints("axes", 3));
            return g.node("Mul", List.of(g.node("Reciprocal", List.of(sum)), powers));
          });
    }
  },
  /** Static quantisation marks a tensor by a pair of nodes. */
  QUANTISE_DEQUANTISE(14, Layout.BATCH_AND_HEADS, HEADS) {
    @Override
    String attend(GraphWriter g, String hidden, Layer layer, String mask) {
      return fourAxes(
          g,
          hidden,
          layer,
          mask,
          scores -> {
            String map = g.node("Softmax", List.of(scores), integer("axis", -1));
            String scale = g.scalar(1 / 255.0);
            String zero = g.bytes(0);
            String small = g.node("QuantizeLinear", List.of(map, scale, zero));
            return g.node("DequantizeLinear", List.of(small, scale, zero));
          });
    }
  };

  final int opset;
  final Layout layout;
  final int heads;

  /** Whether converters to float16 take it: QuantizeLinear takes float16 from opset 19 on alone. */
  final boolean half = !name().equals("QUANTISE_DEQUANTISE");

  /** What the style itself does to the weights of the next layer, above float32's own rounding. */
  final double rounding = half ? 0 : 0.01;

  ExportStyle(int opset, Layout layout, int heads) {
    this.opset = opset;
    this.layout = layout;
    this.heads = heads;
  }

  /**
   * Writes softmax(Q Kᵀ / √d + mask) V without the layer that follows it.
   *
   * @param hidden (batch, tokens, width)
   * @param mask (1, 1, tokens, tokens) to be added, or empty
   */
  abstract String attend(GraphWriter g, String hidden, Layer layer, String mask);

  private interface Weighting {
    String of(String scores);
  }

  private static String fourAxes(
      GraphWriter g, String hidden, Layer layer, String mask, Weighting softmax) {
    String[] qkv = projections(g, hidden, layer);
    String query = split(g, hidden, qkv[0], 0, 2, 1, 3);
    String keys = split(g, hidden, qkv[1], 0, 2, 3, 1);
    String value = split(g, hidden, qkv[2], 0, 2, 1, 3);
    String scores = g.node("MatMul", List.of(query, keys));
    scores = g.node("Mul", List.of(g.scalar(1 / Math.sqrt(SIZE)), scores));
    String map = softmax.of(g.score(masked(g, scores, mask)));
    return joined(g, g.node("MatMul", List.of(map, value)));
  }

  private static String mergedHeads(GraphWriter g, String hidden, Layer layer, String mask) {
    String[] qkv = projections(g, hidden, layer);
    qkv[0] = g.node("Mul", List.of(qkv[0], g.scalar(1 / Math.sqrt(SIZE))));
    String[] merged = new String[3];
    for (int i = 0; i < 3; i++) {
      String swapped = split(g, hidden, qkv[i], 0, 2, 1, 3);
      String batchAndHeads = g.node("Mul", List.of(scalarSize(g, hidden, 0), g.constant(HEADS)));
      String target =
          g.node(
              "Concat",
              List.of(
                  unsqueeze(g, batchAndHeads, 0), g.longs(-1), unsqueeze(g, g.constant(SIZE), 0)),
              integer("axis", 0));
      merged[i] = g.node("Reshape", List.of(swapped, target));
    }
    String keys = g.node("Transpose", List.of(merged[1]), ints("perm", 0, 2, 1));
    String scores = g.node("MatMul", List.of(merged[0], keys));
    if (!mask.isEmpty()) {
      String four =
          g.node(
              "Concat",
              List.of(batch(g, hidden), g.longs(HEADS), tokens(g, hidden), tokens(g, hidden)),
              integer("axis", 0));
      scores = g.node("Add", List.of(g.node("Reshape", List.of(scores, four)), mask));
      String three =
          g.node(
              "Concat",
              List.of(g.longs(-1), tokens(g, hidden), tokens(g, hidden)),
              integer("axis", 0));
      scores = g.node("Reshape", List.of(scores, three));
    }
    String map =
        g.node("Softmax", List.of(g.score(scores)), integer("axis", g.opset() < 13 ? 2 : -1));
    String context = g.node("MatMul", List.of(map, merged[2]));
    String four =
        g.node(
            "Concat",
            List.of(batch(g, hidden), g.longs(HEADS), tokens(g, hidden), g.longs(SIZE)),
            integer("axis", 0));
    return joined(g, g.node("Reshape", List.of(context, four)));
  }

  private static String[] projections(GraphWriter g, String hidden, Layer layer) {
    return new String[] {
      linear(g, hidden, layer.queryWeight(), layer.queryBias()),
      linear(g, hidden, layer.keyWeight(), layer.keyBias()),
      linear(g, hidden, layer.valueWeight(), layer.valueBias())
    };
  }

  static String linear(GraphWriter g, String tensor, float[] weight, float[] bias) {
    int out = bias.length;
    String product = g.node("MatMul", List.of(tensor, g.weights(weight, weight.length / out, out)));
    return g.node("Add", List.of(g.weights(bias, out), product));
  }

  private static String split(GraphWriter g, String hidden, String tensor, long... axes) {
    String target =
        g.node(
            "Concat",
            List.of(batch(g, hidden), tokens(g, hidden), g.longs(HEADS), g.longs(SIZE)),
            integer("axis", 0));
    String four = g.node("Reshape", List.of(tensor, target));
    return g.node("Transpose", List.of(four), ints("perm", axes));
  }

  private static String masked(GraphWriter g, String scores, String mask) {
    return mask.isEmpty() ? scores : g.node("Add", List.of(scores, mask));
  }

  /** (batch, heads, tokens, size) to (batch, tokens, width). */
  private static String joined(GraphWriter g, String context) {
    String turned = g.node("Transpose", List.of(context), ints("perm", 0, 2, 1, 3));
    return g.node("Reshape", List.of(turned, g.longs(0, 0, WIDTH)));
  }

  private static String batch(GraphWriter g, String hidden) {
    return unsqueeze(g, scalarSize(g, hidden, 0), 0);
  }

  private static String tokens(GraphWriter g, String hidden) {
    return unsqueeze(g, scalarSize(g, hidden, 1), 0);
  }

  private static String scalarSize(GraphWriter g, String hidden, long axis) {
    String shape = g.node("Shape", List.of(hidden));
    return g.node("Gather", List.of(shape, g.constant(axis)), integer("axis", 0));
  }

  static String unsqueeze(GraphWriter g, String tensor, long axis) {
    return g.opset() < 13
        ? g.node("Unsqueeze", List.of(tensor), ints("axes", axis))
        : g.node("Unsqueeze", List.of(tensor, g.longs(axis)));
  }

  private static String squeeze(GraphWriter g, String mask) {
    return g.node("Squeeze", List.of(mask, g.longs(0)));
  }
}
