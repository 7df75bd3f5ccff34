package mirador.concepts.blip2;

import java.util.List;
import java.util.Map;
import mirador.concepts.generation.AttentionMask;
import mirador.concepts.generation.LanguageModel;
import mirador.concepts.generation.NextTokens;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.HeldTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Tensor;

/**
 * OPT while it reads: keys and values of all places are kept (the "KV cache"), so that a step
 * computes one place of each row. They stay with the runtime, and are freed as soon as the next
 * ones are there.
 */
final class OptReader implements LanguageModel {
  private final OptDecoder decoder;
  private final FloatTensor embeddings; // (rows, total, width)
  private final List<String> wanted;
  private final int[] room;
  private AttentionMask mask;
  private Map<String, Tensor> past = Map.of();

  /**
   * @param embeddings of queries and prompts, (rows, total, width)
   * @param mask (rows, total)
   * @param maxPositions most tokens of a row, padding not counted
   * @param attention whether attention is wanted, where the graph gives it
   * @throws IllegalArgumentException when a row is longer than the model has positions
   */
  OptReader(
      OptDecoder decoder,
      FloatTensor embeddings,
      AttentionMask mask,
      int maxPositions,
      boolean attention) {
    this.decoder = decoder;
    this.embeddings = embeddings;
    this.mask = mask;
    this.wanted =
        attention && decoder.hasAttention()
            ? List.of(OptDecoder.LOGITS, OptDecoder.ATTENTION)
            : List.of(OptDecoder.LOGITS);
    this.room = new int[mask.rows()];
    for (int row = 0; row < room.length; row++) {
      room[row] = maxPositions - mask.read(row);
      if (room[row] < 0) {
        throw new IllegalArgumentException(
            "queries and prompt are "
                + mask.read(row)
                + " tokens, and the language model reads "
                + maxPositions
                + ": shorten the prompt");
      }
    }
  }

  @Override
  public int prompts() {
    return room.length;
  }

  @Override
  public int room(int prompt) {
    return room[prompt];
  }

  @Override
  public NextTokens begin() {
    int[] rows = new int[mask.rows()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    past = decoder.nothing(rows.length);
    return read(embeddings, mask.positions(), rows);
  }

  @Override
  public NextTokens next(int[] rows, int[] tokens) {
    long[] ids = new long[tokens.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = tokens[i];
    }
    FloatTensor embedded = decoder.embeddings(LongTensor.of(ids, ids.length, 1));
    mask = mask.grown(rows);
    return read(embedded, mask.lastPositions(), rows);
  }

  private NextTokens read(FloatTensor fresh, LongTensor positions, int[] rows) {
    long[] last = {fresh.shape().size(1) - 1L};
    Map<String, Tensor> given =
        decoder.read(fresh, mask, positions, rows, past, last, wanted, true);
    Map<String, Tensor> old = past;
    past = decoder.remembered(given);
    free(old);
    FloatTensor logits = given.get(OptDecoder.LOGITS).floats(); // (rows, 1, vocabulary)
    int vocabulary = logits.shape().size(2);
    Tensor attention = given.get(OptDecoder.ATTENTION);
    return new NextTokens(
        FloatTensor.of(logits.values(), rows.length, vocabulary),
        wanted.contains(OptDecoder.ATTENTION) ? ofLast(attention.floats()) : null);
  }

  /** (rows, layers, new, total) to (rows, layers, total) of the last new place. */
  private static FloatTensor ofLast(FloatTensor attention) {
    int rows = attention.shape().size(0);
    int layers = attention.shape().size(1);
    int fresh = attention.shape().size(2);
    int total = attention.shape().size(3);
    float[] last = new float[rows * layers * total];
    for (int i = 0; i < rows * layers; i++) {
      int from = (i * fresh + fresh - 1) * total;
      System.arraycopy(attention.values(), from, last, i * total, total);
    }
    return FloatTensor.of(last, rows, layers, total);
  }

  @Override
  public void close() {
    free(past);
    past = Map.of();
  }

  private static void free(Map<String, Tensor> tensors) {
    for (Tensor tensor : tensors.values()) {
      if (tensor instanceof HeldTensor held) {
        held.close();
      }
    }
  }
}
