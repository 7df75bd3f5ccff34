package mirador.concepts.blip2;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.blip2.WrittenToken.Alternative;
import mirador.concepts.generation.Candidate;
import mirador.concepts.generation.Step;
import mirador.concepts.tokenizer.OptTokenizer;

/**
 * Tokens of one text as texts, one after the other. A table of embeddings may have more rows than
 * the vocabulary has tokens; those have no text.
 */
public final class TokenTexts {
  private final OptTokenizer tokenizer;
  private final int end;
  private final OptTokenizer.Stream stream;

  /**
   * @param tokenizer null when tokens are ids only
   * @param end id of the token that ends a text
   */
  public TokenTexts(OptTokenizer tokenizer, int end) {
    this.tokenizer = tokenizer;
    this.end = end;
    this.stream = tokenizer == null ? null : tokenizer.stream();
  }

  /**
   * What the next token adds to the text: "" for one that ends it, and for a part of a character
   * whose other bytes have not come.
   */
  public String next(int id) {
    return hasText(id) && id != end ? stream.append(id) : "";
  }

  /** A token by itself. */
  public String alone(int id) {
    return hasText(id) ? tokenizer.decode(List.of(id)) : "";
  }

  private boolean hasText(int id) {
    return tokenizer != null && tokenizer.knows(id);
  }

  /** A step with what might have come. */
  public WrittenToken written(Step step) {
    List<Alternative> alternatives = new ArrayList<>();
    for (Candidate one : step.candidates()) {
      alternatives.add(
          new Alternative(one.token(), alone(one.token()), one.token() == end, one.probability()));
    }
    return new WrittenToken(step.token(), next(step.token()), step.token() == end, alternatives);
  }
}
