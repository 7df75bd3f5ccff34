package mirador.trainer.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts as a language model learns them.
 *
 * @param ids (size, length), padded at their ends
 * @param next (size, length), the token that follows each
 * @param counts (size, length), how much it counts that it is foreseen
 * @param visible (size, length), 1 for a token and 0 for padding
 * @param size how many texts
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the million: copying them would be the error
public record TextBatch(long[] ids, long[] next, float[] counts, float[] visible, int size) {
  /** One text: its tokens, and how much it counts that each of them is foreseen. */
  public record Text(int[] tokens, float[] counts) {
    /** The same, cut off where it is longer than a model reads. */
    public Text upTo(int most) {
      return tokens.length <= most
          ? this
          : new Text(Arrays.copyOf(tokens, most), Arrays.copyOf(counts, most));
    }
  }

  /** Pads texts to the length of the longest. */
  public static TextBatch of(List<Text> texts, int padding) {
    int length = texts.stream().mapToInt(text -> text.tokens().length).max().orElse(1) - 1;
    long[] ids = new long[texts.size() * length];
    long[] next = new long[ids.length];
    float[] counts = new float[ids.length];
    float[] visible = new float[ids.length];
    for (int row = 0; row < texts.size(); row++) {
      Text text = texts.get(row);
      for (int i = 0; i < length; i++) {
        int at = row * length + i;
        boolean inside = i + 1 < text.tokens().length;
        ids[at] = i < text.tokens().length ? text.tokens()[i] : padding;
        visible[at] = i < text.tokens().length ? 1 : 0;
        next[at] = inside ? text.tokens()[i + 1] : padding;
        counts[at] = inside ? text.counts()[i + 1] : 0;
      }
    }
    return new TextBatch(ids, next, counts, visible, texts.size());
  }

  public NDArray ids(NDManager manager) {
    return manager.create(ids, shape());
  }

  public NDArray next(NDManager manager) {
    return manager.create(next, shape());
  }

  public NDArray counts(NDManager manager) {
    return manager.create(counts, shape());
  }

  public NDArray visible(NDManager manager) {
    return manager.create(visible, shape());
  }

  /**
   * The tokens whose successor counts, in rows that stand one after the other.
   *
   * @param places within all rows, each as long as was asked for
   * @param next the token that follows each
   * @param counts how much it counts that it is foreseen
   */
  @SuppressWarnings("ArrayRecordComponent") // as above
  public record Counted(long[] places, long[] next, float[] counts) {}

  /**
   * Where something has to be foreseen.
   *
   * @param length of a row that ends with a text and may begin with something else
   */
  public Counted counted(long length) {
    int own = ids.length / size;
    int[] chosen = IntStream.range(0, ids.length).filter(at -> counts[at] > 0).toArray();
    long[] places = new long[chosen.length];
    long[] after = new long[chosen.length];
    float[] much = new float[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      int at = chosen[i];
      places[i] = at / own * length + (length - own) + at % own;
      after[i] = next[at];
      much[i] = counts[at];
    }
    return new Counted(places, after, much);
  }

  private Shape shape() {
    return new Shape(size, ids.length / size);
  }
}
