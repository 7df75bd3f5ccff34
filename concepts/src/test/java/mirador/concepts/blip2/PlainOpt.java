package mirador.concepts.blip2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import mirador.concepts.audio.SplitMix64;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.inference.Session;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.HeldTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Shape;
import mirador.concepts.tensor.Tensor;

/**
 * OPT as plain loops, place by place (Zhang et al. 2022): the reference for everything that keeps
 * keys and values. Its two sessions have the inputs and outputs of a model folder's graphs.
 */
final class PlainOpt {
  private static final int OFFSET = 2; // OPT's table of positions begins with two unused rows
  private static final double EPSILON = 1e-5;

  private final Blip2Config config;
  private final Function<String, float[]> weights;
  private final boolean givesAttention;

  /** Held tensors that nobody has closed. */
  int open;

  /** Most of them at once. */
  int mostOpen;

  /** How often the decoder was run. */
  int runs;

  /** The run that fails, from 1; none when 0. */
  int failingRun;

  /** What the decoder was last asked for and given. */
  List<String> wanted = List.of();

  Map<String, Tensor> given = Map.of();

  /**
   * @param weights by their names in Hugging Face's layout, without {@code
   *     language_model.model.decoder.}
   */
  PlainOpt(Blip2Config config, boolean givesAttention, Function<String, float[]> weights) {
    this.config = config;
    this.givesAttention = givesAttention;
    this.weights = weights;
  }

  /** Weights of one kind of lot, so large that tokens differ well. */
  static PlainOpt random(Blip2Config config, boolean givesAttention, long seed) {
    Map<String, float[]> made = new LinkedHashMap<>();
    int width = config.languageWidth();
    int inner = 2 * width;
    SplitMix64 random = new SplitMix64(seed);
    made.put("embed_tokens.weight", lot(random, config.vocabulary() * width, 1));
    made.put("embed_positions.weight", lot(random, (config.maxPositions() + OFFSET) * width, 1));
    for (int layer = 0; layer < config.languageLayers(); layer++) {
      String at = "layers." + layer + ".";
      for (String part : List.of("q_proj", "k_proj", "v_proj", "out_proj")) {
        made.put(at + "self_attn." + part + ".weight", lot(random, width * width, 0.8));
        made.put(at + "self_attn." + part + ".bias", lot(random, width, 0.1));
      }
      made.put(at + "fc1.weight", lot(random, inner * width, 0.6));
      made.put(at + "fc1.bias", lot(random, inner, 0.1));
      made.put(at + "fc2.weight", lot(random, width * inner, 0.6));
      made.put(at + "fc2.bias", lot(random, width, 0.1));
      norm(made, at + "self_attn_layer_norm", width);
      norm(made, at + "final_layer_norm", width);
    }
    norm(made, "final_layer_norm", width);
    return new PlainOpt(config, givesAttention, made::get);
  }

