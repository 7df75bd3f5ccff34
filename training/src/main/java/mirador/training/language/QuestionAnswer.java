package mirador.training.language;

import java.util.List;

/**
 * A question about a scene with its true answer.
 *
 * @param kind what it asks for
 * @param question as a learner might write it
 * @param answer the one that is trained on, one to four words in lower case
 * @param accepted all answers that count as right, in lower case and without a final point; {@code
 *     answer} is the first
 */
public record QuestionAnswer(Kind kind, String question, String answer, List<String> accepted) {
  public QuestionAnswer {
    accepted = List.copyOf(accepted);
  }
}
