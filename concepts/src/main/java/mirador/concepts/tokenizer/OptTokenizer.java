package mirador.concepts.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tokenizer of OPT, the language model of BLIP-2: GPT-2's byte pair encoding with other numbers
 * (Zhang et al., "OPT: Open Pre-trained Transformer Language Models", 2022, section 2.2). Every
 * text survives the way there and back unchanged.
 */
public final class OptTokenizer {
  /** Stands before every text; the published models also call it the end. */
  public static final String START = "</s>";

  /** Fills up shorter texts. */
  public static final String PADDING = "<pad>";

  private static final List<String> SPECIAL = List.of(START, PADDING);

  private final Vocabulary vocabulary;
  private final BytePairEncoding merges;

  /**
   * @param vocab {@code vocab.json}
   * @param merges the lines of {@code merges.txt}
   * @throws IllegalArgumentException when a line is not a merge, or the vocabulary lacks a token
   *     that the merges can make
   */
  public OptTokenizer(Map<String, Integer> vocab, List<String> merges) {
    this.vocabulary = new Vocabulary(vocab);
    this.merges = new BytePairEncoding(merges);
    vocabulary.check(this.merges, "");
    SPECIAL.forEach(vocabulary::id);
  }

  /** The tokens of a text after the start, {@code </s>}; nothing is ever cut. */
  public Encoding encode(String text) {
    List<String> tokens = new ArrayList<>();
    tokens.add(START);
    for (String part : Special.split(text, SPECIAL)) {
      if (SPECIAL.contains(part)) {
        tokens.add(part);
      } else {
        symbols(part).forEach(word -> tokens.addAll(merges.encode(word)));
      }
    }
    return new Encoding(tokens.stream().map(vocabulary::id).toList(), tokens, List.of());
  }

  /**
   * The words of a text as symbols that nothing has merged yet, one for each byte: what a training
   * of merges counts. Start and padding are no words here.
   */
  public static List<List<String>> symbols(String text) {
    return Gpt2PreTokenizer.words(text).stream().map(OptTokenizer::wordSymbols).toList();
  }

  private static List<String> wordSymbols(String word) {
    String bytes = ByteSymbols.symbols(word);
    List<String> symbols = new ArrayList<>(bytes.length());
    for (int i = 0; i < bytes.length(); i++) {
      symbols.add(bytes.substring(i, i + 1));
    }
    return symbols;
  }

  /**
   * The text of tokens, start and padding left out; broken characters become U+FFFD.
   *
   * @throws IllegalArgumentException when the vocabulary has no such token
   */
  public String decode(List<Integer> ids) {
    Stream stream = stream();
    StringBuilder out = new StringBuilder();
    ids.forEach(id -> out.append(stream.append(id)));
    return out.append(stream.end()).toString();
  }

  /** Whether the vocabulary has a token of this number; a model may count further than it. */
  public boolean knows(int id) {
    return vocabulary.has(id);
  }

  /** Decodes token by token, while a model is still writing. */
  public Stream stream() {
    return new Stream(vocabulary);
  }

  /** A text that arrives token by token. A character whose bytes are not all there yet waits. */
  public static final class Stream {
    private final Vocabulary vocabulary;
    private final Utf8Decoder decoder = new Utf8Decoder();

    private Stream(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
    }

    /**
     * What one more token adds to the text; start and padding add nothing.
     *
     * @throws IllegalArgumentException when the vocabulary has no such token
     */
    public String append(int id) {
      String token = vocabulary.token(id);
      StringBuilder out = new StringBuilder();
      if (!SPECIAL.contains(token)) {
        ByteSymbols.append(token, decoder, out);
      }
      return out.toString();
    }

    /** What is left at the end: U+FFFD for a character that was broken off, otherwise nothing. */
    public String end() {
      return decoder.end();
    }
  }
}
