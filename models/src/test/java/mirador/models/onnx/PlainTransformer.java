package mirador.models.onnx;

import static mirador.models.onnx.TinyWeights.HEADS;
import static mirador.models.onnx.TinyWeights.MIDDLE;
import static mirador.models.onnx.TinyWeights.PATCH;
import static mirador.models.onnx.TinyWeights.SIZE;
import static mirador.models.onnx.TinyWeights.TOKENS;
import static mirador.models.onnx.TinyWeights.WIDTH;

import java.util.ArrayList;
import java.util.List;

/** The tiny transformer in plain double arithmetic, as the reference of the graphs. */
final class PlainTransformer {
  private final TinyWeights weights;
  private final boolean causal;

  PlainTransformer(TinyWeights weights, boolean causal) {
    this.weights = weights;
    this.causal = causal;
  }

  /**
   * What comes into the first layer and out of each one, (batch, tokens, width), row by row.
   *
   * @param normalised whether the tokens are normalised before the first layer
   */
  List<double[]> statesOfPictures(float[] pixels, int batch, boolean normalised) {
    List<double[]> states = new ArrayList<>();
    for (int i = 0; i <= weights.layers.size(); i++) {
      states.add(new double[batch * TOKENS * WIDTH]);
    }
    for (int b = 0; b < batch; b++) {
      double[][] hidden = embeddings(patches(pixels, b));
      hidden = normalised ? normalise(hidden) : hidden;
      keep(hidden, states.get(0), b);
      for (int i = 0; i < weights.layers.size(); i++) {
        hidden =
            layer(hidden, weights.layers.get(i), new double[batch * HEADS * TOKENS * TOKENS], b);
        keep(hidden, states.get(i + 1), b);
      }
    }
    return states;
  }

  /** [CLS] and the projected patches before their places are added, (tokens, width). */
  double[][] tokens(float[] pixels, int b) {
    return patches(pixels, b);
  }

  private static void keep(double[][] hidden, double[] state, int b) {
    for (int t = 0; t < TOKENS; t++) {
      System.arraycopy(hidden[t], 0, state, (b * TOKENS + t) * WIDTH, WIDTH);
    }
  }

  private double[][] embeddings(double[][] tokens) {
    for (int t = 0; t < TOKENS; t++) {
      for (int w = 0; w < WIDTH; w++) {
        tokens[t][w] += weights.positions[t * WIDTH + w];
      }
    }
    return tokens;
  }

  /** For each layer (batch, heads, tokens, tokens), row by row. */
  List<double[]> attentionOfPictures(float[] pixels, int batch) {
    List<double[][]> all = new ArrayList<>();
    for (int b = 0; b < batch; b++) {
      all.add(patches(pixels, b));
    }
    return attention(all);
  }

  List<double[]> attentionOfTexts(long[] ids, int batch) {
    List<double[][]> all = new ArrayList<>();
    for (int b = 0; b < batch; b++) {
      double[][] tokens = new double[TOKENS][WIDTH];
      for (int t = 0; t < TOKENS; t++) {
        for (int w = 0; w < WIDTH; w++) {
          tokens[t][w] = weights.wordTable[(int) ids[b * TOKENS + t] * WIDTH + w];
        }
      }
      all.add(tokens);
    }
    return attention(all);
  }

