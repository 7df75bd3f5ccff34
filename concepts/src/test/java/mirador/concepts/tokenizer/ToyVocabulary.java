package mirador.concepts.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A vocabulary with the 256 bytes and a handful of merges. */
public final class ToyVocabulary {
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> merges = new ArrayList<>(List.of("#version: 0.2"));

  private ToyVocabulary(String suffix, List<String> pairs, List<String> specials) {
    for (int b = 0; b < 256; b++) {
      add(String.valueOf(ByteSymbols.symbol(b)));
    }
    if (!suffix.isEmpty()) {
      for (int b = 0; b < 256; b++) {
        add(ByteSymbols.symbol(b) + suffix);
      }
    }
    for (String pair : pairs) {
      merges.add(pair);
      add(pair.replace(" ", ""));
    }
    specials.forEach(this::add);
  }

  /** 0 to 511 bytes, then {@code ca}, {@code cat}, {@code lo}, {@code low</w>}, start and end. */
  static ToyVocabulary clip() {
    return new ToyVocabulary(
        "</w>",
        List.of("c a", "ca t</w>", "l o", "lo w</w>"),
        List.of(ClipTokenizer.START, ClipTokenizer.END));
  }

  /** 0 to 255 bytes, then {@code Ġc}, {@code at}, {@code Ġcat}, start and padding. */
  public static ToyVocabulary opt() {
    return new ToyVocabulary(
        "", List.of("Ġ c", "a t", "Ġc at"), List.of(OptTokenizer.START, OptTokenizer.PADDING));
  }

  private void add(String token) {
    ids.put(token, ids.size());
  }

  public Map<String, Integer> ids() {
    return ids;
  }

  public List<String> merges() {
    return merges;
  }
}
