package mirador.models.reference;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import mirador.models.weights.ElementReader;
import mirador.models.weights.Weights;

/** The layers of a Transformer on tokens, (tokens, width) row by row. */
final class PlainMath {
  private static final int ROWS_AT_ONCE = 256;

  private final Weights weights;

  PlainMath(Weights weights) {
    this.weights = weights;
  }

  /** All numbers of a tensor. */
  float[] all(String name) throws IOException {
    return weights.floats(name).values();
  }

  /** Rows of a table by their numbers, (numbers, width); the table is read once, row by row. */
  float[] rows(String name, List<Long> numbers, int width) throws IOException {
    float[] rows = new float[numbers.size() * width];
    ElementReader reader = weights.open(name);
    float[] row = new float[width];
    for (long r = 0; reader.remaining() >= width; r++) {
      reader.read(row);
      for (int i = 0; i < numbers.size(); i++) {
        if (numbers.get(i) == r) {
          System.arraycopy(row, 0, rows, i * width, width);
        }
      }
    }
    return rows;
  }

  /** {@code x W^T + b}, (tokens, in) to (tokens, out); no b where the checkpoint has none. */
  float[] linear(float[] x, String name, int in, int out) throws IOException {
    float[] y = product(x, name + ".weight", in, out);
    if (weights.names().contains(name + ".bias")) {
      float[] bias = all(name + ".bias");
      for (int i = 0; i < y.length; i++) {
        y[i] += bias[i % out];
      }
    }
    return y;
  }

  /** {@code x W^T}: W is read some rows at a time, each of which gives a column of the result. */
  float[] product(float[] x, String name, int in, int out) throws IOException {
    int tokens = x.length / in;
    float[] turned = new float[x.length]; // (in, tokens): numbers that are added up lie apart
    for (int t = 0; t < tokens; t++) {
      for (int i = 0; i < in; i++) {
        turned[i * tokens + t] = x[t * in + i];
      }
    }
    float[] y = new float[tokens * out];
    ElementReader reader = weights.open(name);
    for (int first = 0; first < out; first += ROWS_AT_ONCE) {
      int count = Math.min(ROWS_AT_ONCE, out - first);
      float[] rows = new float[count * in];
      reader.read(rows);
      int begin = first;
      IntStream.range(0, count)
          .parallel()
          .forEach(
              row -> {
                float[] sums = sums(rows, row * in, in, turned, tokens);
                for (int t = 0; t < tokens; t++) {
                  y[t * out + begin + row] = sums[t];
                }
              });
    }
    return y;
  }

  /**
   * The product of one row of a matrix with all tokens, (tokens). Four of its numbers at a time, so
   * that a sum is fetched and stored once for four of them.
   */
  private static float[] sums(float[] rows, int from, int in, float[] turned, int tokens) {
    float[] sums = new float[tokens];
    int i = 0;
    for (; i + 4 <= in; i += 4) {
      float w0 = rows[from + i];
      float w1 = rows[from + i + 1];
      float w2 = rows[from + i + 2];
      float w3 = rows[from + i + 3];
      int x0 = i * tokens;
      int x1 = x0 + tokens;
      int x2 = x1 + tokens;
      int x3 = x2 + tokens;
      for (int t = 0; t < tokens; t++) {
        sums[t] +=
            w0 * turned[x0 + t] + w1 * turned[x1 + t] + w2 * turned[x2 + t] + w3 * turned[x3 + t];
      }
    }
    for (; i < in; i++) {
      for (int t = 0; t < tokens; t++) {
        sums[t] += rows[from + i] * turned[i * tokens + t];
      }
    }
    return sums;
  }

  /** Layer normalisation (Ba et al. 2016). */
  float[] norm(float[] x, String name, int width, double epsilon) throws IOException {
    float[] gain = all(name + ".weight");
    float[] bias = all(name + ".bias");
    float[] y = new float[x.length];
    for (int start = 0; start < x.length; start += width) {
      double mean = 0;
      for (int i = 0; i < width; i++) {
        mean += x[start + i];
      }
      mean /= width;
      double variance = 0;
      for (int i = 0; i < width; i++) {
        double difference = x[start + i] - mean;
        variance += difference * difference;
      }
      double scale = 1 / Math.sqrt(variance / width + epsilon);
      for (int i = 0; i < width; i++) {
        y[start + i] = (float) ((x[start + i] - mean) * scale * gain[i] + bias[i]);
      }
    }
    return y;
  }

  static float[] add(float[] a, float[] b) {
    float[] sum = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }

  /**
   * Attention in heads (Vaswani et al. 2017, equation 1).
   *
   * @param queries (tokens, width)
   * @param keys (others, width)
   * @param values (others, width)
   * @param causal whether no token sees a later one
   */
  static float[] attention(
      float[] queries, float[] keys, float[] values, int width, int heads, boolean causal) {
    int tokens = queries.length / width;
    int others = keys.length / width;
    int head = width / heads;
    float[] mixed = new float[queries.length];
    IntStream.range(0, heads)
        .parallel()
        .forEach(
            h -> {
              int start = h * head;
              for (int t = 0; t < tokens; t++) {
                int seen = causal ? t + 1 : others;
                double[] weights = softmax(scores(queries, keys, t, seen, start, head, width));
                for (int o = 0; o < seen; o++) {
                  for (int i = start; i < start + head; i++) {
                    mixed[t * width + i] += (float) (weights[o] * values[o * width + i]);
                  }
                }
              }
            });
    return mixed;
  }

  private static double[] scores(
      float[] queries, float[] keys, int token, int seen, int start, int head, int width) {
    double[] scores = new double[seen];
    for (int o = 0; o < seen; o++) {
      double sum = 0;
      for (int i = start; i < start + head; i++) {
        sum += (double) queries[token * width + i] * keys[o * width + i];
      }
      scores[o] = sum / Math.sqrt(head);
    }
    return scores;
  }

  private static double[] softmax(double[] scores) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      greatest = Math.max(greatest, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - greatest);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return scores;
  }

  /** The activation of an MLP by its name in {@code config.json}; known are those of BLIP-2. */
  static float[] activate(float[] x, String name) {
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] =
          switch (name) {
            case "relu" -> Math.max(0, x[i]);
            case "gelu" -> (float) (0.5 * x[i] * (1 + erf(x[i] * Math.sqrt(0.5))));
            default -> throw new IllegalArgumentException("no plain activation " + name);
          };
    }
    return y;
  }

  /**
   * The error function, by its series near zero and by a continued fraction beyond (Abramowitz and
   * Stegun, "Handbook of Mathematical Functions", 1964, 7.1.6 and 7.1.14).
   */
  private static double erf(double x) {
    double size = Math.abs(x);
    double value;
    if (size < 2.5) {
      double term = size;
      double sum = size;
      for (int n = 1; term > 1e-17 * sum; n++) {
        term *= 2 * size * size / (2 * n + 1);
        sum += term;
      }
      value = 2 / Math.sqrt(Math.PI) * Math.exp(-size * size) * sum;
    } else {
      double fraction = 0;
      for (int n = 60; n > 0; n--) {
        fraction = n / 2.0 / (size + fraction);
      }
      value = 1 - Math.exp(-size * size) / (Math.sqrt(Math.PI) * (size + fraction));
    }
    return Math.copySign(value, x);
  }
}
