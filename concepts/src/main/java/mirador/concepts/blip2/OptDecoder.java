package mirador.concepts.blip2;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mirador.concepts.generation.AttentionMask;
import mirador.concepts.inference.Graphs;
import mirador.concepts.inference.Session;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Tensor;

/** The graphs of the language model by the names of their inputs and outputs. */
final class OptDecoder {
  static final String LOGITS = "logits";
  static final String ATTENTION = "attention";

  private static final String IDS = "input_ids";
  private static final String EMBEDDINGS = "inputs_embeds";
  private static final String PRESENT = "present.";
  private static final String PAST = "past_key_values.";

  private final Session embedding;
  private final Session decoder;
  private final Blip2Config config;
  private final List<String> memory = new ArrayList<>(); // 0.key, 0.value, 1.key, …

  OptDecoder(Session embedding, Session decoder, Blip2Config config) {
    this.embedding = embedding;
    this.decoder = decoder;
    this.config = config;
    for (int layer = 0; layer < config.languageLayers(); layer++) {
      memory.add(layer + ".key");
      memory.add(layer + ".value");
    }
  }

  /**
   * Token ids as the decoder reads them.
   *
   * @param ids (rows, tokens)
   * @return (rows, tokens, width)
   */
  FloatTensor embeddings(LongTensor ids) {
    List<String> wanted = List.of(EMBEDDINGS);
    return Graphs.run(embedding, "token embedding", Map.of(IDS, ids), wanted)
        .get(EMBEDDINGS)
        .floats();
  }

  boolean hasAttention() {
    return decoder.outputs().contains(ATTENTION);
  }

  /** What there is to remember before anything was read. */
  Map<String, Tensor> nothing(int rows) {
    FloatTensor empty =
        FloatTensor.zeros(rows, config.languageHeads(), 0, config.languageHeadWidth());
    Map<String, Tensor> past = new LinkedHashMap<>();
    memory.forEach(name -> past.put(name, empty));
    return past;
  }

  /**
   * Reads new places of all rows.
   *
   * @param embeddings (rows, new, width)
   * @param mask of old places and new ones, (rows, total)
   * @param positions (rows, new)
   * @param from for each row which row of the past it goes on from
   * @param past keys and values of the old places, by layer
   * @param logitPositions at which of the new places logits are wanted
   * @param wanted outputs of the graph
   * @param remember whether keys and values of all places are wanted too; they are held
   */
  Map<String, Tensor> read(
      FloatTensor embeddings,
      AttentionMask mask,
      LongTensor positions,
      int[] from,
      Map<String, Tensor> past,
      long[] logitPositions,
      List<String> wanted,
      boolean remember) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put(EMBEDDINGS, embeddings);
    inputs.put("attention_mask", mask.values());
    inputs.put("position_ids", positions);
    long[] cacheRows = new long[from.length];
    for (int i = 0; i < from.length; i++) {
      cacheRows[i] = from[i];
    }
    inputs.put("cache_rows", LongTensor.of(cacheRows, cacheRows.length));
    inputs.put("logit_positions", LongTensor.of(logitPositions, logitPositions.length));
    past.forEach((name, tensor) -> inputs.put(PAST + name, tensor));
    List<String> outputs = new ArrayList<>(wanted);
    Set<String> held = new HashSet<>();
    if (remember) {
      for (String name : memory) {
        outputs.add(PRESENT + name);
        held.add(PRESENT + name);
      }
    }
    return Graphs.run(decoder, "language model", inputs, outputs, held);
  }

  /** The keys and values among what {@link #read} gave. */
  Map<String, Tensor> remembered(Map<String, Tensor> given) {
    Map<String, Tensor> past = new LinkedHashMap<>();
    for (String name : memory) {
      past.put(name, given.get(PRESENT + name));
    }
    return past;
  }
}
