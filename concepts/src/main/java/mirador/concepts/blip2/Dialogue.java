package mirador.concepts.blip2;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.text.PythonText;
import mirador.concepts.tokenizer.OptTokenizer;

/**
 * Questions and answers about one picture, chained into one prompt as in the notebook (section
 * 4.4). The model remembers nothing between two questions: what it should know stands in the
 * prompt.
 *
 * @param turns what was asked and answered, the oldest first
 * @param question the one that is open, or empty
 */
public record Dialogue(List<Turn> turns, String question) {
  /** Nothing was asked. */
  public static final Dialogue EMPTY = new Dialogue(List.of(), "");

  /** White space around the question is left out. */
  public Dialogue {
    turns = List.copyOf(turns);
    question = PythonText.strip(question);
  }

  /** A question with its answer; white space around both is left out. */
  public record Turn(String question, String answer) {
    public Turn {
      question = PythonText.strip(question);
      answer = PythonText.strip(answer);
    }
  }

  /**
   * The same with a new open question in the place of the one that may be open.
   *
   * @throws IllegalArgumentException when the question is empty
   */
  public Dialogue ask(String newQuestion) {
    VqaPrompt.of(newQuestion); // refuses an empty one
    return new Dialogue(turns, newQuestion);
  }

  /**
   * The same with an answer to the open question.
   *
   * @throws IllegalStateException when no question is open
   */
  public Dialogue with(String answer) {
    checkOpen();
    List<Turn> more = new ArrayList<>(turns);
    more.add(new Turn(question, answer));
    return new Dialogue(more, "");
  }

  /**
   * What the model reads: {@code Question: … Answer: … Question: … Answer:}.
   *
   * @throws IllegalStateException when no question is open
   */
  public String prompt() {
    checkOpen();
    StringBuilder prompt = new StringBuilder();
    for (Turn turn : turns) {
      prompt.append(VqaPrompt.of(turn.question(), turn.answer())).append(' ');
    }
    return prompt.append(VqaPrompt.of(question)).toString();
  }

  /**
   * The same without its oldest turns, as few as possible, so that the prompt fits; without all of
   * them when even the open question alone is longer.
   *
   * @param room most tokens of the prompt, the one that begins it included
   * @throws IllegalStateException when no question is open
   */
  public Dialogue fitting(OptTokenizer tokenizer, int room) {
    Dialogue shorter = this;
    while (!shorter.turns.isEmpty() && tokenizer.encode(shorter.prompt()).length() > room) {
      shorter = new Dialogue(shorter.turns.subList(1, shorter.turns.size()), question);
    }
    shorter.checkOpen();
    return shorter;
  }

  private void checkOpen() {
    if (question.isEmpty()) {
      throw new IllegalStateException("no question is open: ask one first");
    }
  }
}
