package mirador.concepts.generation;

import java.util.List;
import mirador.concepts.tensor.FloatTensor;

/**
 * One more token of one row.
 *
 * <p>Beam search tells the token of the text that is the likeliest so far; a later step may go on
 * from another text, so that what was told does not add up to the result.
 *
 * @param row which prompt, from 0
 * @param position place among the new tokens, from 0
 * @param token that was chosen
 * @param candidates the five likeliest tokens of this step, the likeliest first, with the
 *     probabilities of the model before any penalty or temperature; empty when the listener wants
 *     no details
 * @param attention how much the step that gave the token took from each place before it, (layers,
 *     total), the mean of the heads; a row sums to 1, places of padding have 0; null where the
 *     model does not tell it or the listener wants no details
 */
public record Step(
    int row, int position, int token, List<Candidate> candidates, FloatTensor attention) {
  public Step {
    candidates = List.copyOf(candidates);
  }
}
