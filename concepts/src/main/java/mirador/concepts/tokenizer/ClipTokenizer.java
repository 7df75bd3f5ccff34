package mirador.concepts.tokenizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mirador.concepts.tensor.LongTensor;

/**
 * CLIP's tokenizer, with the results of Hugging Face's {@code CLIPTokenizerFast}: Unicode NFC,
 * lower case, words, and byte pair encoding in which the last token of a word carries {@code </w>}
 * (Radford et al., "Learning Transferable Visual Models From Natural Language Supervision", 2021,
 * section 2.4).
 *
 * <p>In one letter it follows Python rather than the fast tokenizer: Σ at the end of a word becomes
 * ς, as in the texts that CLIP was trained on, where the fast tokenizer writes σ everywhere.
 */
public final class ClipTokenizer {
  /** How many tokens the published CLIP models read. */
  public static final int CONTEXT_LENGTH = 77;

  /** Marks the beginning. */
  public static final String START = "<|startoftext|>";

  /** Marks the end, where CLIP reads off the meaning of the whole; also fills up shorter texts. */
  public static final String END = "<|endoftext|>";

  /** What the last symbol of a word carries. */
  public static final String WORD_END = "</w>";

  private final Vocabulary vocabulary;
  private final BytePairEncoding merges;
  private final int contextLength;
  private final Normaliser normaliser;

  /**
   * @param vocab {@code vocab.json}
   * @param merges the lines of {@code merges.txt}
   * @param contextLength how many tokens the model reads, start and end included
   * @param normaliser the platform's NFC
   * @throws IllegalArgumentException when the context has no room, a line is not a merge, or the
   *     vocabulary lacks a token that the merges can make
   */
  public ClipTokenizer(
      Map<String, Integer> vocab, List<String> merges, int contextLength, Normaliser normaliser) {
    if (contextLength < 2) {
      throw new IllegalArgumentException(
          "a context of " + contextLength + " tokens has no room for start and end");
    }
    this.vocabulary = new Vocabulary(vocab);
    this.merges = new BytePairEncoding(merges);
    this.contextLength = contextLength;
    this.normaliser = normaliser;
    vocabulary.check(this.merges, WORD_END);
    vocabulary.id(START);
    vocabulary.id(END);
  }

  /** How many tokens the model reads, start and end included. */
  public int contextLength() {
    return contextLength;
  }

  /** The text's tokens between start and end; those that do not fit in are cut off. */
  public Encoding encode(String text) {
    List<String> all = tokens(text);
    int kept = Math.min(all.size(), contextLength - 2);
    List<String> tokens = new ArrayList<>(kept + 2);
    tokens.add(START);
    tokens.addAll(all.subList(0, kept));
    tokens.add(END);
    return new Encoding(
        tokens.stream().map(vocabulary::id).toList(), tokens, all.subList(kept, all.size()));
  }

  /** Start and end may also stand in the text itself. The end is looked for before normalising. */
  private List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    for (String part : Special.split(text, List.of(END))) {
      if (part.equals(END)) {
        tokens.add(END);
        continue;
      }
      String normalised = UnicodeProperties.lowerCase(normaliser.nfc(part));
      for (String piece : Special.split(normalised, List.of(START))) {
        if (piece.equals(START)) {
          tokens.add(START);
        } else {
          ClipPreTokenizer.words(piece)
              .forEach(word -> tokens.addAll(merges.encode(symbols(word))));
        }
      }
    }
    return tokens;
  }

  /**
   * The words of a text as symbols that nothing has merged yet, one for each byte: what a training
   * of merges counts. Start and end are no words here.
   */
  public static List<List<String>> symbols(String text, Normaliser normaliser) {
    String normalised = UnicodeProperties.lowerCase(normaliser.nfc(text));
    return ClipPreTokenizer.words(normalised).stream().map(ClipTokenizer::symbols).toList();
  }

  private static List<String> symbols(String word) {
    String bytes = ByteSymbols.symbols(word);
    int last = bytes.length() - 1;
    List<String> symbols = new ArrayList<>(bytes.length());
    for (int i = 0; i < last; i++) {
      symbols.add(bytes.substring(i, i + 1));
    }
    symbols.add(bytes.substring(last) + WORD_END);
    return symbols;
  }

  /**
   * The text of a token of {@link Encoding#tokens()} for people to read: {@code café} for cafÃ©.
   */
  public static String text(String token) {
    return token.endsWith(WORD_END)
        ? ByteSymbols.text(token.substring(0, token.length() - WORD_END.length()))
        : ByteSymbols.text(token);
  }

  /** Whether a token of {@link Encoding#tokens()} is a word's last piece, or the whole word. */
  public static boolean endsWord(String token) {
    return token.endsWith(WORD_END);
  }

  /** The number of tokens of the longest text: no model needs to read further. */
  public static int longest(List<Encoding> texts) {
    return texts.stream().mapToInt(Encoding::length).max().orElse(0);
  }

  /** The input {@code input_ids} of the model's full context: (texts, context). */
  public LongTensor ids(List<Encoding> texts) {
    return ids(texts, contextLength);
  }

  /**
   * The input {@code input_ids}: (texts, length), shorter texts filled up with the end.
   *
   * @throws IllegalArgumentException when a text is longer
   */
  public LongTensor ids(List<Encoding> texts, int length) {
    long end = vocabulary.id(END);
    long[] ids = new long[texts.size() * length];
    for (int row = 0; row < texts.size(); row++) {
      Encoding text = fitting(texts.get(row), length);
      for (int i = 0; i < length; i++) {
        ids[row * length + i] = i < text.length() ? text.ids().get(i) : end;
      }
    }
    return LongTensor.of(ids, texts.size(), length);
  }

  /** The input {@code attention_mask} of the model's full context: (texts, context). */
  public LongTensor mask(List<Encoding> texts) {
    return mask(texts, contextLength);
  }

  /**
   * The input {@code attention_mask}: (texts, length), 1 for a token of the text and 0 for filling.
   *
   * @throws IllegalArgumentException when a text is longer
   */
  public LongTensor mask(List<Encoding> texts, int length) {
    long[] mask = new long[texts.size() * length];
    for (int row = 0; row < texts.size(); row++) {
      Encoding text = fitting(texts.get(row), length);
      Arrays.fill(mask, row * length, row * length + text.length(), 1);
    }
    return LongTensor.of(mask, texts.size(), length);
  }

  private static Encoding fitting(Encoding text, int length) {
    if (text.length() > length) {
      throw new IllegalArgumentException(
          "a text of " + text.length() + " tokens does not fit into " + length);
    }
    return text;
  }
}
