package mirador.concepts.blip2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.generation.AttentionMask;
import mirador.concepts.generation.Generated;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.generation.Generator;
import mirador.concepts.generation.PromptEncoding;
import mirador.concepts.inference.Session;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.Tensor;
import mirador.concepts.text.PythonText;
import mirador.concepts.tokenizer.OptTokenizer;

/**
 * The writing half of BLIP-2: a frozen language model reads the projected queries of a picture,
 * then a prompt, and goes on (Li et al. 2023, section 3.2).
 *
 * <p>All methods throw {@link mirador.concepts.inference.InferenceException} when the runtime fails
 * or a graph does not give what is asked for.
 */
public final class Blip2Language {
  private final OptDecoder decoder;
  private final Blip2Config config;
  private final OptTokenizer tokenizer;

  /**
   * @param tokenizer null when prompts and texts are ids only
   */
  public Blip2Language(
      Session embedding, Session decoder, Blip2Config config, OptTokenizer tokenizer) {
    this.decoder = new OptDecoder(embedding, decoder, config);
    this.config = config;
    this.tokenizer = tokenizer;
  }

  public Blip2Config config() {
    return config;
  }

  /** Whether steps tell what the model looked at. */
  public boolean hasAttention() {
    return decoder.hasAttention();
  }

  /**
   * Describes a picture.
   *
   * @param projected its queries, (queries, language width)
   */
  public Answer caption(
      FloatTensor projected, GenerationSettings settings, GenerationListener listener) {
    return said(projected, "", settings, listener);
  }

  /**
   * Answers the open question of a dialogue. Its oldest turns are left out when the model has not
   * positions enough for them and the longest answer; a question that leaves less room than that is
   * answered in fewer tokens.
   *
   * @param projected queries of the picture, (queries, language width)
   * @throws IllegalArgumentException when the question alone is longer than the model reads
   * @throws IllegalStateException when no question is open
   */
  public Answer answer(
      FloatTensor projected,
      Dialogue dialogue,
      GenerationSettings settings,
      GenerationListener listener) {
    int room = config.maxPositions() - projected.shape().size(0) - settings.maxNewTokens();
    return said(projected, dialogue.fitting(tokenizer(), room).prompt(), settings, listener);
  }

  private Answer said(
      FloatTensor projected,
      String prompt,
      GenerationSettings settings,
      GenerationListener listener) {
    Generated generated = generate(projected, prompt, settings, listener);
    return new Answer(prompt, PythonText.strip(text(generated.tokens())), generated);
  }

  /**
   * Goes on from a picture and a prompt.
   *
   * @param projected queries of the picture, (queries, language width)
   * @param prompt empty for a caption
   * @throws IllegalArgumentException when queries and prompt are longer than the model reads
   */
  public Generated generate(
      FloatTensor projected,
      String prompt,
      GenerationSettings settings,
      GenerationListener listener) {
    return generate(List.of(projected), List.of(ids(prompt)), settings, listener).get(0);
  }

  /**
   * Goes on from several pictures and prompts as one batch; each row becomes what it would alone.
   *
   * @param projected queries of each picture, (queries, language width)
   * @param promptIds of each picture, with the token that begins a text
   * @throws IllegalArgumentException when there are not as many pictures as prompts, a token is not
   *     in the vocabulary, or a row is longer than the model reads
   */
  public List<Generated> generate(
      List<FloatTensor> projected,
      List<List<Integer>> promptIds,
      GenerationSettings settings,
      GenerationListener listener) {
    Rows rows = rows(projected, promptIds);
    try (OptReader reader =
        new OptReader(
            decoder,
            rows.embeddings(),
            rows.mask(),
            config.maxPositions(),
            listener.wantsDetails())) {
      return new Generator(reader, settings, config.bosTokenId(), config.eosTokenId())
          .generate(listener);
    }
  }

  /**
   * Logits at all places of queries, padding and prompts; those at padding mean nothing.
   *
   * @return (rows, total, vocabulary)
   * @throws IllegalArgumentException as {@link #generate(List, List, GenerationSettings,
   *     GenerationListener)}
   */
  public FloatTensor logits(List<FloatTensor> projected, List<List<Integer>> promptIds) {
    return outputs(projected, promptIds, List.of(OptDecoder.LOGITS))
        .get(OptDecoder.LOGITS)
        .floats();
  }

