package mirador.concepts.generation;

import java.util.Arrays;
import java.util.List;
import mirador.concepts.tensor.LongTensor;

/**
 * Prompts of several lengths as one batch: shorter ones are filled up on the left, so that all end
 * at the same place and new tokens follow.
 *
 * @param ids (rows, tokens)
 * @param mask (rows, tokens)
 */
public record PromptEncoding(LongTensor ids, AttentionMask mask) {
  /**
   * A batch of rows.
   *
   * @param rows ids of each prompt
   * @param padding id that fills up shorter ones
   * @throws IllegalArgumentException when there is no row, or one without tokens
   */
  public static PromptEncoding leftPadded(List<List<Integer>> rows, int padding) {
    int longest = 0;
    for (List<Integer> row : rows) {
      if (row.isEmpty()) {
        throw new IllegalArgumentException(
            "a prompt needs a token; one without text is the token that begins every text");
      }
      longest = Math.max(longest, row.size());
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("there is no prompt");
    }
    long[] ids = new long[rows.size() * longest];
    long[] mask = new long[ids.length];
    Arrays.fill(ids, padding);
    for (int i = 0; i < rows.size(); i++) {
      List<Integer> row = rows.get(i);
      int start = (i + 1) * longest - row.size();
      for (int k = 0; k < row.size(); k++) {
        ids[start + k] = row.get(k);
        mask[start + k] = 1;
      }
    }
    return new PromptEncoding(
        LongTensor.of(ids, rows.size(), longest),
        new AttentionMask(LongTensor.of(mask, rows.size(), longest)));
  }
}
