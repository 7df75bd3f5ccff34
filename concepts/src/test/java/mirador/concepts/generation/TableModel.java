package mirador.concepts.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mirador.concepts.audio.SplitMix64;
import mirador.concepts.tensor.FloatTensor;

/** A language model that looks its logits up by what was written so far. */
final class TableModel implements LanguageModel {
  private final int[] room;
  private final Function<List<Integer>, float[]> logits;
  private List<List<Integer>> rows = new ArrayList<>();

  /** How many rows each run had. */
  final List<Integer> batches = new ArrayList<>();

  /**
   * @param logits what follows a prompt's number and the tokens after it, (vocabulary)
   * @param room of each prompt
   */
  TableModel(Function<List<Integer>, float[]> logits, int... room) {
    this.logits = logits;
    this.room = room;
  }

  /** Logits that depend on everything before, and on nothing else. */
  static Function<List<Integer>, float[]> random(int vocabulary, long seed) {
    return history -> {
      long state = seed;
      for (int token : history) {
        state = new SplitMix64(31 * state + token).nextLong();
      }
      SplitMix64 random = new SplitMix64(state);
      float[] row = new float[vocabulary];
      for (int i = 0; i < vocabulary; i++) {
        row[i] = (float) (3 * random.nextSigned());
      }
      return row;
    };
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
    for (int prompt = 0; prompt < room.length; prompt++) {
      rows.add(List.of(prompt));
    }
    return answer();
  }

  @Override
  public NextTokens next(int[] from, int[] tokens) {
    List<List<Integer>> longer = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      List<Integer> row = new ArrayList<>(rows.get(from[i]));
      row.add(tokens[i]);
      longer.add(row);
    }
    rows = longer;
    return answer();
  }

  private NextTokens answer() {
    batches.add(rows.size());
    List<FloatTensor> answers = new ArrayList<>();
    for (List<Integer> row : rows) {
      float[] values = logits.apply(row);
      answers.add(FloatTensor.of(values, values.length));
    }
    return new NextTokens(FloatTensor.stacked(answers), null);
  }

  @Override
  public void close() {
    rows = List.of();
  }
}
