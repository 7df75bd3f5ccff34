package mirador.concepts.vqa;

import java.util.List;

/**
 * An answer with its reason.
 *
 * @param text the answer, in English as in the notebook
 * @param rule the one that fired
 * @param matched the rule's words that occur in the question; none for the fallback
 */
public record VqaAnswer(String text, VqaRule rule, List<String> matched) {
  public VqaAnswer {
    matched = List.copyOf(matched);
  }
}
