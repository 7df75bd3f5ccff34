package mirador.concepts.generation;

/**
 * A language model with the prompts it is to go on from. It remembers what it has read, so that
 * each step reads one token of each row; closing it makes it forget.
 */
public interface LanguageModel extends AutoCloseable {
  /** How many prompts there are. */
  int prompts();

  /** How many tokens a prompt may grow by until the model has no more positions; 0 or more. */
  int room(int prompt);

  /**
   * Reads the prompts; called once, before {@link #next}.
   *
   * @return one row for each prompt
   */
  NextTokens begin();

  /**
   * Reads one more token in each row. Rows may be copied, reordered and dropped.
   *
   * @param rows for each new row which row of the step before it goes on from
   * @param tokens for each new row what comes next in it
   * @return one row for each of {@code rows}
   */
  NextTokens next(int[] rows, int[] tokens);

  /** Frees what is remembered; a second call does nothing. */
  @Override
  void close();
}
