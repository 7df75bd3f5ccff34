package mirador.training.tokenizer;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mirador.concepts.tokenizer.ByteSymbols;
import mirador.concepts.tokenizer.ClipTokenizer;
import mirador.concepts.tokenizer.OptTokenizer;

/**
 * Trains vocabularies that {@link ClipTokenizer} and {@link OptTokenizer} read. Every text can be
 * written with them, since each of the 256 bytes keeps a token of its own.
 */
public final class BpeTrainer {
  private static final int BYTES = 256;

  private BpeTrainer() {}

  /**
   * One of CLIP's kind: the bytes within a word, the bytes at its end, the merges, start, end.
   *
   * @param merges how many at most; the training ends sooner when every word is one token
   */
  public static TrainedTokenizer clip(Iterable<String> corpus, int merges) {
    List<PairMerges.Pair> pairs =
        PairMerges.of(
            counts(
                corpus,
                text ->
                    ClipTokenizer.symbols(
                        text, raw -> Normalizer.normalize(raw, Normalizer.Form.NFC))),
            merges);
    Map<String, Integer> vocab = new LinkedHashMap<>();
    addBytes(vocab, "");
    addBytes(vocab, ClipTokenizer.WORD_END);
    pairs.forEach(pair -> add(vocab, pair.merged()));
    add(vocab, ClipTokenizer.START);
    add(vocab, ClipTokenizer.END);
    Map<String, String> specials = new LinkedHashMap<>();
    specials.put("bos_token", ClipTokenizer.START);
    specials.put("eos_token", ClipTokenizer.END);
    specials.put("unk_token", ClipTokenizer.END);
    specials.put("pad_token", ClipTokenizer.END);
    Map<String, Object> settings = new LinkedHashMap<>(specials);
    settings.put("tokenizer_class", "CLIPTokenizer");
    settings.put("do_lower_case", true);
    settings.put("add_prefix_space", false);
    settings.put("errors", "replace");
    settings.put("model_max_length", ClipTokenizer.CONTEXT_LENGTH);
    return new TrainedTokenizer(vocab, lines(pairs), settings, specials);
  }

  /**
   * One of OPT's kind: four special tokens, the bytes, the merges.
   *
   * @param merges how many at most; the training ends sooner when every word is one token
   */
  public static TrainedTokenizer opt(Iterable<String> corpus, int merges) {
    List<PairMerges.Pair> pairs = PairMerges.of(counts(corpus, OptTokenizer::symbols), merges);
    Map<String, Integer> vocab = new LinkedHashMap<>();
    List.of("<s>", OptTokenizer.PADDING, OptTokenizer.START, "<unk>")
        .forEach(token -> add(vocab, token));
    addBytes(vocab, "");
    pairs.forEach(pair -> add(vocab, pair.merged()));
    Map<String, String> specials = new LinkedHashMap<>();
    specials.put("bos_token", OptTokenizer.START);
    specials.put("eos_token", OptTokenizer.START);
    specials.put("unk_token", OptTokenizer.START);
    specials.put("pad_token", OptTokenizer.PADDING);
    Map<String, Object> settings = new LinkedHashMap<>(specials);
    settings.put("tokenizer_class", "GPT2Tokenizer");
    settings.put("add_bos_token", true);
    settings.put("add_prefix_space", false);
    settings.put("errors", "replace");
    return new TrainedTokenizer(vocab, lines(pairs), settings, specials);
  }

  private static Map<List<String>, Long> counts(
      Iterable<String> corpus, Function<String, List<List<String>>> words) {
    Map<List<String>, Long> counts = new LinkedHashMap<>();
    for (String text : corpus) {
      words.apply(text).forEach(word -> counts.merge(word, 1L, Long::sum));
    }
    return counts;
  }

  private static void addBytes(Map<String, Integer> vocab, String end) {
    for (int b = 0; b < BYTES; b++) {
      add(vocab, ByteSymbols.symbol(b) + end);
    }
  }

  /** Two merges may make the same token, as "a" + "bc" and "ab" + "c" do: it keeps its first id. */
  private static void add(Map<String, Integer> vocab, String token) {
    vocab.putIfAbsent(token, vocab.size());
  }

  private static List<String> lines(List<PairMerges.Pair> pairs) {
    return pairs.stream().map(pair -> pair.left() + " " + pair.right()).toList();
  }
}
