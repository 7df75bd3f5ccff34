package mirador.web.model;

import java.util.List;
import mirador.concepts.tensor.FloatTensor;

/**
 * One more token of a text.
 *
 * @param text what it adds to the text; "" for one that ends it, and for a part of a character
 *     whose other bytes have not come
 * @param candidates the five likeliest of this step, the likeliest first; empty when they were not
 *     asked for
 * @param attention how much each layer took from each place before it, queries first, then the
 *     prompt and what was written, (layers, total); null where the model does not tell it
 */
public record Token(int id, String text, List<CandidateText> candidates, FloatTensor attention) {
  public Token {
    candidates = List.copyOf(candidates);
  }
}