  /**
   * Any outputs of the decoder for queries, padding and prompts, logits at all of them.
   *
   * @throws IllegalArgumentException as {@link #generate(List, List, GenerationSettings,
   *     GenerationListener)}
   */
  public Map<String, Tensor> outputs(
      List<FloatTensor> projected, List<List<Integer>> promptIds, List<String> wanted) {
    Rows rows = rows(projected, promptIds);
    long[] places = new long[rows.mask().total()];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    return read(rows, places, wanted);
  }

  /**
   * Logits of the token after some tokens, no picture before them.
   *
   * @param ids of all tokens, the one that begins a text included
   * @return (vocabulary)
   * @throws IllegalArgumentException when there is no token or one is not in the vocabulary
   */
  public FloatTensor nextTokenLogits(List<Integer> ids) {
    FloatTensor noPicture = FloatTensor.zeros(0, config.languageWidth());
    Rows rows = rows(List.of(noPicture), List.of(ids));
    long[] last = {rows.mask().total() - 1L};
    FloatTensor logits =
        read(rows, last, List.of(OptDecoder.LOGITS)).get(OptDecoder.LOGITS).floats();
    return logits.slice(0).slice(0);
  }

  /** The ids of a prompt with the token that begins every text; of an empty one that token. */
  public List<Integer> ids(String prompt) {
    return prompt.isEmpty() ? List.of(config.bosTokenId()) : tokenizer().encode(prompt).ids();
  }

  /**
   * The text of tokens as it is; a line feed at its end is what ended it.
   *
   * @throws IllegalArgumentException when the vocabulary has no such token
   */
  public String text(List<Integer> tokens) {
    return tokenizer().decode(tokens);
  }

  /** Makes text of tokens one by one, while the model writes. */
  public OptTokenizer.Stream stream() {
    return tokenizer().stream();
  }

  /**
   * The tokenizer of prompts.
   *
   * @throws IllegalStateException when the model was made without one
   */
  public OptTokenizer tokenizer() {
    if (tokenizer == null) {
      throw new IllegalStateException(
          "this language model was made without a tokenizer: give it ids, not text");
    }
    return tokenizer;
  }

  /**
   * What the decoder reads first.
   *
   * @param embeddings (rows, total, width)
   * @param mask (rows, total)
   */
  private record Rows(FloatTensor embeddings, AttentionMask mask) {}

  private Map<String, Tensor> read(Rows rows, long[] logitPositions, List<String> wanted) {
    AttentionMask mask = rows.mask();
    return decoder.read(
        rows.embeddings(),
        mask,
        mask.positions(),
        new int[mask.rows()],
        decoder.nothing(mask.rows()),
        logitPositions,
        wanted,
        false);
  }

  /** Queries, then prompts, shorter ones filled up between the two. */
  private Rows rows(List<FloatTensor> projected, List<List<Integer>> promptIds) {
    if (projected.size() != promptIds.size()) {
      throw new IllegalArgumentException(
          projected.size() + " pictures with " + promptIds.size() + " prompts");
    }
    for (List<Integer> row : promptIds) {
      for (int id : row) {
        if (id < 0 || id >= config.vocabulary()) {
          throw new IllegalArgumentException(
              "no token " + id + " among the " + config.vocabulary() + " of the language model");
        }
      }
    }
    PromptEncoding prompts = PromptEncoding.leftPadded(promptIds, config.padTokenId());
    int queries = projected.get(0).shape().size(0);
    FloatTensor tokens = decoder.embeddings(prompts.ids()); // (rows, tokens, width)
    List<FloatTensor> rows = new ArrayList<>();
    for (int i = 0; i < projected.size(); i++) {
      rows.add(joined(projected.get(i), queries, tokens.slice(i)));
    }
    return new Rows(FloatTensor.stacked(rows), prompts.mask().after(queries));
  }

  /** (queries + tokens, width). */
  private FloatTensor joined(FloatTensor projected, int queries, FloatTensor tokens) {
    int width = config.languageWidth();
    if (projected.shape().rank() != 2
        || projected.shape().size(0) != queries
        || projected.shape().size(1) != width) {
      throw new IllegalArgumentException(
          "the language model reads queries of ("
              + queries
              + ", "
              + width
              + "), not "
              + projected.shape());
    }
    float[] row = new float[projected.values().length + tokens.values().length];
    System.arraycopy(projected.values(), 0, row, 0, projected.values().length);
    System.arraycopy(tokens.values(), 0, row, projected.values().length, tokens.values().length);
    return FloatTensor.of(row, row.length / width, width);
  }
}
