package mirador.concepts.tokenizer;

import java.util.ArrayList;
import java.util.List;

/** Tokens of a text put together again as the words they are pieces of, for people to read. */
public final class TokenWords {
  private TokenWords() {}

  /**
   * For each word its pieces, «carretera» as car, re, tera; start and end left out.
   *
   * @param tokens as {@link Encoding#tokens} gives them
   */
  public static List<List<String>> of(List<String> tokens) {
    List<List<String>> words = new ArrayList<>();
    List<String> word = new ArrayList<>();
    for (String token : tokens) {
      if (token.equals(ClipTokenizer.START) || token.equals(ClipTokenizer.END)) {
        continue;
      }
      word.add(ClipTokenizer.text(token));
      if (ClipTokenizer.endsWord(token)) {
        words.add(List.copyOf(word));
        word.clear();
      }
    }
    if (!word.isEmpty()) {
      words.add(List.copyOf(word)); // the context ended in the middle of a word
    }
    return words;
  }
}