  private double[][] patches(float[] pixels, int b) {
    int side = 2 * PATCH;
    double[][] tokens = new double[TOKENS][WIDTH];
    for (int w = 0; w < WIDTH; w++) {
      tokens[0][w] = weights.classToken[w];
      for (int p = 0; p < 4; p++) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
          for (int y = 0; y < PATCH; y++) {
            for (int x = 0; x < PATCH; x++) {
              int row = p / 2 * PATCH + y;
              int column = p % 2 * PATCH + x;
              sum +=
                  pixels[((b * 3 + c) * side + row) * side + column]
                      * weights.patchWeight[((w * 3 + c) * PATCH + y) * PATCH + x];
            }
          }
        }
        tokens[1 + p][w] = sum;
      }
    }
    return tokens;
  }

  private List<double[]> attention(List<double[][]> batch) {
    List<double[]> maps = new ArrayList<>();
    for (int i = 0; i < weights.layers.size(); i++) {
      maps.add(new double[batch.size() * HEADS * TOKENS * TOKENS]);
    }
    for (int b = 0; b < batch.size(); b++) {
      double[][] hidden = embeddings(batch.get(b));
      for (int i = 0; i < weights.layers.size(); i++) {
        hidden = layer(hidden, weights.layers.get(i), maps.get(i), b);
      }
    }
    return maps;
  }

  private double[][] layer(double[][] hidden, TinyWeights.Layer layer, double[] map, int b) {
    double[][] normed = normalise(hidden);
    double[][] query = linear(normed, layer.queryWeight(), layer.queryBias());
    double[][] key = linear(normed, layer.keyWeight(), layer.keyBias());
    double[][] value = linear(normed, layer.valueWeight(), layer.valueBias());
    double[][] context = new double[TOKENS][WIDTH];
    for (int h = 0; h < HEADS; h++) {
      for (int i = 0; i < TOKENS; i++) {
        double[] row = new double[TOKENS];
        for (int j = 0; j < TOKENS; j++) {
          for (int s = 0; s < SIZE; s++) {
            row[j] += query[i][h * SIZE + s] * key[j][h * SIZE + s] / Math.sqrt(SIZE);
          }
          if (causal && j > i) {
            row[j] = Double.NEGATIVE_INFINITY;
          }
        }
        softmax(row, 0, TOKENS);
        for (int j = 0; j < TOKENS; j++) {
          map[((b * HEADS + h) * TOKENS + i) * TOKENS + j] = row[j];
          for (int s = 0; s < SIZE; s++) {
            context[i][h * SIZE + s] += row[j] * value[j][h * SIZE + s];
          }
        }
      }
    }
    double[][] after = add(hidden, linear(context, layer.outWeight(), layer.outBias()));
    double[][] up = linear(normalise(after), layer.upWeight(), layer.upBias());
    for (double[] row : up) {
      for (int m = 0; m < MIDDLE; m++) {
        row[m] *= 1 / (1 + Math.exp(-1.702 * row[m]));
      }
    }
    return add(after, linear(up, layer.downWeight(), layer.downBias()));
  }

  /** Softmax in place of {@code count} numbers from {@code start} on. */
  static void softmax(double[] values, int start, int count) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = start; i < start + count; i++) {
      greatest = Math.max(greatest, values[i]);
    }
    double sum = 0;
    for (int i = start; i < start + count; i++) {
      values[i] = Math.exp(values[i] - greatest);
      sum += values[i];
    }
    for (int i = start; i < start + count; i++) {
      values[i] /= sum;
    }
  }

  private static double[][] normalise(double[][] rows) {
    double[][] normed = new double[rows.length][WIDTH];
    for (int t = 0; t < rows.length; t++) {
      double mean = 0;
      double variance = 0;
      for (double value : rows[t]) {
        mean += value / WIDTH;
      }
      for (double value : rows[t]) {
        variance += (value - mean) * (value - mean) / WIDTH;
      }
      for (int w = 0; w < WIDTH; w++) {
        normed[t][w] = (rows[t][w] - mean) / Math.sqrt(variance + 1e-5);
      }
    }
    return normed;
  }

  private static double[][] linear(double[][] rows, float[] weight, float[] bias) {
    double[][] result = new double[rows.length][bias.length];
    for (int t = 0; t < rows.length; t++) {
      for (int o = 0; o < bias.length; o++) {
        double sum = bias[o];
        for (int i = 0; i < rows[t].length; i++) {
          sum += rows[t][i] * weight[i * bias.length + o];
        }
        result[t][o] = sum;
      }
    }
    return result;
  }

  private static double[][] add(double[][] left, double[][] right) {
    for (int t = 0; t < left.length; t++) {
      for (int w = 0; w < WIDTH; w++) {
        right[t][w] += left[t][w];
      }
    }
    return right;
  }
}
