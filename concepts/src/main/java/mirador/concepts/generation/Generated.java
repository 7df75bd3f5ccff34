package mirador.concepts.generation;

import java.util.List;

/**
 * A text that was written.
 *
 * @param tokens the new ones, the one that ends the text included; neither prompt nor padding
 * @param ended whether the text ends by itself; otherwise it was cut off: too many tokens, no more
 *     positions, or stopped
 * @param score sum of the tokens' log probabilities, divided by their number to the power of {@link
 *     GenerationSettings#lengthPenalty}; of beam search after the repetition penalty, as it
 *     compares texts, otherwise as the model gives them; 0 when there is no token
 */
public record Generated(List<Integer> tokens, boolean ended, double score) {
  public Generated {
    tokens = List.copyOf(tokens);
  }
}
