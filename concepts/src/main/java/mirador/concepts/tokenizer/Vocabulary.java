package mirador.concepts.tokenizer;

import java.util.HashMap;
import java.util.Map;

/** Tokens and their numbers, both ways. */
final class Vocabulary {
  private final Map<String, Integer> idOf;
  private Map<Integer, String> tokenOf; // made when first needed: who never decodes never needs it

  Vocabulary(Map<String, Integer> vocab) {
    idOf = vocab;
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
    String token = tokens().get(id);
    if (token == null) {
      throw new IllegalArgumentException(
          "the vocabulary has no token " + id + "; it has " + idOf.size() + " tokens");
    }
    return token;
  }

  boolean has(int id) {
    return tokens().containsKey(id);
  }

  private Map<Integer, String> tokens() {
    if (tokenOf == null) {
      tokenOf = new HashMap<>(2 * idOf.size());
      idOf.forEach((token, number) -> tokenOf.put(number, token));
    }
    return tokenOf;
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
    merges.forEachProduct(this::id);
  }
}
