package mirador.concepts.blip2;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A token that the language model wrote, with what it might have written.
 *
 * @param text of the token, with the space before its word; "" for one that ends the text, and for
 *     a part of a character
 * @param end whether it ends the text
 * @param alternatives the likeliest tokens of its step, the likeliest first, mostly five; none
 *     where several texts were followed at once
 */
public record WrittenToken(int id, String text, boolean end, List<Alternative> alternatives) {
  public WrittenToken {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * A token that might have come.
   *
   * @param probability that the model gave it before any penalty or temperature, 0 to 1
   */
  public record Alternative(int id, String text, boolean end, double probability) {}

  /** The probability that the model gave it; empty when it is none of the likeliest. */
  public OptionalDouble probability() {
    for (Alternative alternative : alternatives) {
      if (alternative.id() == id) {
        return OptionalDouble.of(alternative.probability());
      }
    }
    return OptionalDouble.empty();
  }

  /**
   * What its probability is at most: its own, or that of the least likely alternative; 1 where
   * nothing is known.
   */
  public double most() {
    return probability()
        .orElse(
            alternatives.isEmpty() ? 1 : alternatives.get(alternatives.size() - 1).probability());
  }

  /** The tokens that are text, without the one that ends it. */
  public static List<WrittenToken> words(List<WrittenToken> tokens) {
    List<WrittenToken> words = new ArrayList<>();
    for (WrittenToken token : tokens) {
      if (!token.end()) {
        words.add(token);
      }
    }
    return words;
  }
}
