package mirador.concepts.tokenizer;

import java.util.List;

/**
 * A text as tokens.
 *
 * @param ids the tokens' numbers, those that mark start and end included
 * @param tokens the same tokens as they stand in the vocabulary
 * @param cut what did not fit into the model's context, as it stands in the vocabulary; empty when
 *     everything did
 */
public record Encoding(List<Integer> ids, List<String> tokens, List<String> cut) {
  public Encoding {
    ids = List.copyOf(ids);
    tokens = List.copyOf(tokens);
    cut = List.copyOf(cut);
  }

  /** How many tokens, those that mark start and end included. */
  public int length() {
    return ids.size();
  }

  /** Whether the model sees only the beginning of the text. */
  public boolean truncated() {
    return !cut.isEmpty();
  }
}