  private static float[] lot(SplitMix64 random, int count, double scale) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (scale * random.nextSigned());
    }
    return values;
  }

  private static void norm(Map<String, float[]> made, String name, int width) {
    made.put(name + ".weight", FloatTensor.filled(1, width).values());
    made.put(name + ".bias", new float[width]);
  }

  Blip2Language language() {
    return new Blip2Language(embedding(), decoder(), config, null);
  }

  /** The graph that gives tokens their vectors. */
  Session embedding() {
    return new PlainSession(List.of("input_ids"), List.of("inputs_embeds")) {
      @Override
      public Map<String, Tensor> run(Map<String, Tensor> inputs, List<String> names) {
        LongTensor ids = inputs.get("input_ids").longs();
        float[] table = weights.apply("embed_tokens.weight");
        int width = config.languageWidth();
        float[] rows = new float[ids.values().length * width];
        for (int i = 0; i < ids.values().length; i++) {
          System.arraycopy(table, (int) ids.values()[i] * width, rows, i * width, width);
        }
        return Map.of(
            "inputs_embeds", FloatTensor.of(rows, ids.shape().size(0), ids.shape().size(1), width));
      }
    };
  }

  /** The graph of all layers. */
  Session decoder() {
    List<String> inputs =
        new ArrayList<>(
            List.of(
                "inputs_embeds",
                "attention_mask",
                "position_ids",
                "cache_rows",
                "logit_positions"));
    List<String> outputs = new ArrayList<>(List.of("logits"));
    if (givesAttention) {
      outputs.add("attention");
    }
    for (int layer = 0; layer < config.languageLayers(); layer++) {
      for (String part : List.of(".key", ".value")) {
        inputs.add("past_key_values." + layer + part);
        outputs.add("present." + layer + part);
      }
    }
    return new PlainSession(inputs, outputs) {
      @Override
      public Map<String, Tensor> run(Map<String, Tensor> fed, List<String> names) {
        return run(fed, names, Set.of());
      }

      @Override
      public Map<String, Tensor> run(
          Map<String, Tensor> fed, List<String> names, Set<String> held) {
        runs++;
        given = fed;
        wanted = names;
        if (runs == failingRun) {
          throw new InferenceException("run " + runs + " fails");
        }
        if (!fed.keySet().equals(Set.copyOf(inputs()))) {
          throw new InferenceException("inputs " + fed.keySet() + ", not " + inputs());
        }
        return new Forward(fed).outputs(names, held);
      }
    };
  }

  private abstract static class PlainSession implements Session {
    private final List<String> inputs;
    private final List<String> outputs;

    PlainSession(List<String> inputs, List<String> outputs) {
      this.inputs = inputs;
      this.outputs = outputs;
    }

    @Override
    public List<String> inputs() {
      return inputs;
    }

    @Override
    public List<String> outputs() {
      return outputs;
    }

    @Override
    public void close() {
      // holds nothing
    }
  }

  /** A tensor as if it lay with the runtime. */
  private final class Held implements HeldTensor {
    private final FloatTensor tensor;
    private boolean closed;

    Held(FloatTensor tensor) {
      this.tensor = tensor;
      open++;
      mostOpen = Math.max(mostOpen, open);
    }

    @Override
    public Shape shape() {
      return tensor.shape();
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        open--;
      }
    }
  }

  /** One run. */
  private final class Forward {
    private final int width = config.languageWidth();
    private final int heads = config.languageHeads();
    private final int headWidth = config.languageHeadWidth();
    private final Map<String, Tensor> inputs;
    private final Map<String, FloatTensor> results = new LinkedHashMap<>();
    private final int rows;
    private final int fresh;
    private final int total;

    Forward(Map<String, Tensor> inputs) {
      this.inputs = inputs;
      Shape shape = inputs.get("inputs_embeds").shape();
      rows = shape.size(0);
      fresh = shape.size(1);
      total = inputs.get("attention_mask").shape().size(1);
      expect("position_ids", rows, fresh);
      expect("attention_mask", rows, total);
      expect("cache_rows", rows);
    }

    private void expect(String name, int... sizes) {
      if (!inputs.get(name).shape().equals(Shape.of(sizes))) {
        throw new InferenceException(
            name + " is " + inputs.get(name).shape() + ", not " + Shape.of(sizes));
      }
    }

    Map<String, Tensor> outputs(List<String> names, Set<String> held) {
      compute();
      Map<String, Tensor> outputs = new LinkedHashMap<>();
      for (String name : names) {
        FloatTensor tensor = results.get(name);
        outputs.put(name, held.contains(name) ? new Held(tensor) : tensor);
      }
      return outputs;
    }

    private void compute() {
      float[] embeddings = inputs.get("inputs_embeds").floats().values();
      long[] positions = inputs.get("position_ids").longs().values();
      float[] table = weights.apply("embed_positions.weight");
      double[][] states = new double[rows * fresh][width];
      for (int i = 0; i < states.length; i++) {
        int at = ((int) positions[i] + OFFSET) * width;
        for (int k = 0; k < width; k++) {
          states[i][k] = embeddings[i * width + k] + table[at + k];
        }
      }
      float[] attention = new float[rows * config.languageLayers() * fresh * total];
      for (int layer = 0; layer < config.languageLayers(); layer++) {
        String name = "layers." + layer + ".";
        double[][] normed = norm(states, name + "self_attn_layer_norm");
        add(states, attend(normed, layer, attention));
        double[][] inner = linear(norm(states, name + "final_layer_norm"), name + "fc1");
        for (double[] place : inner) {
          for (int k = 0; k < place.length; k++) {
            place[k] = Math.max(0, place[k]);
          }
        }
        add(states, linear(inner, name + "fc2"));
      }
      results.put(
          "attention", FloatTensor.of(attention, rows, config.languageLayers(), fresh, total));
      long[] places = inputs.get("logit_positions").longs().values();
      double[][] wantedStates = new double[rows * places.length][];
      for (int i = 0; i < wantedStates.length; i++) {
        wantedStates[i] = states[i / places.length * fresh + (int) places[i % places.length]];
      }
      results.put("logits", logits(norm(wantedStates, "final_layer_norm"), places.length));
    }

    private FloatTensor logits(double[][] states, int places) {
      float[] tokens = weights.apply("embed_tokens.weight"); // tied
      int vocabulary = config.vocabulary();
      float[] logits = new float[states.length * vocabulary];
      for (int i = 0; i < states.length; i++) {
        for (int token = 0; token < vocabulary; token++) {
          double sum = 0;
          for (int k = 0; k < width; k++) {
            sum += states[i][k] * tokens[token * width + k];
          }
          logits[i * vocabulary + token] = (float) sum;
        }
      }
      return FloatTensor.of(logits, rows, places, vocabulary);
    }

    private double[][] attend(double[][] normed, int layer, float[] attention) {
      String name = "layers." + layer + ".self_attn.";
      double[][] queries = linear(normed, name + "q_proj");
      FloatTensor keys = grown(layer + ".key", linear(normed, name + "k_proj"));
      FloatTensor values = grown(layer + ".value", linear(normed, name + "v_proj"));
      long[] mask = inputs.get("attention_mask").longs().values();
      double[][] mixed = new double[rows * fresh][width];
      for (int row = 0; row < rows; row++) {
        for (int place = 0; place < fresh; place++) {
          for (int head = 0; head < heads; head++) {
            int cache = (row * heads + head) * total * headWidth;
            double[] scores = new double[total];
            for (int to = 0; to < total; to++) {
              boolean seen = mask[row * total + to] == 1 && to <= total - fresh + place;
              for (int k = 0; k < headWidth; k++) {
                scores[to] +=
                    queries[row * fresh + place][head * headWidth + k]
                        / Math.sqrt(headWidth)
                        * keys.values()[cache + to * headWidth + k];
              }
              scores[to] = seen ? scores[to] : -1e30;
            }
            softmax(scores);
            int map = ((row * config.languageLayers() + layer) * fresh + place) * total;
            for (int to = 0; to < total; to++) {
              attention[map + to] += (float) (scores[to] / heads);
              for (int k = 0; k < headWidth; k++) {
                mixed[row * fresh + place][head * headWidth + k] +=
                    scores[to] * values.values()[cache + to * headWidth + k];
              }
            }
          }
        }
      }
      return linear(mixed, name + "out_proj");
    }

    /** What was kept, of the rows that are gone on from, with what is new. */
    private FloatTensor grown(String name, double[][] added) {
      Tensor past = inputs.get("past_key_values." + name);
      if (past instanceof Held held && held.closed) {
        throw new InferenceException(name + " was closed before it was read");
      }
      float[] old = past instanceof Held held ? held.tensor.values() : past.floats().values();
      long[] from = inputs.get("cache_rows").longs().values();
      int kept = total - fresh;
      if (past.shape().size(2) != kept) {
        throw new InferenceException(
            "the past is " + past.shape() + ", the mask tells of " + kept + " old places");
      }
      float[] all = new float[rows * heads * total * headWidth];
      for (int row = 0; row < rows; row++) {
        for (int head = 0; head < heads; head++) {
          int source = ((int) from[row] * heads + head) * kept * headWidth;
          int target = (row * heads + head) * total * headWidth;
          System.arraycopy(old, source, all, target, kept * headWidth);
          for (int i = 0; i < fresh * headWidth; i++) {
            double[] place = added[row * fresh + i / headWidth];
            all[target + kept * headWidth + i] = (float) place[head * headWidth + i % headWidth];
          }
        }
      }
      FloatTensor tensor = FloatTensor.of(all, rows, heads, total, headWidth);
      results.put("present." + name, tensor);
      return tensor;
    }

    private double[][] linear(double[][] states, String name) {
      float[] weight = weights.apply(name + ".weight"); // (out, in)
      float[] bias = weights.apply(name + ".bias");
      double[][] outputs = new double[states.length][bias.length];
      for (int i = 0; i < states.length; i++) {
        for (int out = 0; out < bias.length; out++) {
          double sum = bias[out];
          for (int k = 0; k < states[i].length; k++) {
            sum += states[i][k] * weight[out * states[i].length + k];
          }
          outputs[i][out] = sum;
        }
      }
      return outputs;
    }

    private double[][] norm(double[][] states, String name) {
      float[] weight = weights.apply(name + ".weight");
      float[] bias = weights.apply(name + ".bias");
      double[][] normed = new double[states.length][width];
      for (int i = 0; i < states.length; i++) {
        double mean = 0;
        for (double value : states[i]) {
          mean += value / width;
        }
        double variance = 0;
        for (double value : states[i]) {
          variance += (value - mean) * (value - mean) / width;
        }
        for (int k = 0; k < width; k++) {
          normed[i][k] =
              (states[i][k] - mean) / Math.sqrt(variance + EPSILON) * weight[k] + bias[k];
        }
      }
      return normed;
    }

    private static void softmax(double[] scores) {
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
    }

    private static void add(double[][] states, double[][] more) {
      for (int i = 0; i < states.length; i++) {
        for (int k = 0; k < states[i].length; k++) {
          states[i][k] += more[i][k];
        }
      }
    }
  }
}
