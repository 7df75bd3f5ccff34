package mirador.concepts.tokenizer;

import java.util.HashMap;
import java.util.Map;

/** Tokens and their numbers, both ways. */
final class Vocabulary {
  private final Map<String, Integer> idOf;
  private final Map<Integer, String> tokenOf;

  Vocabulary(Map<String, Integer> vocab) {
    idOf = vocab;
    tokenOf = new HashMap<>(2 * vocab.size());
    vocab.forEach((token, id) -> tokenOf.put(id, token));
  }

  /**
   * The number of a token.
   *
   * @throws IllegalArgumentException when there is none
   */
  int id(String token) {
    Integer id = idOf.get(token);
    if (id == null) {
      throw new IllegalArgumentException(
          "the vocabulary has no \"" + token + "\": do vocab.json and merges.txt belong together?");
    }
    return id;
  }

  /**
   * The token of a number.
   *
   * @throws IllegalArgumentException when there is none
   */
  String token(int id) {
    String token = tokenOf.get(id);
    if (token == null) {
      throw new IllegalArgumentException(
          "the vocabulary has no token " + id + "; it has " + idOf.size() + " tokens");
    }
    return token;
  }

  /**
   * Makes sure that every text can be encoded: each byte has its token, and each merge makes one.
   *
   * @param suffix what the last token of a word carries; empty when nothing
   * @throws IllegalArgumentException that names the first token missing
   */
  void check(BytePairEncoding merges, String suffix) {
    for (int b = 0; b < 256; b++) {
      String symbol = String.valueOf(ByteSymbols.symbol(b));
      id(symbol);
      id(symbol + suffix);
    }
    merges.products().forEach(this::id);
  }
}
